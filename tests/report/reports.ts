/** Reports made by the command line from real ledgers, in a folder of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { parsersOf } from '../../src/batch/products.js';
import { main } from '../../src/cli/main.js';
import { parseDocument } from '../../src/parse.js';
import { readAssets } from '../../src/report/assets.js';
import type { Report } from '../../src/report/data.js';
import { reportHtml } from '../../src/report/html.js';
import { CORPUS } from '../corpus.js';

export interface Reports {
  folder: string;
  /** The ledger's path. */
  ledger: string;
  /** Writes a report with the flags given; its path. */
  report(name: string, ...flags: string[]): Promise<string>;
  /** Writes a page of data that no ledger holds; its path. */
  page(name: string, report: Report): string;
  /** The first column of a query on the ledger. */
  column<T>(sql: string, ...parameters: (string | number)[]): T[];
  rows<T>(sql: string, ...parameters: (string | number)[]): T[];
  close(): void;
}

/** Extracts documents (by default the invented corpus) into a ledger. */
export async function makeLedger(documents?: Record<string, string | Uint8Array>): Promise<Reports> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-report-'));
  const input = documents ? join(folder, 'documents') : CORPUS;
  for (const [name, content] of Object.entries(documents ?? {})) {
    mkdirSync(dirname(join(input, name)), { recursive: true });
    writeFileSync(join(input, name), content);
  }
  const ledger = join(folder, 'ledger.sqlite');
  const errors: string[] = [];
  const terminal = {
    cwd: folder,
    stdin: Readable.from([]),
    out: async () => {},
    err: (text: string) => {
      errors.push(text);
    },
  };
  const parsers = parsersOf(parseDocument);
  const parsing = { inThread: parsers, startPool: async () => ({ parsers, close: async () => {} }) };
  const run = async (...args: string[]) => {
    const status = await main(args, terminal, parsing);
    if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')}: ${status}\n${errors.join('')}`);
  };
  await run('extract', input, '--db', ledger);
  const db = new Database(ledger, { readonly: true });
  return {
    folder,
    ledger,
    report: async (name, ...flags) => {
      await run('report', '--db', ledger, '--out', name, ...flags);
      return join(folder, name);
    },
    page: (name, report) => {
      writeFileSync(join(folder, name), [...reportHtml(report, readAssets())].join(''));
      return join(folder, name);
    },
    column: (sql, ...parameters) =>
      db
        .prepare(sql)
        .pluck()
        .all(...parameters) as never,
    rows: (sql, ...parameters) => db.prepare(sql).all(...parameters) as never,
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
