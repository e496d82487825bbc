/** Opens a ledger to read it. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { checkLedgerPath, NotALedger } from '../ledger/path.js';
import { SCHEMA_VERSION } from '../ledger/schema.js';

/**
 * Opens the ledger at `path` read-only; the caller closes it.
 * @throws NotALedger where there is none, or one of another schema; SqliteError where it cannot be read
 */
export function openForReading(path: string): Database.Database {
  if (!existsSync(path)) throw new NotALedger(path, 'no such ledger');
  checkLedgerPath(path);
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const version = db.pragma('user_version', { simple: true });
    if (version !== SCHEMA_VERSION)
      throw new NotALedger(path, `has schema ${version}, this version reads schema ${SCHEMA_VERSION}: build it anew`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
