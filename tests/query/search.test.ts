/** `taizhang search`: everything that stands in a title, a body or a name is found, and nothing else. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.js';
import { ledgerRows } from '../../src/ledger/rows.js';
import { rebuildSearch, searchIsCurrent } from '../../src/ledger/searchIndex.js';
import { ledgerWriter } from '../../src/ledger/write.js';
import { parseDocument } from '../../src/parse.js';
import { type Found, search } from '../../src/query/search.js';
import { readSearch } from '../../src/query/searchQuery.js';
import { snippetOf } from '../../src/query/snippet.js';
import { corpusFiles } from '../corpus.js';
import { toyLedger } from '../export/ledgers.js';
import { instances } from '../ledger/instances.js';
import { seeded } from '../properties/seeded.js';

let db: Database.Database;

/** The ledger of the invented documents, in memory. */
function ownLedger(): Database.Database {
  const ledger = openLedger(':memory:');
  const writer = ledgerWriter(ledger);
  for (const { path } of corpusFiles()) writer.store(ledgerRows(parseDocument(readFileSync(path))), [path]);
  return ledger;
}
beforeAll(() => {
  db = ownLedger();
});

const ids = (text: string): string[] =>
  search(db, { query: readSearch(text), limit: 100_000 })
    .filter(({ kind }) => kind === 'task')
    .map(({ id }) => id)
    .sort();

/** What stands in a body, as SQLite's LIKE finds it. */
const containing = (text: string): string[] =>
  db
    .prepare<[string, string, string], string>(
      `SELECT t.id FROM tasks t WHERE instr(t.body, ?) OR instr(t.title, ?)
         OR EXISTS (SELECT 1 FROM assignments a JOIN units u ON u.id = a.unit_id
           WHERE a.task_id = t.id AND instr(a.name || char(10) || u.name, ?)) ORDER BY t.id`,
    )
    .pluck()
    .all(text, text, text);

describe('what is found is what stands there', () => {
  const random = seeded('search');
  test.each([2, 3, 4, 7])('pieces of %i characters', (length) => {
    const bodies = db.prepare<[], string>('SELECT body FROM tasks ORDER BY id').pluck().all();
    let tried = 0;
    for (const body of bodies.filter((_, i) => i % 4 === length % 4)) {
      const at = Math.floor(random() * Math.max(1, body.length - length));
      const piece = body.slice(at, at + length);
      if (!/^\p{Script=Han}+$/u.test(piece)) continue;
      expect(ids(piece), piece).toEqual(containing(piece));
      tried += 1;
    }
    expect(tried).toBeGreaterThan(20);
  });

  test.each(['人社局', '街道办', '法院', '发改', '12', '网办', '一窗受理'])('%s', (word) => {
    expect(ids(word)).toEqual(containing(word));
  });
});

test('words together, words without, words in quotes, widths and marks', () => {
  const both = ids('市发改委 年底');
  expect(both).toEqual(ids('市发改委').filter((id) => ids('年底').includes(id)));
  expect(both.length).toBeGreaterThan(1);
  expect(ids('年底 -发改')).toEqual(ids('年底').filter((id) => !ids('发改').includes(id)));
  expect(ids('"年底前 "')).toEqual(ids('年底前'));
  expect(ids('１０％')).toEqual(ids('10%'));
  expect(ids('，年底，')).toEqual(ids('年底'));
});

test('a phrase does not run over a mark', async () => {
  const space = toyLedger('标题：甲\n- 市发改委、市财政局办理 | lead 市住建局\n');
  const found = async (word: string) => (await space.run(['search', word])).out.split('\n').length - 1;
  expect(await found('委市财')).toBe(0);
  expect(await found('委、市财')).toBe(1);
  expect(await found('委，市财')).toBe(1); // which mark it is does not matter
});

test('a word in the title comes first', () => {
  const found = search(db, { query: readSearch('网办'), limit: 5 });
  expect(found[0]?.title).toContain('网办');
});

test('the snippet shows the place and marks it, on whole characters', () => {
  const text = `${'甲𠮷'.repeat(40)}区发改委牵头，${'乙'.repeat(100)}`;
  const { text: shown, marks } = snippetOf([text], ['发改委']);
  expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual(['发改委']);
  expect(shown).toMatch(/^…(?:甲|𠮷)/u);
  expect(Buffer.from(shown).toString()).toBe(shown); // no half of a character
  expect(snippetOf([null, '甲乙'], ['丙'])).toEqual({ text: '甲乙', marks: [] });
});

test('cases are found by their practices', () => {
  const practice = db.prepare<[], { case_id: string; title: string }>('SELECT case_id, title FROM practices').all()[0];
  expect(practice).toBeDefined();
  const found: Found[] = search(db, { query: readSearch(`"${practice?.title}"`), limit: 10 });
  expect(found.map(({ id }) => id)).toContain(practice?.case_id);
});

test('the command: filters, limit, JSON, nothing to search for, an index that is behind', async () => {
  const space = toyLedger('标题：甲\n- 压缩时限 | lead 区发改委\n- 压缩成本 | lead 区财政局\n');
  expect((await space.run(['search', '压缩', '--unit', '区财政局'])).out).toMatch(/^-\t区财政局\t\t»压缩«成本\t/);
  const one = await space.run(['search', '压缩', '--limit', '1', '--json']);
  expect(one.err).toBe('the best 1; --limit shows more\n');
  expect(JSON.parse(one.out)).toMatchObject({ kind: 'task', snippet: { marks: [{ start: 0, end: 2 }] } });
  expect(await space.run(['search', '，'])).toMatchObject({ status: 2, err: /nothing to search for/ });
  const ledger = new Database(space.path('out/ledger.sqlite'));
  ledger.exec('DELETE FROM search_documents');
  expect(searchIsCurrent(ledger)).toBe(false);
  ledger.close();
  expect((await space.run(['search', '压缩'])).err).toMatch(/run `taizhang extract` once more/);
});

test('an index built again holds the same, whatever was there', () => {
  const before = instances(db);
  expect(before.length).toBeGreaterThan(1000);
  rebuildSearch(db);
  expect(instances(db)).toEqual(before);
});
