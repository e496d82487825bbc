/** Runs the commands that README.md shows, in a folder of their own that holds corpus/ and its ledger. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CORPUS, ROOT } from '../corpus.js';

const CLI = join(ROOT, 'dist/cli.js');

export interface Session {
  /** What a command of a `console` block prints. */
  run(command: string): string;
  /** What a program that imports the package prints. */
  program(source: string): string;
  close(): void;
}

export function openSession(): Session {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-readme-'));
  cpSync(CORPUS, join(folder, 'corpus'), { recursive: true });
  const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  node(CLI, 'extract', 'corpus', '--db', 'out/ledger.sqlite', '--json');

  /** As sqlite3 prints it: columns between |, NULL as nothing. */
  function query(file: string, sql: string): string {
    const db = new Database(join(folder, file), { readonly: true });
    try {
      const rows = db.prepare<[], unknown[]>(sql).raw().all();
      return rows.map((row) => `${row.map((value) => value ?? '').join('|')}\n`).join('');
    } finally {
      db.close();
    }
  }

  /** What `npm start` runs after the build, on a folder without a ledger; its line goes to standard error. */
  function start(): string {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
    const args = /\bdist\/cli\.js (.+)$/.exec(scripts.start)?.[1]?.split(' ') ?? [];
    rmSync(join(folder, 'out'), { recursive: true });
    const { stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' });
    // On a busy machine a document may take long enough to be named.
    return stderr.replace(/^ {2}slowest .*\n/m, '');
  }

  return {
    run(command) {
      if (command === 'npm start') return start();
      const sqlite = /^sqlite3 (\S+) "([^"]+)"$/.exec(command);
      if (sqlite) return query(sqlite[1] ?? '', sqlite[2] ?? '');
      const taizhang = /^npx taizhang ([^"'|>$]+)$/.exec(command);
      if (taizhang) return node(CLI, ...(taizhang[1] ?? '').split(' '));
      throw new Error(`a command this test cannot run: ${command}`);
    },
    program(source) {
      // Inside the checkout, so that `taizhang` means this package.
      mkdirSync(join(ROOT, 'out'), { recursive: true });
      const path = join(ROOT, 'out', `readme-${process.pid}.mjs`);
      writeFileSync(path, source);
      try {
        return node(path);
      } finally {
        rmSync(path);
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
