import type { Command } from 'commander';
import type { ExtractFlags } from '../extract-command.js';
import { dbOption, jobsOption, maxBytesOption, rootOption, timeoutOption } from '../options.js';
import { webOptions } from '../web-options.js';
import type { Context } from './context.js';

const INPUTS = 'file, folder (read recursively), glob, http or https address, or - for standard input';

export function defineExtract(taizhang: Command, { terminal, parsing, cores, end }: Context): void {
  const extract = taizhang
    .command('extract')
    .description('bring the ledger up to date with the documents')
    .argument('<input...>', INPUTS)
    .addOption(dbOption())
    .addOption(jobsOption(cores))
    .addOption(rootOption())
    .addOption(timeoutOption())
    .addOption(maxBytesOption())
    .option('--prune', 'remove sources whose file below the root is gone')
    .option('--redact', 'mask contacts 联系人、电话、邮箱 in the ledger by ■')
    .option('--strict', 'documents with warnings make the run end with status 3')
    .option('--quiet', 'say failures only')
    .option('--log <file>', 'append one JSON object per document to a file')
    .option('--json', 'print one summary object on standard output');
  for (const option of webOptions()) extract.addOption(option);
  extract.action(async (names: string[], flags: ExtractFlags) => {
    // Loaded here: the other commands start without SQLite.
    const { extractCommand } = await import('../extract-command.js');
    end(await extractCommand(names, flags, terminal, parsing));
  });
}
