/**
 * What depends on the clock or on the run stands beside the ledger in `<ledger>.state.sqlite`: what each run did, what was
 * fetched. It may be deleted at any time: the next run goes on without it.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { NotAState, statePath } from './path.js';

/** 'TaiS' */
export const STATE_APPLICATION_ID = 0x54616953;

/**
 * Opens the state beside the ledger at `ledger`, and makes it where there is none. A damaged or foreign file is an error:
 * nothing of somebody else's is overwritten.
 * @param tables SQL with CREATE TABLE IF NOT EXISTS, of the part of the state that the caller uses
 */
export function openState(ledger: string, tables: string, timeout = 5000): Database.Database {
  const path = statePath(ledger);
  mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path, { timeout });
  try {
    const known = db.pragma('application_id', { simple: true });
    const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
    if (!isEmpty && known !== STATE_APPLICATION_ID) throw new NotAState(path);
    db.exec(tables);
    if (isEmpty) db.pragma(`application_id = ${STATE_APPLICATION_ID}`);
    return db;
  } catch (error) {
    db.close();
    throw error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB' ? new NotAState(path) : error;
  }
}
