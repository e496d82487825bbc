/** Takes sources out of a ledger whose files are gone. */
import type Database from 'better-sqlite3';
import pLimit from 'p-limit';
import { ledgerWriter } from '../ledger/write.js';

const SOURCES = `SELECT source FROM sources UNION SELECT source FROM diagnostics WHERE document_id IS NULL ORDER BY source`;
const AT_ONCE = 16;

/**
 * Removes every source of the ledger of which `isGone` says so; a document goes with its last one.
 * @returns how many sources went
 */
export async function pruneSources(
  db: Database.Database,
  version: string,
  isGone: (source: string) => Promise<boolean>,
  told: (source: string) => void,
): Promise<number> {
  const limit = pLimit(AT_ONCE);
  const sources = db.prepare<[], string>(SOURCES).pluck().all();
  const gone = await Promise.all(sources.map((source) => limit(() => isGone(source))));
  const pruned = sources.filter((_, i) => gone[i]);
  if (pruned.length > 0) ledgerWriter(db, version).forget(pruned);
  pruned.forEach(told);
  return pruned.length;
}
