/** CSV, read by python's own module. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from '../../src/export/csv.js';
import { HOSTILE_BODIES, hostileToy, toyLedger } from './ledgers.js';

const READ = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
    print(json.dumps(list(csv.reader(f, strict=True))))
`;

function read(path: string): string[][] {
  const program = `import csv\ncsv.field_size_limit(10**7)\n${READ}`;
  return JSON.parse(execFileSync('python3', ['-c', program, path], { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

test('python reads every cell, and no cell can be taken for a formula', async () => {
  const space = toyLedger(hostileToy());
  expect(await space.run(['export', '--out', 'a.csv'])).toMatchObject({ status: 0, err: 'a.csv: 16 tasks\n' });
  const bytes = readFileSync(space.path('a.csv'));
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [head = [], ...rows] = read(space.path('a.csv'));
  expect(head.slice(0, 5)).toEqual(['序号', '原编号', '任务名称', '任务', '牵头单位']);
  const at = (name: string) => head.indexOf(name);
  for (const [i, row] of rows.entries()) {
    expect(row).toHaveLength(head.length);
    const body = HOSTILE_BODIES[i] as string;
    expect([body, `'${body}`]).toContain(row[at('任务')]);
    expect(row[at('牵头单位')]).toBe(`'=甲局${i}、乙局`);
    expect(row[at('到期日')]).toBe(`2023-09-${10 + i}`);
    for (const cell of row) expect(cell.normalize('NFKC').replace(/[\s\u200b]/g, '')).not.toMatch(/^[=+@-]/);
  }
  expect(rows.map((row) => row[at('序号')])).toEqual(HOSTILE_BODIES.map((_, i) => String(i + 1)));
});

test('lines end with CR LF, also where cells hold line breaks', async () => {
  const space = toyLedger('- 任务 | measure 建平台 | measure-lead 丙局');
  await space.run(['export', '--out', 'a.csv']);
  expect(readFileSync(space.path('a.csv'), 'utf8')).toMatch(/^[^\n]+\r\n[^\n]+\r\n$/);
});

/** The fields of one line by the grammar of RFC 4180; python's reader takes lone CRs for ends of lines. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= line.length; at++) {
    const quoted = /"((?:[^"]|"")*)"|/y;
    quoted.lastIndex = at;
    const [whole = '', inside] = quoted.exec(line) ?? [];
    const end = inside === undefined ? line.indexOf(',', at) : at + whole.length;
    const stop = end < 0 ? line.length : end;
    if (stop < line.length && line[stop] !== ',') throw new Error(`no comma at ${stop}`);
    fields.push(inside === undefined ? line.slice(at, stop) : inside.replaceAll('""', '"'));
    at = stop;
  }
  return fields;
}

test('a cell of any text stays one cell', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", 'a', '汉', ' ', '\t', ';') });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const fields = fieldsOf(texts.map(csvCell).join(','));
      expect(fields.map((field, i) => (field === texts[i] ? field : field.slice(1)))).toEqual(texts);
    }),
  );
});

test('a lone surrogate becomes U+FFFD', () => {
  expect(csvCell('甲\ud800乙')).toBe('甲\ufffd乙');
});
