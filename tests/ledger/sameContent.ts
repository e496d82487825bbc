/** Two ledgers hold the same: `VACUUM INTO` gives the same bytes, but for the full-text index, whose segments lie as they came. */
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { instances } from './instances.js';

function contentOf(path: string): { bytes: Buffer; index: unknown[] } {
  const [copy, vacuumed] = [`${path}.copy`, `${path}.vacuumed`];
  copyFileSync(path, copy);
  const db = new Database(copy);
  const index = instances(db);
  db.exec(`DROP TABLE search_index; VACUUM INTO '${vacuumed}'`);
  db.close();
  const bytes = readFileSync(vacuumed);
  for (const one of [copy, vacuumed]) rmSync(one);
  return { bytes, index };
}

/** Of ledgers that are not empty, by their paths. */
export function expectSameContent(path: string, other: string): void {
  const [one, two] = [contentOf(path), contentOf(other)];
  expect(one.bytes.equals(two.bytes)).toBe(true);
  expect(one.index.length).toBeGreaterThan(0);
  expect(one.index).toEqual(two.index);
}
