/** Runs that end before their time. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { fetchDocuments } from '../../src/fetch/fetch.js';
import { HTTP_TABLES } from '../../src/fetch/memory.js';
import { openState } from '../../src/state/open.js';
import { workspace } from '../cli/workspace.js';
import { ROOT } from '../corpus.js';
import { runs, type Site, site } from './server.js';

const A = '标题：甲\n- 任务甲 | lead 市发改委';

/** Fetches without a ledger; `before` is called when the options are made. */
function fetching(web: Site, paths: string[], signal?: AbortSignal) {
  const space = workspace();
  const folder = space.path('bodies');
  mkdirSync(folder);
  const state = openState(space.path('ledger.sqlite'), HTTP_TABLES);
  onTestFinished(() => void state.close());
  const run = () =>
    fetchDocuments(
      paths.map((path) => new URL(web.url(path))),
      {
        folder,
        state,
        standing: () => null,
        followLimit: 200,
        maxBytes: 1000,
        perHost: 2,
        delay: 0,
        retries: 3,
        retryWait: 60_000,
        timeout: 60_000,
        mayReach: () => true,
        ...(signal ? { signal } : {}),
      },
    );
  return { folder, state, run };
}

test('a signal ends requests, queues and waits; what had come is remembered', async () => {
  const stop = new AbortController();
  const reason = new Error('enough');
  let busy = () => {};
  const isBusy = new Promise<void>((resolve) => {
    busy = resolve;
  });
  const web = await site({
    '/done.txt': A,
    '/hangs.txt': (_request, response) => void response.write('x'),
    '/busy.txt': (_request, response) => {
      response.writeHead(503).end();
      busy();
    },
  });
  const many = Array.from({ length: 30 }, (_, i) => `/later/${i}.txt`);
  const { run, state } = fetching(web, ['/done.txt', '/hangs.txt', '/busy.txt', ...many], stop.signal);
  const ran = run();
  // One at a time may hang: the busy one comes when the first is done.
  const ended = expect(ran).rejects.toBe(reason);
  await isBusy;
  const known = () => state.prepare('SELECT url FROM http_cache').pluck().all();
  while (known().length === 0) await sleep(1);
  stop.abort(reason);
  await ended;
  expect(known()).toEqual([web.url('/done.txt')]);
  // Nothing is left in the queue of the host.
  expect(web.asked().filter((path) => path.startsWith('/later/'))).toEqual([]);
  await expect(fetching(web, ['/done.txt'], stop.signal).run()).rejects.toBe(reason);
});

test('a folder that is gone is not the fault of one address: the run ends', async () => {
  const web = await site({ '/a.txt': A, '/b.txt': A });
  const { run, folder } = fetching(web, ['/a.txt', '/b.txt']);
  rmSync(folder, { recursive: true });
  await expect(run()).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a state that belongs to something else is not touched', async () => {
  const web = await site({ '/a.txt': A });
  const { extract, space } = runs({ 'out/ledger.sqlite.state.sqlite': 'my notes' });
  const ran = await extract(web.url('/a.txt'));
  expect([ran.status, ran.out]).toEqual([2, '']);
  expect(web.requests).toEqual([]);
  expect(readFileSync(space.path('out/ledger.sqlite.state.sqlite'), 'utf8')).toBe('my notes');
});

/** Invented documents on a server, and runs of the built program over them. */
async function programs() {
  const texts = Array.from({ length: 4 }, (_, i) => [
    `/${i}.txt`,
    `关于第${i + 1}项工作的通知\n各单位：\n请遵照执行。`,
  ]);
  const web = await site(Object.fromEntries(texts));
  const urls = texts.map(([path = '']) => web.url(path));
  const space = workspace({ 'tmp/mine.txt': 'x' });
  const extract = (db: string) =>
    execFile(
      process.execPath,
      [join(ROOT, 'dist/cli.js'), 'extract', ...urls, '--allow-private', '--delay', '0', '--db', db],
      { cwd: space.folder, env: { ...process.env, TMPDIR: space.path('tmp') } },
    );
  /** Starts a run and sends it `signal` while one document is on its way and another is waited for. */
  async function ended(db: string, signal: NodeJS.Signals) {
    const served = web.routes['/2.txt'] as string;
    const asked = new Promise<void>((resolve) => {
      web.routes['/2.txt'] = () => resolve();
    });
    const child = extract(db);
    let err = '';
    child.stderr?.on('data', (text) => {
      err += text;
    });
    await asked;
    child.kill(signal);
    const [status] = (await once(child, 'close')) as [number | null];
    web.routes['/2.txt'] = served;
    return { status, err };
  }
  return { space, extract, ended };
}

function bytesOf(path: string): Buffer {
  const db = new Database(path, { readonly: true });
  try {
    return db.serialize();
  } finally {
    db.close();
  }
}

test.each(['SIGKILL', 'SIGINT'] as const)(
  '%s while documents are on their way: the next run completes to the same bytes',
  async (signal) => {
    const { space, extract, ended } = await programs();
    const first = await ended('a.sqlite', signal);
    if (signal === 'SIGINT') {
      expect(first.status).toBe(1);
      expect(first.err).toContain('interrupted: run it again to go on\n');
      expect(readdirSync(space.path('tmp'))).toEqual(['mine.txt']);
    }
    for (const db of ['a.sqlite', 'b.sqlite']) expect(await once(extract(db), 'close')).toEqual([0, null]);
    expect(bytesOf(space.path('a.sqlite')).equals(bytesOf(space.path('b.sqlite')))).toBe(true);
  },
);
