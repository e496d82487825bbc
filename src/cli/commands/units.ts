import type { Command } from 'commander';
import { dbOption } from '../options.js';
import type { UnitsFlags } from '../units-command.js';
import type { Context } from './context.js';

export function defineUnits(taizhang: Command, { terminal, end }: Context): void {
  const units = taizhang
    .command('units')
    .description('list the bodies 单位 of a ledger: area code, number of tasks, official name, names as written')
    .addOption(dbOption())
    .option('--json', 'print one JSON object per body')
    .action(async (flags: UnitsFlags) => {
      const { unitsCommand } = await import('../units-command.js');
      end(await unitsCommand(flags, terminal));
    });
  units
    .command('resolve')
    .description('explain how a name is read in a place')
    .argument('<name>', 'name of a body, as documents write it')
    .requiredOption('--in <area>', 'area by name or code: 西安市, 610103; 国 is the state')
    .option('--json', 'print one JSON object')
    .action(async (name: string, flags: { in: string; json?: true }) => {
      const { resolveCommand } = await import('../units-command.js');
      end(await resolveCommand(name, flags.in, flags.json === true, terminal));
    });
}
