/** Writes documents in groups, one transaction each: a transaction for each document would wait for the disk thousands of times. */
import Database from 'better-sqlite3';
import type { LedgerRows } from '../ledger/rows.js';
import type { LedgerWriter, Outcome } from '../ledger/write.js';
import { internalTrouble, type Obstacle } from './parse-input.js';
import type { PlannedDocument } from './plan.js';
import type { Prepared } from './planned.js';
import type { Tallying } from './tally.js';

export interface Waiting {
  document: PlannedDocument;
  prepared: Prepared<LedgerRows>;
}

/** What is told of a document when it is on disk: without its rows, which would live as long as the group. */
interface Written extends Pick<Prepared<LedgerRows>, 'sources' | 'failures'> {
  id: string;
  ms: number;
  result: Outcome | Obstacle | null;
}

export interface GroupWriter {
  /** Writes a document; false where it must be parsed after all: its last source went to another document. */
  add(waiting: Waiting): boolean;
  /** Puts on disk what was added since the last time. */
  flush(): void;
}

/**
 * A group is full by count and size, never by time: the number of transactions stands in the header of the file, and two
 * builds must be the same file.
 */
const GROUP = 64;
const GROUP_BYTES = 4 * 1024 * 1024;

export function documentId({ sha256 }: PlannedDocument): string {
  return sha256.slice(0, 16);
}

/** A document is written as it comes, while others are parsed. Where the run ends by an error, the group is not closed. */
export function groupWriter(ledger: LedgerWriter, run: Tallying, version: string): GroupWriter {
  let group: Written[] = [];
  let bytes = 0;
  let isOpen = false;
  const flush = (): void => {
    if (!isOpen) return;
    ledger.commit();
    const done = group;
    group = [];
    bytes = 0;
    isOpen = false;
    // Told only now that it is on disk.
    for (const one of done) tell(ledger, run, one);
  };
  return {
    add(waiting) {
      if (!isOpen) ledger.begin();
      isOpen = true;
      if (isStale(ledger, waiting, version)) return false;
      group.push(written(waiting, put(ledger, waiting)));
      bytes += waiting.document.size;
      if (group.length >= GROUP || bytes >= GROUP_BYTES) flush();
      return true;
    },
    flush,
  };
}

/** It was there when it was prepared, but its last source has since gone to another document of this run. */
function isStale(ledger: LedgerWriter, { document, prepared }: Waiting, version: string): boolean {
  return prepared.parsed === null && prepared.sources.length > 0 && !ledger.isCurrent(documentId(document), version);
}

function put(ledger: LedgerWriter, { document, prepared }: Waiting): Outcome | Obstacle | null {
  const { sources, parsed } = prepared;
  if (sources.length === 0) return null;
  try {
    if (parsed === null) {
      ledger.attach(documentId(document), sources);
      return 'unchanged';
    }
    if (parsed.kind === 'parsed') return ledger.store(parsed.value, sources);
    if (parsed.kind === 'unreadable') ledger.reject({ ...parsed, sha256: document.sha256, sources });
    return parsed;
  } catch (error) {
    // A record against the ledger's rules is this document's trouble; a full disk or a lock is everyone's.
    if (error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
    return internalTrouble(error);
  }
}

function written({ document, prepared }: Waiting, result: Outcome | Obstacle | null): Written {
  const { sources, failures, parsed } = prepared;
  return { id: documentId(document), sources, failures, ms: parsed?.ms ?? 0, result };
}

function tell(ledger: LedgerWriter, run: Tallying, { id, sources, failures, ms, result }: Written): void {
  for (const failure of failures) run.fail(failure);
  if (typeof result === 'string') run.done({ id, sources, outcome: result, ms, warnings: ledger.warningsOf(id) });
  else if (result) for (const source of sources) run.fail({ source, code: result.code, message: result.message });
  run.advance();
}
