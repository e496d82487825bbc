import type { Command } from 'commander';
import { dbOption } from '../options.js';
import type { ReportFlags } from '../report-command.js';
import type { Context } from './context.js';

export function defineReport(taizhang: Command, { terminal, end }: Context): void {
  taizhang
    .command('report')
    .description('write the ledger with its source texts as one HTML page to check it on')
    .addOption(dbOption())
    .option('--out <file>', 'the page', 'out/report.html')
    .option('--contacts', 'show names, telephones and addresses of contacts 联系人; otherwise ■')
    .action(async (flags: ReportFlags) => {
      const { reportCommand } = await import('../report-command.js');
      end(await reportCommand(flags, terminal));
    });
}
