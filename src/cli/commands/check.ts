import type { Command } from 'commander';
import type { CheckFlags } from '../check-command.js';
import { dbOption } from '../options.js';
import type { Context } from './context.js';

export function defineCheck(taizhang: Command, { terminal, end }: Context): void {
  taizhang
    .command('check')
    .description('read every span and every invariant of a ledger again; status 3 where something is wrong')
    .addOption(dbOption())
    .option('--json', 'print one JSON object per finding')
    .action(async (flags: CheckFlags) => {
      const { checkCommand } = await import('../check-command.js');
      end(await checkCommand(flags, terminal));
    });
}
