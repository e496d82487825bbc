import type { Command } from 'commander';
import { addFilters, dbOption, limitOption } from '../options.js';
import type { SearchFlags } from '../search-command.js';
import type { Context } from './context.js';

export function defineSearch(taizhang: Command, { terminal, end }: Context): void {
  const command = taizhang
    .command('search')
    .description('full text over tasks and cases: titles, bodies, names of units; the best first')
    .argument('<word...>', 'all must be found; -word must not, written behind --')
    .addOption(dbOption());
  addFilters(command)
    .addOption(limitOption())
    .option('--json', 'print one JSON object per line')
    .action(async (words: string[], flags: SearchFlags) => {
      const { searchCommand } = await import('../search-command.js');
      end(await searchCommand(words, flags, terminal));
    });
}
