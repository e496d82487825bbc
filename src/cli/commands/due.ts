import type { Command } from 'commander';
import type { DueFlags } from '../due-command.js';
import { addFilters, dbOption } from '../options.js';
import type { Context } from './context.js';

export function defineDue(taizhang: Command, { terminal, end }: Context): void {
  const command = taizhang
    .command('due')
    .description('list what is due, soonest first: every deadline 时限 and milestone with its day')
    .addOption(dbOption());
  addFilters(command)
    .option('--undated', 'list the tasks without any day at the end: ongoing 持续推进, recurring, not said')
    .option('--json', 'print one JSON object per line')
    .action(async (flags: DueFlags) => {
      const { dueCommand } = await import('../due-command.js');
      end(await dueCommand(flags, terminal));
    });
}
