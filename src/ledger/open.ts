/** Opens a ledger, or makes a new one, without ever touching a file that is something else. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CHINESE_VIEWS } from './chineseViews.js';
import { checkLedgerPath, NotALedger } from './path.js';
import { APPLICATION_ID, INDEXES, SCHEMA_VERSION, TABLES } from './schema.js';
import { SEARCH } from './searchIndex.js';
import { VIEWS } from './views.js';

function isEmpty(db: Database.Database): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

/** All in one transaction: a ledger has its whole schema or is an empty file. */
function create(db: Database.Database): void {
  db.transaction(() => {
    if (!isEmpty(db)) return; // another process was first
    db.exec(TABLES);
    db.exec(INDEXES);
    db.exec(VIEWS);
    db.exec(CHINESE_VIEWS);
    db.exec(SEARCH);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}

/**
 * Opens the ledger at `path` for writing; makes it, and its folder, where there is none.
 * @param timeout how long to wait for another process that holds it, in milliseconds
 * @throws NotALedger for any other file or a ledger of another schema; SqliteError where it cannot be opened
 */
export function openLedger(path: string, timeout = 5000): Database.Database {
  checkLedgerPath(path);
  mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path, { timeout });
  try {
    // Written down, not left to the library's defaults: the file's bytes depend on them. On smaller pages most tasks
    // would need a page of their own beside their row.
    db.pragma('page_size = 8192');
    db.pragma("encoding = 'UTF-8'");
    db.pragma('auto_vacuum = NONE');
    if (isEmpty(db)) create(db);
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new NotALedger(path, 'is not a Taizhang ledger');
    }
    const version = db.pragma('user_version', { simple: true });
    if (version !== SCHEMA_VERSION) {
      throw new NotALedger(path, `has schema ${version}, this version writes schema ${SCHEMA_VERSION}: build it anew`);
    }
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What a document's rows would undo, should one of them fail, is soon forgotten: not worth a file.
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new NotALedger(path, 'is not a Taizhang ledger');
    }
    throw error;
  }
}
