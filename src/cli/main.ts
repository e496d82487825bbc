/** The command line: commands, options and how a run ends. */
import { availableParallelism } from 'node:os';
import { Command, CommanderError } from 'commander';
import { UsageError } from '../batch/errors.js';
import { NotALedger } from '../ledger/path.js';
import { VERSION } from '../model/version.js';
import { NotAState } from '../state/path.js';
import { defineCheck } from './commands/check.js';
import type { Context } from './commands/context.js';
import { defineDiff } from './commands/diff.js';
import { defineDue } from './commands/due.js';
import { defineExport } from './commands/export.js';
import { defineExtract } from './commands/extract.js';
import { defineParse } from './commands/parse.js';
import { defineReport } from './commands/report.js';
import { defineSearch } from './commands/search.js';
import { defineShow } from './commands/show.js';
import { defineUnits } from './commands/units.js';
import { EXIT, type ExitStatus } from './exit.js';
import type { Parsing } from './parsing.js';
import { OutputClosed, type Terminal } from './terminal.js';

/** In the order in which `--help` lists them. What a command does is loaded when it runs: each starts with its own parts alone. */
const COMMANDS = [
  defineExtract,
  defineParse,
  defineUnits,
  defineSearch,
  defineDue,
  defineShow,
  defineReport,
  defineExport,
  defineDiff,
  defineCheck,
];

const HELP = `
Exit status:
  0  all documents loaded
  1  unexpected failure
  2  wrong usage
  3  some documents failed (one line each on standard error)`;

function program(context: Context): Command {
  const { terminal } = context;
  const taizhang = new Command('taizhang')
    .description('Turns published Chinese government documents 公文 into a task ledger 台账 in SQLite.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void terminal.out(text).catch(() => {}), writeErr: terminal.err })
    .addHelpText('after', HELP);
  for (const define of COMMANDS) define(taizhang, context);
  return taizhang;
}

/** SQLite's and the file system's errors speak for themselves; anything else is a mistake of ours and shows where. */
function unexpected(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'SqliteError' && 'code' in error) {
    const isLocked = String(error.code).startsWith('SQLITE_BUSY');
    return isLocked ? 'the ledger is locked by another process' : `cannot use the ledger: ${error.message}`;
  }
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}

/**
 * Runs the command line `args` (without node and script).
 * @returns the exit status; every error has been told on the terminal
 */
export async function main(args: readonly string[], terminal: Terminal, parsing: Parsing): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.ok;
  try {
    const end = (ended: ExitStatus) => {
      status = ended;
    };
    await program({ terminal, parsing, cores: availableParallelism(), end }).parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.ok;
    // Commander has already said what was wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const isUsage = error instanceof UsageError || error instanceof NotALedger || error instanceof NotAState;
    terminal.err(`taizhang: ${isUsage ? error.message : unexpected(error)}\n`);
    return isUsage ? EXIT.usage : EXIT.unexpected;
  }
}
