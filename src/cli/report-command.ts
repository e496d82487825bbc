/** `taizhang report`: the ledger as a page. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../batch/errors.js';
import { openForReading } from '../query/open.js';
import { readAssets } from '../report/assets.js';
import { reportHtml } from '../report/html.js';
import { readReport } from '../report/read/report.js';
import { EXIT, type ExitStatus } from './exit.js';
import { count } from './messages.js';
import type { Terminal } from './terminal.js';

export interface ReportFlags {
  db: string;
  out: string;
  contacts?: true;
}

/** Writes the pieces beside the file and puts them in its place when they are whole. */
function writeWhole(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  try {
    const file = openSync(part, 'w');
    try {
      for (const piece of pieces) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * Writes the page of a ledger and says what is on it.
 * @throws NotALedger, UsageError where `--out` is the ledger itself
 */
export async function reportCommand(flags: ReportFlags, terminal: Terminal): Promise<ExitStatus> {
  const path = resolve(terminal.cwd, flags.db);
  const out = resolve(terminal.cwd, flags.out);
  if (path === out) throw new UsageError('--out is the ledger itself');
  const db = openForReading(path);
  try {
    const report = readReport(db, { hasContacts: flags.contacts === true });
    writeWhole(out, reportHtml(report, readAssets()));
    const { documents, tasks, findings } = report.index;
    const open = findings.filter(({ severity }) => severity !== 'info').length;
    terminal.err(
      `${flags.out}: ${count(documents.length, 'document')}, ${count(tasks.length, 'task')}, ${open} to check\n`,
    );
  } finally {
    db.close();
  }
  return EXIT.ok;
}
