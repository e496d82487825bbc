/** docs/schema.md: its tables, views, picture and queries are made from the code. `npm run goldens` renews them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../corpus.js';
import { corpusLedger } from '../export/ledgers.js';
import { refuseUpdateInCi, UPDATE } from '../goldens/switch.js';
import { relationsOf } from './relations.js';
import { madeParts, withParts } from './schema-page.js';
import { TYPICAL_QUERIES } from './typical-queries.js';

refuseUpdateInCi();
const PAGE = join(ROOT, 'docs/schema.md');

function corpus(): Database.Database {
  const db = corpusLedger().open();
  onTestFinished(() => void db.close());
  return db;
}

test('docs/schema.md is current', () => {
  const db = corpus();
  const page = readFileSync(PAGE, 'utf8');
  const made = withParts(page, madeParts(relationsOf(db), db));
  if (UPDATE) writeFileSync(PAGE, made);
  else expect(page).toBe(made);
});

test('the links of docs/schema.md lead somewhere', () => {
  const page = readFileSync(PAGE, 'utf8');
  const headings = new Set([...page.matchAll(/^### `(.+)`$/gm)].map(([, name]) => `#${name}`));
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => link.startsWith('#') && !headings.has(link))).toEqual([]);
  for (const link of links.filter((one) => !one.startsWith('#')))
    expect(() => readFileSync(join(ROOT, 'docs', link.replace(/#.*$/, ''))), link).not.toThrow();
});

/** Steps of a plan that read a table whole, row by row, by the names that queries and views give it. */
const WHOLE_TABLE =
  /^SCAN (?:t|tasks|assignments|d|documents|l|deadlines|g|targets|diagnostics|evidence|sections|measures|unit_names|n|r)(?: USING INDEX \w+)?$/;

function wholeTables(sql: string): string[] {
  const plan = corpus().prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
  const steps = plan.map(({ detail }) => detail).filter((step) => WHOLE_TABLE.test(step));
  // Along an index that gives the order, a page of rows is read and no more.
  return sql.includes(' LIMIT ') ? steps.filter((step) => !step.includes(' USING INDEX ')) : steps;
}

test.each(TYPICAL_QUERIES)('$asks finds rows, along indexes', ({ sql, ms }) => {
  expect(corpus().prepare(sql).all().length).toBeGreaterThan(0);
  expect(wholeTables(sql)).toEqual([]);
  expect(ms).toBeGreaterThan(0);
  expect(ms).toBeLessThan(100);
});

test('a query that reads a whole table would be noticed', () => {
  expect(wholeTables("SELECT * FROM ledger WHERE title = ''")).not.toEqual([]);
  expect(wholeTables("SELECT * FROM tasks WHERE title = '' LIMIT 100")).not.toEqual([]);
});
