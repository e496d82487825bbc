/** Is the file itself sound? */
import type Database from 'better-sqlite3';
import { APPLICATION_ID, SCHEMA_VERSION } from '../ledger/schema.js';
import { searchIsCurrent } from '../ledger/searchIndex.js';
import type { Finding } from './finding.js';

export function* checkFile(db: Database.Database): Generator<Finding> {
  const pragma = (name: string) => db.pragma(name, { simple: true });
  const expected: Record<string, unknown> = {
    application_id: APPLICATION_ID,
    user_version: SCHEMA_VERSION,
    journal_mode: 'delete',
    encoding: 'UTF-8',
  };
  for (const [name, value] of Object.entries(expected)) {
    const found = pragma(name);
    if (found !== value) yield { where: 'file', row: name, what: `is ${found}, not ${value}` };
  }
  for (const { integrity_check } of db.pragma('integrity_check') as { integrity_check: string }[])
    if (integrity_check !== 'ok') yield { where: 'file', row: 'integrity_check', what: integrity_check };
  for (const { table, parent } of db.pragma('foreign_key_check') as { table: string; parent: string }[])
    yield { where: table, row: '', what: `refers to a row of ${parent} that is not there` };
  if (!searchIsCurrent(db))
    yield { where: 'search_index', row: '', what: 'does not hold the tasks of the ledger: run extract once more' };
}
