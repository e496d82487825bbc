import { type Command, Option } from 'commander';
import { FORMATS } from '../../export/formats.js';
import type { ExportFlags } from '../export-command.js';
import { addFilters, dbOption } from '../options.js';
import type { Context } from './context.js';

export function defineExport(taizhang: Command, { terminal, end }: Context): void {
  const command = taizhang
    .command('export')
    .description('write the tasks of a ledger for people and programs')
    .addOption(dbOption())
    .addOption(new Option('--format <format>', 'without it, the ending of --out says the format').choices(FORMATS))
    .option('--out <file>', 'without it, text formats go to standard output');
  addFilters(command)
    .option('--contacts', 'with contacts 联系人 of the documents; without it they are left out and masked')
    .action(async (flags: ExportFlags) => {
      const { exportCommand } = await import('../export-command.js');
      end(await exportCommand(flags, terminal));
    });
}
