/** Tells whether a path may become, or already is, a ledger. Knows the file format, but does not load SQLite. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { APPLICATION_ID } from './schema.js';

/** The path names something that is not a ledger this version can write to. */
export class NotALedger extends Error {
  constructor(path: string, why: string) {
    super(`${path}: ${why}`);
    this.name = 'NotALedger';
  }
}

const MAGIC = Buffer.from('SQLite format 3\0');
const APPLICATION_ID_AT = 68;

/**
 * Looks, without opening it as a database (which may write), whether `path` is free, empty or a ledger.
 * @throws NotALedger when it is a folder or any other file
 */
export function checkLedgerPath(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || (stat.isFile() && stat.size === 0)) return;
  if (!stat.isFile()) throw new NotALedger(path, stat.isDirectory() ? 'is a folder' : 'is not a file');
  // A run killed while it made the file left a journal: SQLite clears that up when the file is opened.
  if (existsSync(`${path}-journal`)) return;
  const head = Buffer.alloc(APPLICATION_ID_AT + 4);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC) || head.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw new NotALedger(path, 'is not a Taizhang ledger');
  }
}
