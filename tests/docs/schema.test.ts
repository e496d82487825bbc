/** docs/schema.md lists every table, view and column of a ledger. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.js';
import { ROOT } from '../corpus.js';

test('docs/schema.md has the tables, views and columns of a ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-schema-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const db = openLedger(join(folder, 'ledger.sqlite'));
  const columns = db.prepare<[], { name: string; columns: string }>(
    `SELECT m.name, (SELECT group_concat(name, ', ') FROM pragma_table_info(m.name)) AS columns
     FROM pragma_table_list m WHERE m.schema = 'main' AND m.type <> 'shadow' AND m.name <> 'sqlite_schema' ORDER BY m.name`,
  );
  const expected = columns.all();
  db.close();
  const page = readFileSync(join(ROOT, 'docs/schema.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `(\w+)` \| .* \| ([^|]+) \|$/gm)].map(([, name = '', list = '']) => ({
    name,
    columns: list.replaceAll('`', ''),
  }));
  expect(listed.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(expected);
});
