/** The table at the end of a run. */
import type { Summary } from '../batch/extract.js';
import { count } from './messages.js';

/** Codes of diagnostics that are named; the others are counted together. */
const CODES = 6;
/** Documents that took less than this many milliseconds are not worth a word. */
const SLOW = 1000;

function byCode(diagnostics: Record<string, number>): string {
  const codes = Object.entries(diagnostics);
  const named = codes.slice(0, CODES).map(([code, n]) => `${code} ${n}`);
  const more = codes.slice(CODES).reduce((sum, [, n]) => sum + n, 0);
  return [...named, ...(more > 0 ? [`others ${more}`] : [])].join(', ');
}

/**
 * Input: the summary of a run, the files that were passed over, the path of the ledger. Output: lines for the person.
 */
export function summaryTable(summary: Summary, others: number, db: string): string {
  const { loaded, replaced, unchanged, failed, pruned, slowest } = summary;
  const did = [`${loaded} loaded`, `${replaced} replaced`, `${unchanged} unchanged`, `${failed.length} failed`];
  if (pruned > 0) did.push(`${count(pruned, 'source')} pruned`);
  if (others > 0) did.push(`${count(others, 'other file')} not read`);
  const rows: [string, number | '', string][] = [
    ['documents', summary.documents, did.join(', ')],
    ['tasks', summary.tasks, count(summary.assignments, 'assignment')],
    ['units', summary.units, ''],
    ['warnings', summary.warnings, byCode(summary.diagnostics)],
  ];
  const slow = slowest.filter(({ ms }) => ms >= SLOW).map(({ source, ms }) => `${source} ${(ms / 1000).toFixed(1)} s`);
  if (slow.length > 0) rows.push(['slowest', '', slow.join(', ')]);
  const width = Math.max(...rows.map(([, n]) => String(n).length));
  const lines = rows.map(([name, n, text]) => `  ${name.padEnd(10)} ${String(n).padStart(width)}  ${text}`.trimEnd());
  return `${[db, ...lines].join('\n')}\n`;
}
