/** docs/metadata.json is made from the descriptions; Datasette would find all that it names. `npm run goldens` renews it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../corpus.js';
import { corpusLedger } from '../export/ledgers.js';
import { refuseUpdateInCi, UPDATE } from '../goldens/switch.js';
import { metadata } from './metadata.js';
import { relationsOf } from './relations.js';

refuseUpdateInCi();
const FILE = join(ROOT, 'docs/metadata.json');

test('docs/metadata.json is current', () => {
  const made = `${JSON.stringify(metadata(), null, 2)}\n`;
  if (UPDATE) writeFileSync(FILE, made);
  else expect(readFileSync(FILE, 'utf8')).toBe(made);
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
  expect(files).toContain('docs/metadata.json');
});

test('the tables, columns, sorts, facets and labels that it names are those of a ledger', () => {
  const db = corpusLedger().open();
  const relations = relationsOf(db);
  const referred = new Set(relations.flatMap(({ columns }) => columns.map(({ refersTo }) => refersTo)));
  db.close();
  const { tables } = metadata().databases.ledger;
  expect(Object.keys(tables).sort()).toEqual(relations.map(({ name }) => name).sort());
  for (const { name, kind, columns, indexes } of relations) {
    const { columns: described = {}, label_column, sort, size, facets = [], sortable_columns } = tables[name] ?? {};
    const names = columns.map((column) => column.name);
    expect([name, ...Object.keys(described)]).toEqual([name, ...names]);
    const named = [label_column, sort, ...facets, ...(sortable_columns ?? [])].filter((one) => one !== undefined);
    expect([name, ...named.filter((one) => !names.includes(one))]).toEqual([name]);
    if (size !== undefined) expect(size).toBeGreaterThan(0);
    // Datasette labels foreign keys, sorts views only by what is listed, and a table by an index in a page's time.
    if (label_column) expect(referred).toContain(name);
    if (kind === 'view') expect(sortable_columns, name).toBeDefined();
    if (sort) expect(indexes.map((index) => index.columns[0])).toContain(sort);
  }
});

/** The pages that Datasette and DB Browser ask for: the first rows, in the orders and facets of the metadata. */
const BROWSE = `
import json, sqlite3, sys
db = sqlite3.connect('file:%s?mode=ro' % sys.argv[1], uri=True)
tables = json.load(open(sys.argv[2], encoding='utf-8'))['databases']['ledger']['tables']
for name, one in tables.items():
    cursor = db.execute('select * from [%s] limit 100' % name)
    assert [column[0] for column in cursor.description] == list(one['columns']), name
    rows = len(cursor.fetchall())
    for column in [one.get('sort')] + one.get('sortable_columns', []):
        if column:
            assert len(db.execute('select * from [%s] order by [%s] limit 101' % (name, column)).fetchall()) >= rows
    for column in one.get('facets', []):
        assert db.execute('select [%s], count(*) from [%s] group by 1 limit 31' % (column, name)).fetchall()
    print(name, rows)
`;

const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0;

test.skipIf(!hasPython)("python's sqlite3 browses every table and view", () => {
  const ledger = corpusLedger().path('out/ledger.sqlite');
  const { stdout, stderr } = spawnSync('python3', ['-c', BROWSE, ledger, FILE], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  expect(rows.filter(([, count]) => count === '0')).toEqual([]);
  expect(rows.length).toBe(Object.keys(metadata().databases.ledger.tables).length);
});
