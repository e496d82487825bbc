/** `taizhang check`: is everything in a ledger as the contract says? */
import { resolve } from 'node:path';
import { checkLedger } from '../check/check.js';
import { openForReading } from '../query/open.js';
import { EXIT, type ExitStatus } from './exit.js';
import { count } from './messages.js';
import type { Terminal } from './terminal.js';

export interface CheckFlags {
  db: string;
  json?: true;
}

/** Prints what is wrong, one line or JSON object each; the status says whether anything was. */
export async function checkCommand(flags: CheckFlags, terminal: Terminal): Promise<ExitStatus> {
  const db = openForReading(resolve(terminal.cwd, flags.db));
  let found = 0;
  try {
    for (const finding of checkLedger(db)) {
      found += 1;
      const { where, row, what } = finding;
      await terminal.out(flags.json ? `${JSON.stringify(finding)}\n` : `${[where, row, what].join('\t')}\n`);
    }
    const documents = db.prepare<[], number>('SELECT count(*) FROM documents').pluck().get() ?? 0;
    const verdict = found === 0 ? 'nothing wrong' : `${count(found, 'thing')} wrong`;
    if (!flags.json) terminal.err(`${flags.db}: ${count(documents, 'document')}, ${verdict}\n`);
  } finally {
    db.close();
  }
  return found === 0 ? EXIT.ok : EXIT.failed;
}
