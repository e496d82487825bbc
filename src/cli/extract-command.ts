/** `taizhang extract`: documents into the ledger. */
import { resolve } from 'node:path';
import { extract, type Summary } from '../batch/extract.js';
import { collectInputs } from '../batch/inputs.js';
import type { Parse } from '../batch/parse-input.js';
import { EXIT, type ExitStatus } from './exit.js';
import { count, failureLine } from './messages.js';
import type { Terminal } from './terminal.js';

export interface ExtractFlags {
  db: string;
  jobs: number;
  maxBytes: number;
  root?: string;
  json?: true;
}

function summaryLine(summary: Summary, others: number, db: string): string {
  const { documents, tasks, assignments, warnings, loaded, replaced, unchanged, failed } = summary;
  const passedOver = others > 0 ? `; ${count(others, 'other file')} not read` : '';
  return (
    `${db}: ${count(documents, 'document')}, ${count(tasks, 'task')}, ${count(assignments, 'assignment')}, ` +
    `${count(warnings, 'warning')} (${loaded} loaded, ${replaced} replaced, ${unchanged} unchanged, ` +
    `${failed.length} failed${passedOver})\n`
  );
}

/** Runs the command and says how it ended. */
export async function extractCommand(
  names: readonly string[],
  flags: ExtractFlags,
  terminal: Terminal,
  parse: Parse,
): Promise<ExitStatus> {
  const { cwd, stdin } = terminal;
  const { inputs, failures, others } = await collectInputs(names, { ...flags, cwd, stdin });
  const summary = await extract({
    inputs,
    failures,
    db: resolve(cwd, flags.db),
    parse,
    jobs: flags.jobs,
    onFailure: (failure) => terminal.err(failureLine(failure)),
  });
  if (flags.json) await terminal.out(`${JSON.stringify({ ...summary, skipped: others, db: flags.db })}\n`);
  else terminal.err(summaryLine(summary, others, flags.db));
  return summary.failed.length > 0 ? EXIT.failed : EXIT.ok;
}
