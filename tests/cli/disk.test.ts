/** A run on a disk that is full, a folder that cannot be written to, a ledger that somebody reads, a run told to stop. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { expectSameContent } from '../ledger/sameContent.js';
import { workspace } from './workspace.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = (cwd: string, ...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8' });

/** Documents of some length with a task each. */
function documents(n: number, lines = 300): Record<string, string> {
  const text = (i: number) =>
    `关于第${i}项工作的通知\n\n一、第${i}项工作\n${'推进改革。\n'.repeat(lines)}（责任单位：市发改委）\n`;
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`in/${i}.txt`, text(i)]));
}

/** Mounts a small file system of its own; false where this machine does not let us. */
function mounted(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void spawnSync('umount', [folder]));
  return true;
}

function expectSound(path: string): number {
  const db = new Database(path);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    return db.prepare<[], number>('SELECT count(*) FROM documents').pluck().get() as number;
  } finally {
    db.close();
  }
}

test('a full disk: one line, whole documents, and the next run goes on', (context) => {
  const space = workspace(documents(100));
  const disk = space.path('disk');
  if (!mounted(disk, 'size=700k')) return context.skip('no mounting here');
  const full = run(space.folder, 'extract', 'in', '--db', 'disk/ledger.sqlite');
  expect(full.status).toBe(1);
  expect(full.stderr).toMatch(/^taizhang: cannot use the ledger: .*(?:full|disk).*\n$/m);
  expect(full.stderr).not.toMatch(/^ +at /m);
  const loaded = expectSound(`${disk}/ledger.sqlite`);
  expect(loaded).toBeLessThan(100);
  execFileSync('mount', ['-o', 'remount,size=64m', disk]);
  expect(run(space.folder, 'extract', 'in', '--db', 'disk/ledger.sqlite').status).toBe(0);
  expect(expectSound(`${disk}/ledger.sqlite`)).toBe(100);
});

test('a folder that cannot be written to: one line', (context) => {
  const space = workspace(documents(2));
  const disk = space.path('disk');
  if (!mounted(disk, 'ro,size=1m')) return context.skip('no mounting here');
  const ran = run(space.folder, 'extract', 'in', '--db', 'disk/ledger.sqlite');
  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/^taizhang: .+\n$/);
  expect(ran.stderr).not.toMatch(/^ +at /m);
});

test('a ledger that somebody reads: the run waits, then says so; nothing is lost', { timeout: 60_000 }, async () => {
  const space = workspace(documents(3));
  run(space.folder, 'extract', 'in/0.txt');
  const ledger = space.path('out/ledger.sqlite');
  const reader = new Database(ledger, { readonly: true });
  onTestFinished(() => void reader.close());
  const rows = reader.prepare('SELECT * FROM documents').iterate();
  rows.next(); // holds a shared lock until it is done
  const locked = run(space.folder, 'extract', 'in');
  expect(locked).toMatchObject({ status: 1, stderr: 'taizhang: the ledger is locked by another process\n' });
  rows.return?.();
  expect(run(space.folder, 'extract', 'in').status).toBe(0);
  expect(expectSound(ledger)).toBe(3);
});

test('Ctrl-C ends the run after the documents under way, and the next run goes on', async () => {
  const space = workspace(documents(400, 600));
  run(space.folder, 'extract', 'in', '--db', 'whole.sqlite');
  const child = spawn(process.execPath, [CLI, 'extract', 'in', '--json'], { cwd: space.folder });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const status = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(space.path('out/ledger.sqlite'))) await setTimeout(5);
  await setTimeout(100);
  child.kill('SIGINT');
  expect(await status).toBe(1);
  expect(err).toBe('stopping after the documents under way\ninterrupted: run it again to go on\n');
  const summary = JSON.parse(out) as { interrupted: boolean; documents: number };
  expect(summary.interrupted).toBe(true);
  expect(expectSound(space.path('out/ledger.sqlite'))).toBe(summary.documents);
  expect(summary.documents).toBeLessThan(400);
  const runs = space.query('SELECT status FROM runs', 'out/ledger.sqlite.state.sqlite');
  expect(runs).toEqual([['interrupted']]);
  expect(run(space.folder, 'extract', 'in').status).toBe(0);
  expectSameContent(space.path('whole.sqlite'), space.path('out/ledger.sqlite'));
});

test('a second Ctrl-C ends it at once', async () => {
  const space = workspace(documents(400, 600));
  const child = spawn(process.execPath, [CLI, 'extract', 'in'], { cwd: space.folder });
  const gone = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  let asked = false;
  child.stderr.on('data', () => {
    if (!asked) child.kill('SIGINT'); // it has heard the first one
    asked = true;
  });
  while (!existsSync(space.path('out/ledger.sqlite'))) await setTimeout(5);
  child.kill('SIGINT');
  expect(await gone).toBe('SIGINT');
  expectSound(space.path('out/ledger.sqlite'));
  expect(run(space.folder, 'extract', 'in').status).toBe(0);
});
