/** Reads a ledger again, whole: its file, the invariants of the contract, every span. */
import type Database from 'better-sqlite3';
import { checkEvidence } from './evidence.js';
import { checkFile } from './file.js';
import type { Finding } from './finding.js';
import { checkRules } from './rules.js';

/** Input: a ledger open for reading. Output: what is wrong with it, nothing for a sound one. */
export function* checkLedger(db: Database.Database): Generator<Finding> {
  yield* checkFile(db);
  yield* checkRules(db);
  yield* checkEvidence(db);
}
