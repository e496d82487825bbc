/** `extract --redact`: no contact in the ledger, every span still right. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.js';
import { redact } from '../../src/redact/redact.js';
import { corpusFiles } from '../corpus.js';
import { flaws, grounding } from '../properties/evidence.js';
import { workspace } from './workspace.js';

const records = corpusFiles().map(({ path }) => parseDocument(readFileSync(path)));
const withContacts = records.filter(({ contacts }) => contacts.length > 0);

test('the corpus has contacts to mask', () => {
  expect(withContacts.length).toBeGreaterThan(5);
  const kinds = new Set(withContacts.flatMap(({ contacts }) => contacts.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['email', 'fax', 'person', 'phone']);
});

test('numbers and addresses stand nowhere in the record, names nowhere in their places', () => {
  for (const record of withContacts) {
    const masked = redact(record);
    const all = JSON.stringify({ ...masked, document: { ...masked.document, sha256: '', id: '' } });
    for (const { kind, value, span_start, span_end } of record.contacts) {
      if (kind !== 'person') expect(all.includes(value), value).toBe(false);
      expect([...masked.document.text].slice(span_start, span_end).join('').replace(/\s/g, '')).toMatch(/^■+$/);
    }
    for (const { value } of masked.contacts) expect(value).toMatch(/^■+$/);
  }
});

test('spans stay right, lengths too, and nothing but the masked characters changes', () => {
  for (const record of records) {
    const masked = redact(record);
    expect(flaws(masked)).toEqual([]);
    expect(grounding(masked).without).toEqual([]);
    const [before, after] = [[...record.document.text], [...masked.document.text]];
    expect(after.length).toBe(before.length);
    expect(after.every((character, i) => character === before[i] || character === '■')).toBe(true);
    expect(masked.assignments).toEqual(record.assignments);
    expect(masked.units).toEqual(record.units);
  }
});

test('the input is left as it is', () => {
  const before = JSON.stringify(withContacts[0]);
  redact(withContacts[0] as (typeof records)[number]);
  expect(JSON.stringify(withContacts[0])).toBe(before);
});

test('the flag is part of what makes a document unchanged', async () => {
  const file = corpusFiles().find(({ path }) => parseDocument(readFileSync(path)).contacts.length > 0);
  const space = workspace({ 'in/a.txt': readFileSync((file as { path: string }).path) });
  const run = async (...flags: string[]) =>
    JSON.parse((await space.run(['extract', 'in', '--json', ...flags], { parse: parseDocument })).out);
  expect(await run()).toMatchObject({ loaded: 1 });
  expect(await run('--redact')).toMatchObject({ replaced: 1 });
  expect(await run('--redact')).toMatchObject({ unchanged: 1 });
  const db = new Database(space.path('out/ledger.sqlite'), { readonly: true });
  expect(db.prepare("SELECT count(*) FROM contacts WHERE replace(value, '■', '') <> ''").pluck().get()).toBe(0);
  db.close();
  expect((await space.run(['check'])).out).toBe('');
  expect(await run()).toMatchObject({ replaced: 1 });
});
