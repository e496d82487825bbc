/** The built command line as a process of its own. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/model/version.js';
import { workspace } from './workspace.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PARSER = fileURLToPath(new URL('../../dist/parse.js', import.meta.url));

describe.skipIf(!existsSync(CLI) || !existsSync(PARSER))('dist/cli.js', () => {
  const run = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8' });

  test('extracts, and says how it ended', () => {
    const space = workspace({ 'in/a.txt': '一、总体要求\n推进改革。\n', 'in/bad.txt': '' });
    const ran = run(space.folder, 'extract', 'in', '--json');
    expect(ran.status).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      documents: 1,
      loaded: 1,
      failed: [{ source: 'bad.txt', code: 'empty' }],
    });
    expect(run(space.folder, 'nonsense').status).toBe(2);
    expect(run(space.folder, '--help').status).toBe(0);
  });

  test('is quiet when nobody reads its output to the end', async () => {
    const files = Array.from({ length: 300 }, (_, i) => [
      `in/${i}.txt`,
      `一、第${i}项工作\n${'推进改革。\n'.repeat(200)}`,
    ]);
    const space = workspace(Object.fromEntries(files));
    const child = spawn(process.execPath, [CLI, 'parse', 'in'], { cwd: space.folder });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  test('killed at any moment it leaves whole documents, and the next run completes them', async () => {
    // Tasks, so that there is a full-text index; more documents than one transaction takes.
    const files = Array.from({ length: 150 }, (_, i) => [
      `in/${i}.txt`,
      `一、第${i}项工作\n${'1.推进改革。（市发改委牵头，市财政局配合）\n'.repeat(60)}`,
    ]);
    const space = workspace(Object.fromEntries(files));
    run(space.folder, 'extract', 'in', '--db', 'whole.sqlite');
    const ledger = space.path('out/ledger.sqlite');
    for (let kill = 0; kill < 8; kill++) {
      const before = statSync(ledger, { throwIfNoEntry: false })?.size ?? -1;
      const child = spawn(process.execPath, [CLI, 'extract', 'in'], { cwd: space.folder });
      const gone = new Promise((resolve) => child.on('close', resolve));
      while (child.exitCode === null && (statSync(ledger, { throwIfNoEntry: false })?.size ?? -1) <= before)
        await setTimeout(1);
      await setTimeout(kill);
      child.kill('SIGKILL');
      await gone;
      // As the next run does: opening it rolls back what was under way.
      const db = new Database(ledger);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
    }
    expect(run(space.folder, 'extract', 'in').status).toBe(0);
    expect(readFileSync(ledger).equals(readFileSync(space.path('whole.sqlite')))).toBe(true);
  });
});

test('the package names the command', () => {
  const bin = execFileSync('npm', ['pkg', 'get', 'bin.taizhang'], { encoding: 'utf8' });
  expect(JSON.parse(bin)).toBe('dist/cli.js');
});

test.skipIf(!existsSync(CLI))('the command is a program: a shell can run it, as npx does', () => {
  expect(execFileSync(CLI, ['--version'], { encoding: 'utf8' }).trim()).toBe(VERSION);
});
