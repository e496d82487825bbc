/** A whole run of `extract`: from inputs to a ledger on disk. */
import Database from 'better-sqlite3';
import { byteOrder } from '../ledger/byte-order.js';
import { openLedger } from '../ledger/open.js';
import { checkLedgerPath } from '../ledger/path.js';
import { type LedgerWriter, ledgerWriter, type Outcome, type Totals } from '../ledger/write.js';
import { VERSION } from '../model/model.js';
import type { Failure } from './errors.js';
import { inOrder } from './in-order.js';
import type { Input } from './inputs.js';
import { internalTrouble, type Obstacle, type Parse, type Parsed } from './parse-input.js';
import { type PlannedDocument, planRun } from './plan.js';
import { type Prepared, parsePlanned, sourcesOf } from './planned.js';

export interface ExtractOptions {
  inputs: readonly Input[];
  /** Inputs that could not even be found: they count among the failed. */
  failures?: readonly Failure[];
  /** Path of the ledger; it and its folder are made where missing. */
  db: string;
  parse: Parse;
  /** How many documents are read at once. */
  jobs: number;
  /** Hears of each failure as it happens. */
  onFailure?: (failure: Failure) => void;
  /** How long to wait for a ledger that another process holds, in milliseconds. */
  timeout?: number;
}

/** What the run did (loaded, replaced, unchanged, failed) and what the ledger now holds (the totals). */
export interface Summary extends Totals, Record<Outcome, number> {
  /** In byte order of the sources. */
  failed: Failure[];
}

function documentId(document: PlannedDocument): string {
  return document.sha256.slice(0, 16);
}

function put(
  ledger: LedgerWriter,
  document: PlannedDocument,
  sources: readonly string[],
  parsed: Parsed | null,
): Outcome | Obstacle {
  try {
    if (parsed === null) {
      ledger.attach(documentId(document), sources);
      return 'unchanged';
    }
    if (parsed.kind === 'record') return ledger.store(parsed.record, sources);
    if (parsed.kind === 'unreadable') ledger.reject({ ...parsed, sha256: document.sha256, sources });
    return parsed;
  } catch (error) {
    // A record against the ledger's rules is this document's trouble; a full disk or a lock is everyone's.
    if (error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
    return internalTrouble(error);
  }
}

/**
 * Brings the ledger up to date with the inputs. Documents are written one by one in the order of their ids, in whatever
 * order they were named and read.
 * @throws UsageError, NotALedger before anything is written; SqliteError where the ledger cannot be written
 */
export async function extract(options: ExtractOptions): Promise<Summary> {
  const { inputs, failures: notFound = [], db: path, parse, jobs, onFailure, timeout } = options;
  const done: Record<Outcome, number> = { loaded: 0, replaced: 0, unchanged: 0 };
  const failed: Failure[] = [];
  const fail = (failure: Failure) => {
    failed.push(failure);
    onFailure?.(failure);
  };

  checkLedgerPath(path);
  const plan = await planRun(inputs, jobs);
  for (const failure of [...notFound, ...plan.failures]) fail(failure);

  const db = openLedger(path, timeout);
  try {
    const ledger = ledgerWriter(db);
    const isCurrent = (document: PlannedDocument) =>
      !document.tooLarge && ledger.isCurrent(documentId(document), VERSION);
    const prepare = async (document: PlannedDocument): Promise<Prepared> =>
      isCurrent(document)
        ? { sources: sourcesOf(document), failures: [], parsed: null }
        : parsePlanned(document, parse);

    for await (const [document, first] of inOrder(plan.documents, jobs, prepare)) {
      // It was there when it was prepared, but its last source has since gone to another document of this run.
      const stale = first.parsed === null && first.sources.length > 0 && !isCurrent(document);
      const { sources, failures, parsed } = stale ? await parsePlanned(document, parse) : first;
      for (const failure of failures) fail(failure);
      if (sources.length === 0) continue;
      const result = put(ledger, document, sources, parsed);
      if (typeof result === 'string') done[result] += 1;
      else for (const source of sources) fail({ source, code: result.code, message: result.message });
    }
    return { ...ledger.totals(), ...done, failed: failed.sort((a, b) => byteOrder(a.source, b.source)) };
  } finally {
    db.close();
  }
}
