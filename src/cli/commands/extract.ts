import type { Command } from 'commander';
import type { ExtractFlags } from '../extract-command.js';
import { dbOption, jobsOption, maxBytesOption, rootOption } from '../options.js';
import { type Context, INPUTS } from './context.js';

export function defineExtract(taizhang: Command, { terminal, parse, cores, end }: Context): void {
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
      const { extractCommand } = await import('../extract-command.js');
      end(await extractCommand(names, flags, terminal, parse));
    });
}
