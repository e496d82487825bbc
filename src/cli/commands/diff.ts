import type { Command } from 'commander';
import type { DiffFlags } from '../diff-command.js';
import type { Context } from './context.js';

export function defineDiff(taizhang: Command, { terminal, end }: Context): void {
  taizhang
    .command('diff')
    .description('tasks added +, dropped - and changed ~ between two ledgers')
    .argument('<old>', 'ledger')
    .argument('<new>', 'ledger; may be the same file with another document')
    .option(
      '--old-document <which>',
      'only this document of the old ledger: id, source, number 文号 or part of the title',
    )
    .option('--new-document <which>', 'only this document of the new ledger')
    .option('--json', 'print one JSON object per line')
    .action(async (old: string, now: string, flags: DiffFlags) => {
      const { diffCommand } = await import('../diff-command.js');
      end(await diffCommand(old, now, flags, terminal));
    });
}
