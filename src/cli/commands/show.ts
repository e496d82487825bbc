import type { Command } from 'commander';
import { dbOption } from '../options.js';
import type { ShowFlags } from '../show-command.js';
import type { Context } from './context.js';

export function defineShow(taizhang: Command, { terminal, end }: Context): void {
  taizhang
    .command('show')
    .description('show one task with every value, the text it was read off and its line and column')
    .argument('<task>', 'id of a task, as export and due give it')
    .addOption(dbOption())
    .option('--json', 'print one JSON object')
    .action(async (id: string, flags: ShowFlags) => {
      const { showCommand } = await import('../show-command.js');
      end(await showCommand(id, flags, terminal));
    });
}
