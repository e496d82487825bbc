/** `taizhang check` finds what is wrong: each case breaks a sound ledger in one place. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.js';
import { corpusFiles } from '../corpus.js';
import { workspace } from './workspace.js';

const BROKEN: [what: string, sql: string, found: RegExp][] = [
  ['a date', "UPDATE tasks SET due_on = '2023-02-30' WHERE due_on IS NOT NULL", /^tasks\t\S+\tdue_on is no date$/m],
  ['an empty value', "UPDATE tasks SET deadline_text = ''", /^tasks\t\S+\tdeadline_text is empty, not NULL$/m],
  [
    'a span outside',
    'UPDATE assignments SET span_end = 9999999',
    /^assignments\t\S+\tits span .* is outside the text/m,
  ],
  [
    'another span',
    'UPDATE assignments SET span_start = 0, span_end = 2',
    /^assignments\t\S+\tits span does not hold "/m,
  ],
  ['a value', "UPDATE recipients SET name = '无此单位'", /^recipients\t\S+ \d+\tits span does not hold "无此单位"$/m],
  ['a heading', "UPDATE sections SET heading = '十、无此标题'", /^sections\t\S+\tits span does not hold/m],
  [
    'a title in the evidence',
    "UPDATE documents SET title = '无此标题'",
    /^evidence\t\S+ documents\.title\tits spans do not/m,
  ],
  [
    'evidence of nothing',
    "UPDATE evidence SET row_id = row_id || 'x'",
    /^evidence\t\S+x \w+\.\w+\tits row or column is not there$/m,
  ],
  [
    'a gap in the count',
    'UPDATE tasks SET seq = seq + 1 WHERE seq > 1',
    /^tasks\t\S+\tits rows are not counted from 1/m,
  ],
  ['an id', "UPDATE documents SET sha256 = replace(hex(zeroblob(32)), '0', 'f')", /^documents\t\S+\tits id is not/m],
  ['a source', "UPDATE documents SET source = 'elsewhere.txt'", /^documents\t\S+\tits source is not the first/m],
  ['a unit', "INSERT INTO units (id, name) VALUES ('u:x', '无人局')", /^units\tu:x\tnothing refers to it$/m],
  ['white space', "UPDATE assignments SET name = name || ' 局'", /^assignments\t\S+\tits name has white space in it$/m],
  ['the index', 'DELETE FROM search_documents', /^search_index\t\tdoes not hold/m],
  [
    'a reference',
    "PRAGMA foreign_keys = OFF; UPDATE tasks SET section_id = 'x'",
    /^tasks\t\trefers to a row of sections/m,
  ],
  ['the version', 'PRAGMA journal_mode = WAL', /^file\tjournal_mode\tis wal, not delete$/m],
];

async function ledger() {
  const [first, ...others] = corpusFiles().filter(({ path }) => /(?:tails|markers)-\w+.*\.txt$/.test(path));
  const space = workspace();
  const paths = [first, ...others].map((file) => (file as { path: string }).path);
  expect((await space.run(['extract', ...paths], { parse: parseDocument })).status).toBe(0);
  return space;
}

test('a sound ledger', async () => {
  const space = await ledger();
  const ran = await space.run(['check']);
  expect(ran).toMatchObject({ status: 0, out: '' });
  expect(ran.err).toMatch(/documents, nothing wrong\n$/);
});

test.each(BROKEN)('%s', async (_, sql, found) => {
  const space = await ledger();
  const db = new Database(space.path('out/ledger.sqlite'));
  db.exec(sql);
  db.close();
  const ran = await space.run(['check']);
  expect(ran.out).toMatch(found);
  expect(ran.status).toBe(3);
  const json = await space.run(['check', '--json']);
  expect(
    json.out
      .trim()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line)).join()),
  ).toContain('where,row,what');
});

test('what is no ledger', async () => {
  const space = workspace({ 'x.sqlite': 'x' });
  expect(await space.run(['check', '--db', 'x.sqlite'])).toMatchObject({ status: 2, err: /is not a Taizhang ledger/ });
  expect(await space.run(['check', '--db', 'none.sqlite'])).toMatchObject({ status: 2, err: /no such ledger/ });
});
