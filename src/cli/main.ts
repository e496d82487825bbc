/** The command line: commands, options and how a run ends. */
import { availableParallelism } from 'node:os';
import { Command, CommanderError } from 'commander';
import { UsageError } from '../batch/errors.js';
import type { Parse } from '../batch/parse-input.js';
import { NotALedger } from '../ledger/path.js';
import { VERSION } from '../model/model.js';
import { EXIT, type ExitStatus } from './exit.js';
import type { ExtractFlags } from './extract-command.js';
import { dbOption, jobsOption, maxBytesOption, rootOption } from './options.js';
import { type ParseFlags, parseCommand } from './parse-command.js';
import { OutputClosed, type Terminal } from './terminal.js';
import type { UnitsFlags } from './units-command.js';

const INPUTS = 'file, folder (read recursively), glob, or - for standard input';

const HELP = `
Exit status:
  0  all documents loaded
  1  unexpected failure
  2  wrong usage
  3  some documents failed (one line each on standard error)`;

function program(terminal: Terminal, parse: Parse, end: (status: ExitStatus) => void): Command {
  const taizhang = new Command('taizhang')
    .description('Turns published Chinese government documents 公文 into a task ledger 台账 in SQLite.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void terminal.out(text).catch(() => {}), writeErr: terminal.err })
    .addHelpText('after', HELP);
  const cores = availableParallelism();
  taizhang
    .command('extract')
    .description('bring the ledger up to date with the documents')
    .argument('<input...>', INPUTS)
    .addOption(dbOption())
    .addOption(jobsOption(cores))
    .addOption(rootOption())
    .addOption(maxBytesOption())
    .option('--json', 'print one summary object on standard output')
    .action(async (names: string[], flags: ExtractFlags) => {
      // Loaded here: the other commands start without SQLite.
      const { extractCommand } = await import('./extract-command.js');
      end(await extractCommand(names, flags, terminal, parse));
    });
  taizhang
    .command('parse')
    .description('print one JSON record per document and line, without a database')
    .argument('<input...>', INPUTS)
    .addOption(jobsOption(cores))
    .addOption(rootOption())
    .addOption(maxBytesOption())
    .action(async (names: string[], flags: ParseFlags) => end(await parseCommand(names, flags, terminal, parse)));
  const units = taizhang
    .command('units')
    .description('list the bodies 单位 of a ledger: area code, number of tasks, official name, names as written')
    .addOption(dbOption())
    .option('--json', 'print one JSON object per body')
    .action(async (flags: UnitsFlags) => {
      const { unitsCommand } = await import('./units-command.js');
      end(await unitsCommand(flags, terminal));
    });
  units
    .command('resolve')
    .description('explain how a name is read in a place')
    .argument('<name>', 'name of a body, as documents write it')
    .requiredOption('--in <area>', 'area by name or code: 西安市, 610103; 国 is the state')
    .option('--json', 'print one JSON object')
    .action(async (name: string, flags: { in: string; json?: true }) => {
      const { resolveCommand } = await import('./units-command.js');
      end(await resolveCommand(name, flags.in, flags.json === true, terminal));
    });
  return taizhang;
}

/** SQLite's and the file system's errors speak for themselves; anything else is a mistake of ours and shows where. */
function unexpected(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'SqliteError' && 'code' in error) {
    const isLocked = String(error.code).startsWith('SQLITE_BUSY');
    return isLocked ? 'the ledger is locked by another process' : `cannot write the ledger: ${error.message}`;
  }
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}

/**
 * Runs the command line `args` (without node and script).
 * @returns the exit status; every error has been told on the terminal
 */
export async function main(args: readonly string[], terminal: Terminal, parse: Parse): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.ok;
  try {
    await program(terminal, parse, (ended) => {
      status = ended;
    }).parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.ok;
    // Commander has already said what was wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const isUsage = error instanceof UsageError || error instanceof NotALedger;
    terminal.err(`taizhang: ${isUsage ? error.message : unexpected(error)}\n`);
    return isUsage ? EXIT.usage : EXIT.unexpected;
  }
}
