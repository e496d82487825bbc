/** What a ledger holds, in figures. */
import type Database from 'better-sqlite3';

export interface Totals {
  documents: number;
  tasks: number;
  assignments: number;
  units: number;
  warnings: number;
  /** Diagnostics of severity warning and error by code, the most frequent first. */
  diagnostics: Record<string, number>;
}

const COUNTS = `SELECT
  (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM tasks) AS tasks,
  (SELECT count(*) FROM assignments) AS assignments, (SELECT count(*) FROM units) AS units,
  (SELECT count(*) FROM diagnostics WHERE severity = 'warning') AS warnings`;
const CODES = `SELECT code, count(*) AS n FROM diagnostics WHERE severity <> 'info' GROUP BY code ORDER BY n DESC, code`;

export function ledgerTotals(db: Database.Database): Totals {
  const counts = db.prepare<[], Omit<Totals, 'diagnostics'>>(COUNTS).get() as Omit<Totals, 'diagnostics'>;
  const codes = db.prepare<[], { code: string; n: number }>(CODES).all();
  return { ...counts, diagnostics: Object.fromEntries(codes.map(({ code, n }) => [code, n])) };
}
