import type { Command } from 'commander';
import { jobsOption, maxBytesOption, rootOption, timeoutOption } from '../options.js';
import type { ParseFlags } from '../parse-command.js';
import { type Context, INPUTS } from './context.js';

export function defineParse(taizhang: Command, { terminal, parsing, cores, end }: Context): void {
  taizhang
    .command('parse')
    .description('print one JSON record per document and line, without a database')
    .argument('<input...>', INPUTS)
    .addOption(jobsOption(cores))
    .addOption(rootOption())
    .addOption(timeoutOption())
    .addOption(maxBytesOption())
    .action(async (names: string[], flags: ParseFlags) => {
      const { parseCommand } = await import('../parse-command.js');
      end(await parseCommand(names, flags, terminal, parsing));
    });
}
