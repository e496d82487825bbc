/** Contacts stand in a report only where they were asked for. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maskContacts } from '../../src/report/read/mask.js';
import { makeLedger, type Reports } from './reports.js';

let made: Reports;
beforeAll(async () => {
  made = await makeLedger();
});
afterAll(() => made.close());

/** All data of a report as one text. */
function dataOf(path: string): string {
  const html = readFileSync(path, 'utf8');
  const blocks = [...html.matchAll(/<script type="application\/(json|gzip)" id="[^"]+">([^<]*)<\/script>/g)];
  return blocks
    .map(([, type, content = '']) =>
      type === 'gzip' ? gunzipSync(Buffer.from(content, 'base64')).toString() : content,
    )
    .join('\n');
}

const CONTACTS = 'SELECT DISTINCT value FROM contacts';

test('with --contacts each of them is there', async () => {
  const data = dataOf(await made.report('contacts.html', '--contacts'));
  const values = made.column<string>(CONTACTS);
  expect(values.length).toBeGreaterThan(5);
  for (const value of values) expect(data).toContain(value);
});

test('without it none is', async () => {
  const data = dataOf(await made.report('plain.html'));
  const persons = made.column<string>(
    `${CONTACTS} WHERE kind = 'person' AND value NOT IN (SELECT name FROM assignments)`,
  );
  const others = made.column<string>(`${CONTACTS} WHERE kind <> 'person'`);
  for (const value of [...persons, ...others]) expect(data).not.toContain(value);
  expect(data).toContain('■■■');
});

test('a masked text is as long as before, and hides a number cut by a line break and one repeated', () => {
  const text = '联系人：陶一鸣，电话：662-\n0001。陶一鸣外出时拨662-0001。';
  const contact = (value: string, written: string) => {
    const start = text.indexOf(written);
    return { value, span: [start, start + written.length] as const };
  };
  const mask = maskContacts(text, [contact('陶一鸣', '陶一鸣'), contact('662-0001', '662-\n0001')]);
  expect(mask.text).toBe('联系人：■■■，电话：■■■■\n■■■■。陶一鸣外出时拨■■■■■■■■。');
  expect(mask.hide('拨662-0001找陶一鸣', [[0, 8]])).toBe('拨■■■■■■■■找■■■');
});
