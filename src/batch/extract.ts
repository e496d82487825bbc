/** A whole run of `extract`: from inputs to a ledger on disk. */
import { setImmediate as turn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { byteOrder } from '../ledger/byte-order.js';
import { openLedger } from '../ledger/open.js';
import { checkLedgerPath } from '../ledger/path.js';
import type { LedgerRows } from '../ledger/rows.js';
import { rebuildSearch, searchIsCurrent } from '../ledger/searchIndex.js';
import { ledgerTotals, type Totals } from '../ledger/totals.js';
import { ledgerWriter } from '../ledger/write.js';
import { VERSION } from '../model/version.js';
import type { Failure } from './errors.js';
import { inOrder } from './in-order.js';
import type { Input } from './inputs.js';
import type { Parser } from './parse-input.js';
import { type PlannedDocument, planRun } from './plan.js';
import { aheadOf, type Prepared, parsePlanned, sourcesOf } from './planned.js';
import { pruneSources } from './prune.js';
import { type Observer, type Tally, tally } from './tally.js';
import { documentId, groupWriter } from './write-group.js';

export interface ExtractOptions {
  inputs: readonly Input[];
  /** Inputs that could not even be found: they count among the failed. */
  failures?: readonly Failure[];
  /** Path of the ledger; it and its folder are made where missing. */
  db: string;
  parser: Parser<LedgerRows>;
  /** How many documents are read and parsed at once. */
  jobs: number;
  /** What the records say of their version; documents that stand there under another one are parsed again. */
  version?: string;
  /** Sources that the ledger shall lose where this says that their file is gone. */
  isGone?: (source: string) => Promise<boolean>;
  /** Hears of what happens as it happens. */
  observer?: Observer;
  /** Ends the run after the documents under way; what is written stays. */
  signal?: AbortSignal;
  /** How long to wait for a ledger that another process holds, in milliseconds. */
  timeout?: number;
}

/** What the run did and what the ledger now holds (the totals). */
export interface Summary extends Totals, Tally {
  /** Sources that left the ledger because their file is gone. */
  pruned: number;
  /** The run was told to stop before its end. */
  interrupted: boolean;
}

/**
 * Brings the ledger up to date with the inputs. Documents are written in the order of their ids, in whatever order they
 * were named and read.
 * @throws UsageError, NotALedger before anything is written; SqliteError where the ledger cannot be written
 */
export async function extract(options: ExtractOptions): Promise<Summary> {
  const { inputs, failures: notFound = [], db: path, isGone, observer = {}, signal, timeout } = options;
  const { parser, jobs, version = VERSION } = options;
  const run = tally(observer);
  checkLedgerPath(path);
  const plan = await planRun(inputs, jobs);
  observer.planned?.(plan.documents.length);
  for (const failure of [...notFound, ...plan.failures]) run.fail(failure);

  const db = openLedger(path, timeout);
  try {
    const isDone = await writeAll(db, plan.documents, { parser, jobs, run, version, signal });
    const pruned =
      isDone && isGone ? await pruneSources(db, version, isGone, (source) => observer.pruned?.(source)) : 0;
    if (isDone && !searchIsCurrent(db)) rebuildSearch(db);
    const { failed, ...told } = run.told();
    failed.sort((a, b) => byteOrder(a.source, b.source));
    return { ...ledgerTotals(db), ...told, failed, pruned, interrupted: !isDone };
  } finally {
    db.close();
  }
}

interface Work {
  parser: Parser<LedgerRows>;
  jobs: number;
  run: ReturnType<typeof tally>;
  version: string;
  signal: AbortSignal | undefined;
}

/** @returns false where it was told to stop before the end */
async function writeAll(db: Database.Database, documents: PlannedDocument[], work: Work): Promise<boolean> {
  const { parser, jobs, run, version, signal } = work;
  const ledger = ledgerWriter(db, version);
  const writer = groupWriter(ledger, run, version);
  const prepare = async (document: PlannedDocument): Promise<Prepared<LedgerRows>> =>
    !document.tooLarge && ledger.isCurrent(documentId(document), version)
      ? { sources: sourcesOf(document), failures: [], parsed: null }
      : parsePlanned(document, parser);
  for await (const [document, prepared] of inOrder(documents, aheadOf(jobs), prepare)) {
    const isWritten = writer.add({ document, prepared });
    if (!isWritten) writer.add({ document, prepared: await parsePlanned(document, parser) });
    if (signal?.aborted) break;
    // The workers are given their next documents.
    await turn();
  }
  writer.flush();
  return signal?.aborted !== true;
}
