/** A folder of its own for a test, and the command line run in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Parse } from '../../src/batch/parse-input.js';
import { parsersOf } from '../../src/batch/products.js';
import { main } from '../../src/cli/main.js';
import type { DocumentRecord } from '../../src/model/model.js';
import { parseToy } from '../ledger/toy.js';

export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Makes the folder with the given files; it goes when the test is over. */
export function workspace(files: Record<string, string | Uint8Array> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);

  /** `columns`: standard output is a terminal of this width. */
  async function run(
    args: string[],
    { stdin = '', parse = parseToy as Parse<DocumentRecord>, cwd = folder, columns = 0 } = {},
  ): Promise<Ran> {
    const ran = { out: '', err: '' };
    const terminal = {
      cwd,
      ...(columns > 0 ? { columns } : {}),
      stdin: Readable.from([Buffer.from(stdin)]),
      out: async (text: string) => {
        ran.out += text;
      },
      err: (text: string) => {
        ran.err += text;
      },
    };
    const parsers = parsersOf(parse);
    const parsing = { inThread: parsers, startPool: async () => ({ parsers, close: async () => {} }) };
    return { status: await main(args, terminal, parsing), ...ran };
  }

  /** Rows of a query on a ledger of the folder, as arrays. */
  function query(sql: string, db = 'out/ledger.sqlite'): unknown[][] {
    const ledger = new Database(path(db), { readonly: true });
    try {
      return ledger.prepare<[], unknown[]>(sql).raw().all();
    } finally {
      ledger.close();
    }
  }

  return { folder, path, write, run, query };
}
