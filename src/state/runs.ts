/** The run log: what each run of `extract` did, and under which root it saw each source. */
import type Database from 'better-sqlite3';
import { openState } from './open.js';

export const RUN_TABLES = `
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  version TEXT NOT NULL,
  -- running: it was killed, or it is still at work
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'interrupted', 'failed')),
  root TEXT NOT NULL,
  loaded INTEGER, replaced INTEGER, unchanged INTEGER, failed INTEGER, pruned INTEGER,
  message TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS run_documents (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  document_id TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('loaded', 'replaced', 'failed', 'pruned')),
  ms INTEGER,
  message TEXT,
  PRIMARY KEY (run_id, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source_roots (source TEXT NOT NULL PRIMARY KEY, root TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** What a run did to a source; unchanged ones are only counted. */
export interface RunEntry {
  source: string;
  documentId: string | null;
  outcome: 'loaded' | 'replaced' | 'failed' | 'pruned';
  ms: number | null;
  message: string | null;
}

export type RunCounts = Record<'loaded' | 'replaced' | 'unchanged' | 'failed' | 'pruned', number>;

export interface RunLog {
  /** The folder below which a source stood in the last run that saw it; null where no run here saw it. */
  rootOf(source: string): string | null;
  note(entry: RunEntry): void;
  seen(sources: readonly string[]): void;
  end(status: 'done' | 'interrupted', counts: RunCounts): void;
  fail(message: string): void;
  close(): void;
}

/** Runs that are remembered with their documents. */
const KEPT = 100;
/** Entries are written together: the log must not cost more than the ledger. */
const TOGETHER = 500;

const now = (): string => new Date().toISOString();

/** Begins the log of a run beside the ledger at `ledger`. */
export function beginRun(ledger: string, version: string, root: string): RunLog {
  const db = openState(ledger, RUN_TABLES);
  db.pragma('foreign_keys = ON');
  db.pragma('synchronous = NORMAL');
  const begin = db.prepare("INSERT INTO runs (started_at, version, status, root) VALUES (?, ?, 'running', ?)");
  const id = Number(begin.run(now(), version, root).lastInsertRowid);
  db.prepare('DELETE FROM runs WHERE id <= ?').run(id - KEPT);
  return runLog(db, id, root);
}

function runLog(db: Database.Database, id: number, root: string): RunLog {
  const insert = db.prepare('INSERT OR REPLACE INTO run_documents VALUES (?, ?, ?, ?, ?, ?)');
  const insertRoot = db.prepare(
    'INSERT INTO source_roots VALUES (?, ?) ON CONFLICT DO UPDATE SET root = excluded.root WHERE root <> excluded.root',
  );
  const selectRoot = db.prepare<[string], string>('SELECT root FROM source_roots WHERE source = ?').pluck();
  let entries: RunEntry[] = [];
  let sources: string[] = [];
  const flush = db.transaction(() => {
    for (const { source, documentId, outcome, ms, message } of entries)
      insert.run(id, source, documentId, outcome, ms === null ? null : Math.round(ms), message);
    for (const source of sources) insertRoot.run(source, root);
    entries = [];
    sources = [];
  });
  return {
    rootOf: (source) => selectRoot.get(source) ?? null,
    note(entry) {
      entries.push(entry);
      if (entries.length >= TOGETHER) flush();
    },
    seen(found) {
      sources.push(...found);
      if (sources.length >= TOGETHER) flush();
    },
    end(status, { loaded, replaced, unchanged, failed, pruned }) {
      flush();
      db.prepare(
        'UPDATE runs SET ended_at = ?, status = ?, loaded = ?, replaced = ?, unchanged = ?, failed = ?, pruned = ? WHERE id = ?',
      ).run(now(), status, loaded, replaced, unchanged, failed, pruned, id);
    },
    fail(message) {
      flush();
      db.prepare("UPDATE runs SET ended_at = ?, status = 'failed', message = ? WHERE id = ?").run(now(), message, id);
    },
    close: () => db.close(),
  };
}
