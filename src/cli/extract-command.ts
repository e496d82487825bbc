/** `taizhang extract`: documents into the ledger. */
import { resolve } from 'node:path';
import { extract, type Summary } from '../batch/extract.js';
import { goneBelow } from '../batch/gone.js';
import { collectInputs } from '../batch/inputs.js';
import type { Parser } from '../batch/parse-input.js';
import type { ParserPool } from '../batch/pool.js';
import type { Observer } from '../batch/tally.js';
import { isWebAddress } from '../fetch/url.js';
import type { LedgerRows } from '../ledger/rows.js';
import { VERSION } from '../model/version.js';
import { redactedVersion } from '../redact/redact.js';
import { beginRun, type RunLog } from '../state/runs.js';
import { EXIT, type ExitStatus } from './exit.js';
import { listenForInterrupt } from './interrupt.js';
import { count, failureLine } from './messages.js';
import type { Parsing } from './parsing.js';
import { progressOn } from './progress.js';
import { logTo, noteIn } from './run-record.js';
import { summaryTable } from './summary.js';
import type { Terminal } from './terminal.js';
import type { WebInputs } from './web-inputs.js';
import type { WebFlags } from './web-options.js';

export interface ExtractFlags extends WebFlags {
  db: string;
  jobs: number;
  maxBytes: number;
  /** Seconds. */
  timeout: number;
  root?: string;
  prune?: true;
  strict?: true;
  quiet?: true;
  json?: true;
  log?: string;
  redact?: true;
}

/** Runs the command and says how it ended. */
export async function extractCommand(
  names: readonly string[],
  flags: ExtractFlags,
  terminal: Terminal,
  parsing: Parsing,
): Promise<ExitStatus> {
  const { cwd, stdin } = terminal;
  const db = resolve(cwd, flags.db);
  const version = flags.redact ? redactedVersion(VERSION) : VERSION;
  const urls = names.filter(isWebAddress);
  const files = names.filter((name) => !isWebAddress(name));
  const found = await collectInputs(files, { ...flags, cwd, stdin });
  const progress = progressOn(terminal, flags.quiet === true);
  const interrupt = listenForInterrupt(() => progress.say('stopping after the documents under way\n'));
  const workers = lazily(flags.redact ? 'redacted' : 'rows', () =>
    parsing.startPool({ jobs: flags.jobs, timeout: flags.timeout * 1000 }),
  );
  const log = flags.log === undefined ? null : await logTo(resolve(cwd, flags.log));
  const run: { log: RunLog | null } = { log: null };
  const signal = terminal.signal ?? interrupt.signal;
  let web: WebInputs | null = null;

  const person: Observer = {
    planned(documents) {
      run.log = beginRun(db, version, found.root);
      progress.start(documents);
    },
    advanced: () => progress.advance(),
    failure: (failure) => progress.say(failureLine(failure)),
    document({ sources, warnings }) {
      if (flags.strict && warnings > 0)
        progress.say(failureLine({ source: sources[0] as string, message: count(warnings, 'warning') }));
    },
  };
  const listeners = [person, noteIn(() => run.log), ...(log ? [log] : [])];
  try {
    // Loaded here: a run over files starts without what fetching needs.
    if (urls.length > 0 || flags.follow !== undefined) {
      const { webInputs } = await import('./web-inputs.js');
      web = await webInputs(urls, flags, db, progress, signal);
    }
    const summary = await extract({
      inputs: [...found.inputs, ...(web?.inputs ?? [])],
      failures: [...found.failures, ...(web?.failures ?? [])],
      db,
      parser: workers.parser,
      version,
      jobs: flags.jobs,
      observer: together(listeners),
      signal,
      // Without a path there is no root below which anything could be gone.
      ...(flags.prune && files.some((name) => name !== '-')
        ? { isGone: goneBelow(found.root, (source) => run.log?.rootOf(source) ?? null) }
        : {}),
    });
    const counts = { ...summary, failed: summary.failed.length };
    run.log?.end(summary.interrupted ? 'interrupted' : 'done', counts);
    progress.stop();
    await tell(summary, found.others + (web?.others ?? 0), flags, terminal);
    return statusOf(summary, flags.strict === true);
  } catch (error) {
    run.log?.fail(error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    progress.stop();
    interrupt.stop();
    run.log?.close();
    web?.close();
    await workers.close();
  }
}

async function tell(summary: Summary, others: number, flags: ExtractFlags, terminal: Terminal): Promise<void> {
  if (flags.json) await terminal.out(`${JSON.stringify({ ...summary, skipped: others, db: flags.db })}\n`);
  else if (!flags.quiet) terminal.err(summaryTable(summary, others, flags.db));
  if (summary.interrupted) terminal.err('interrupted: run it again to go on\n');
}

function statusOf(summary: Summary, isStrict: boolean): ExitStatus {
  if (summary.interrupted) return EXIT.unexpected;
  return summary.failed.length > 0 || (isStrict && summary.warned > 0) ? EXIT.failed : EXIT.ok;
}

/** A pool that starts with the first document that needs it: a run without changes starts no worker. */
function lazily(
  product: 'rows' | 'redacted',
  start: () => Promise<ParserPool>,
): { parser: Parser<LedgerRows>; close(): Promise<void> } {
  let pool: Promise<ParserPool> | null = null;
  return {
    async parser(bytes) {
      pool ??= start();
      return (await pool).parsers[product](bytes);
    },
    close: async () => (await pool)?.close(),
  };
}

/** One observer that tells several. */
function together(observers: readonly Observer[]): Observer {
  const tell = (what: (one: Observer) => void) => {
    for (const one of observers) what(one);
  };
  return {
    planned: (documents) => tell((one) => one.planned?.(documents)),
    advanced: () => tell((one) => one.advanced?.()),
    document: (event) => tell((one) => one.document?.(event)),
    failure: (failure) => tell((one) => one.failure?.(failure)),
    pruned: (source) => tell((one) => one.pruned?.(source)),
  };
}
