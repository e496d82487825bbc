/** `taizhang parse`: one JSON record per document and line, without a database. */
import { inOrder } from '../batch/in-order.js';
import { collectInputs } from '../batch/inputs.js';
import type { Parser } from '../batch/parse-input.js';
import { type PlannedDocument, planRun } from '../batch/plan.js';
import { aheadOf, parsePlanned } from '../batch/planned.js';
import { byteOrder } from '../ledger/byte-order.js';
import { EXIT, type ExitStatus } from './exit.js';
import { failureLine } from './messages.js';
import type { Parsing } from './parsing.js';
import type { Terminal } from './terminal.js';

export interface ParseFlags {
  jobs: number;
  maxBytes: number;
  /** Seconds. */
  timeout: number;
  root?: string;
}

/** Prints the records in byte order of their sources; the same bytes under two sources are one record. */
export async function parseCommand(
  names: readonly string[],
  flags: ParseFlags,
  terminal: Terminal,
  parsing: Parsing,
): Promise<ExitStatus> {
  const { cwd, stdin } = terminal;
  const found = await collectInputs(names, { ...flags, cwd, stdin });
  const plan = await planRun(found.inputs, flags.jobs);
  const documents = plan.documents.sort((a, b) => byteOrder(a.inputs[0].source, b.inputs[0].source));
  for (const failure of [...found.failures, ...plan.failures]) terminal.err(failureLine(failure));
  const isWell = await withParser(documents, flags, parsing, (parser) =>
    print(documents, flags.jobs, parser, terminal),
  );
  return isWell && found.failures.length + plan.failures.length === 0 ? EXIT.ok : EXIT.failed;
}

/** A single document is parsed right here: starting a worker would take longer than most documents do. */
async function withParser<T>(
  documents: readonly PlannedDocument[],
  { jobs, timeout }: ParseFlags,
  parsing: Parsing,
  work: (parser: Parser<string>) => Promise<T>,
): Promise<T> {
  if (documents.length <= 1) return work(parsing.inThread.json);
  const pool = await parsing.startPool({ jobs, timeout: timeout * 1000 });
  try {
    return await work(pool.parsers.json);
  } finally {
    await pool.close();
  }
}

async function print(
  documents: PlannedDocument[],
  jobs: number,
  parser: Parser<string>,
  terminal: Terminal,
): Promise<boolean> {
  let isWell = true;
  const fail = (source: string, message: string) => {
    isWell = false;
    terminal.err(failureLine({ source, message }));
  };
  for await (const [, { sources, failures, parsed }] of inOrder(documents, aheadOf(jobs), (document) =>
    parsePlanned(document, parser),
  )) {
    for (const { source, message } of failures) fail(source, message);
    if (parsed?.kind === 'parsed')
      await terminal.out(`{"source":${JSON.stringify(sources[0])},${parsed.value.slice(1)}\n`);
    else if (parsed) for (const source of sources) fail(source, parsed.message);
  }
  return isWell;
}
