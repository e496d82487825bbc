/** `taizhang parse`: one JSON record per document and line, without a database. */
import { inOrder } from '../batch/in-order.js';
import { collectInputs } from '../batch/inputs.js';
import type { Parse } from '../batch/parse-input.js';
import { planRun } from '../batch/plan.js';
import { parsePlanned } from '../batch/planned.js';
import { byteOrder } from '../ledger/byte-order.js';
import { EXIT, type ExitStatus } from './exit.js';
import { failureLine } from './messages.js';
import type { Terminal } from './terminal.js';

export interface ParseFlags {
  jobs: number;
  maxBytes: number;
  root?: string;
}

/** Prints the records in byte order of their sources; the same bytes under two sources are one record. */
export async function parseCommand(
  names: readonly string[],
  flags: ParseFlags,
  terminal: Terminal,
  parse: Parse,
): Promise<ExitStatus> {
  const { cwd, stdin } = terminal;
  const found = await collectInputs(names, { ...flags, cwd, stdin });
  const plan = await planRun(found.inputs, flags.jobs);
  const documents = plan.documents.sort((a, b) => byteOrder(a.inputs[0].source, b.inputs[0].source));
  let status: ExitStatus = EXIT.ok;
  const fail = (source: string, message: string) => {
    status = EXIT.failed;
    terminal.err(failureLine({ source, message }));
  };

  for (const { source, message } of [...found.failures, ...plan.failures]) fail(source, message);
  const prepared = inOrder(documents, flags.jobs, (document) => parsePlanned(document, parse));
  for await (const [, { sources, failures, parsed }] of prepared) {
    for (const { source, message } of failures) fail(source, message);
    if (parsed?.kind === 'record') await terminal.out(`${JSON.stringify({ source: sources[0], ...parsed.record })}\n`);
    else if (parsed) for (const source of sources) fail(source, parsed.message);
  }
  return status;
}
