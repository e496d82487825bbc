/** `taizhang extract https://…`: documents from a server into the ledger. */
import { existsSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { VERSION } from '../../src/model/version.js';
import { parseDocument } from '../../src/parse.js';
import { gb18030 } from '../bytes/encode.js';
import { parseToy } from '../ledger/toy.js';
import { inTurn, page, redirect, runs, site, status, versioned } from './server.js';

const A = '标题：甲\n- 任务甲 | lead 市发改委';
const B = '标题：乙\n- 任务乙 | lead 市财政局';
const ETAG = { etag: '"v1"' };

test('a document becomes a row under its address; what the program says of itself is true', async () => {
  const web = await site({ '/a.txt': A });
  const { extract, sources, state } = runs();
  const ran = await extract(web.url('/a.txt'));
  expect(ran).toMatchObject({ status: 0, err: '', summary: { loaded: 1, failed: [], skipped: 0 } });
  expect(sources()).toEqual([['甲', web.url('/a.txt')]]);
  expect(web.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/a.txt']);
  for (const { headers } of web.requests) expect(headers['user-agent']).toMatch(/^taizhang\/\d+\.\d+\.\d+$/);
  expect(state('SELECT url, status, version FROM http_cache')).toEqual([[web.url('/a.txt'), 200, VERSION]]);
});

test('addresses, files and folders in one run; the root is that of the files', async () => {
  const web = await site({ '/a.txt': A });
  const { extract, sources } = runs({ 'in/deep/b.txt': B });
  expect((await extract('in', web.url('/a.txt'))).status).toBe(0);
  expect(sources()).toEqual([
    ['乙', 'deep/b.txt'],
    ['甲', web.url('/a.txt')],
  ]);
});

test('two spellings of an address are one source, fetched once; fragments are no part of it', async () => {
  const web = await site({ '/%E7%94%B2.txt?x=~1': A });
  const { extract, sources } = runs();
  const port = web.origin.split(':')[2];
  await extract(
    web.url('/%e7%94%b2.txt?x=%7E1#top'),
    web.url('/./b/../甲.txt?x=~1'),
    `HTTP://127.1:${port}/甲.txt?x=~1#end`,
  );
  expect(web.asked()).toEqual(['/%E7%94%B2.txt?x=~1']);
  expect(sources()).toEqual([['甲', web.url('/%E7%94%B2.txt?x=~1')]]);
});

test('two addresses of one document are two sources of it', async () => {
  const web = await site({ '/a.txt': A, '/copy.txt': A });
  const { extract, sources } = runs();
  expect((await extract(web.url('/a.txt'), web.url('/copy.txt'))).summary).toMatchObject({ loaded: 1, documents: 1 });
  expect(sources()).toEqual([
    ['甲', web.url('/a.txt')],
    ['甲', web.url('/copy.txt')],
  ]);
});

test('the ledger is that of the same run on another day: byte for byte', async () => {
  const web = await site({ '/a.txt': versioned(A, ETAG), '/b.txt': B });
  const first = runs();
  const second = runs();
  await first.extract(web.url('/a.txt'), web.url('/b.txt'));
  await first.extract(web.url('/b.txt'), web.url('/a.txt'));
  await second.extract(web.url('/b.txt'), web.url('/a.txt'));
  const bytes = ({ space }: typeof first) => {
    const db = new Database(space.path('out/ledger.sqlite'), { readonly: true });
    try {
      return db.serialize();
    } finally {
      db.close();
    }
  };
  expect(bytes(first).equals(bytes(second))).toBe(true);
});

test.each([{ etag: '"v1"' }, { 'last-modified': 'Mon, 06 Jan 2031 00:00:00 GMT' }])(
  'with %o an address is asked whether it changed, and counts as unchanged on 304',
  async (validator) => {
    const web = await site({ '/a.txt': versioned(A, validator) });
    const { extract, sources, state } = runs();
    await extract(web.url('/a.txt'));
    const again = await extract(web.url('/a.txt'));
    expect(again).toMatchObject({ status: 0, summary: { loaded: 0, unchanged: 1, documents: 1 } });
    expect(sources()).toEqual([['甲', web.url('/a.txt')]]);
    expect(state('SELECT status FROM http_cache')).toEqual([[304]]);
    web.routes['/a.txt'] = versioned(B, { etag: '"v2"', 'last-modified': 'Tue, 07 Jan 2031 00:00:00 GMT' });
    expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ replaced: 1, unchanged: 0, documents: 1 });
    expect(sources()).toEqual([['乙', web.url('/a.txt')]]);
  },
);

test('without validators a document is fetched again and found unchanged', async () => {
  const web = await site({ '/a.txt': A });
  const { extract } = runs();
  await extract(web.url('/a.txt'));
  expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ unchanged: 1, loaded: 0 });
});

test('the server is not asked for changes when the ledger does not hold what it gave', async () => {
  const web = await site({ '/a.txt': versioned(A, ETAG) });
  const { extract, space, sources } = runs();
  await extract(web.url('/a.txt'));
  // Another ledger with the state of the first: as when a ledger is built anew.
  space.write('out/new.sqlite.state.sqlite', readFileSync(space.path('out/ledger.sqlite.state.sqlite')));
  expect((await extract(web.url('/a.txt'), '--db', 'out/new.sqlite')).summary.loaded).toBe(1);
  // The source came to stand for other bytes.
  const db = new Database(space.path('out/ledger.sqlite'));
  db.prepare("UPDATE documents SET version = '0.0.1'").run();
  db.close();
  expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ replaced: 1 });
  expect(web.requests.filter(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([]);
  expect(sources()).toEqual([['甲', web.url('/a.txt')]]);
});

test('a ledger brought back from a backup is brought up to date', async () => {
  const web = await site({ '/a.txt': versioned(A, ETAG) });
  const { extract, space, sources } = runs();
  await extract(web.url('/a.txt'));
  const backup = readFileSync(space.path('out/ledger.sqlite'));
  web.routes['/a.txt'] = versioned(B, { etag: '"v2"' });
  await extract(web.url('/a.txt'));
  space.write('out/ledger.sqlite', backup);
  expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ replaced: 1 });
  expect(sources()).toEqual([['乙', web.url('/a.txt')]]);
});

test('--prune leaves pages of the web alone, and files where only an address is named', async () => {
  const web = await site({ '/a.txt': A });
  const { extract, space, sources } = runs({ 'in/b.txt': B, 'in/c.txt': '标题：丙' });
  await extract('in', web.url('/a.txt'));
  unlinkSync(space.path('in/b.txt'));
  unlinkSync(space.path('out/ledger.sqlite.state.sqlite'));
  await extract(web.url('/a.txt'), '--prune');
  expect(sources()).toHaveLength(3);
  await extract('in', '--prune');
  expect(sources()).toEqual([
    ['丙', 'c.txt'],
    ['甲', web.url('/a.txt')],
  ]);
});

test('--quiet says failures alone', async () => {
  const web = await site({ '/a.html': page('<p>附件：<a href="b.pdf">x</a></p>'), '/none.txt': status(404) });
  const { space } = runs();
  const ran = await space.run([
    ...['extract', web.url('/a.html'), web.url('/none.txt'), '--quiet', '--allow-private', '--delay', '0'],
  ]);
  expect(ran).toEqual({ status: 3, out: '', err: `${web.url('/none.txt')}: HTTP 404\n` });
});

test('a 304 that nobody asked for is a failure, not a document', async () => {
  const web = await site({ '/a.txt': status(304) });
  const { extract } = runs();
  expect((await extract(web.url('/a.txt'))).summary.failed).toEqual([
    { source: web.url('/a.txt'), code: 'http-status', message: 'HTTP 304' },
  ]);
});

test('validators are for the address that gave them: behind a new redirect nothing is asked with them', async () => {
  const web = await site({ '/a.txt': versioned(A, ETAG), '/b.txt': versioned(B, ETAG) });
  const { extract, sources } = runs();
  await extract(web.url('/a.txt'));
  web.routes['/a.txt'] = redirect('/b.txt');
  expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ replaced: 1 });
  expect(sources()).toEqual([['乙', web.url('/a.txt')]]);
  expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ unchanged: 1 });
});

test('what cannot be read fails on each run, also where the server knows validators', async () => {
  const web = await site({ '/bad.txt': versioned('\0\0', ETAG) });
  const { extract } = runs();
  for (let run = 0; run < 2; run++) {
    const { status, summary } = await extract(web.url('/bad.txt'));
    expect([status, summary.failed.map(({ code }) => code)]).toEqual([3, ['no-text']]);
  }
});

test('a page in GB18030 whose headers say otherwise is read by its bytes', async () => {
  const text = '关于做好防汛工作的通知\n各街道办事处：\n请于2031年6月底前完成检查。';
  const html = page(
    text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join(''),
  ).replace('<head>', '<head><meta charset="gb2312">');
  const web = await site({
    '/a.html': (_request, response) => {
      response.setHeader('content-type', 'text/html; charset=iso-8859-1');
      response.end(gb18030(html));
    },
  });
  const { space } = runs();
  const args = ['extract', web.url('/a.html'), '--allow-private', '--delay', '0'];
  expect((await space.run(args, { parse: parseDocument })).status).toBe(0);
  expect(space.query('SELECT charset, media_type, text FROM documents')).toEqual([['gb18030', 'text/html', text]]);
});

test('trouble leaves the ledger as it was and is told', async () => {
  const web = await site({ '/a.txt': A, '/b.txt': B });
  const { extract, sources } = runs();
  await extract(web.url('/a.txt'), web.url('/b.txt'));
  const before = sources();
  web.routes['/a.txt'] = status(404);
  web.routes['/b.txt'] = status(500);
  const ran = await extract(web.url('/a.txt'), web.url('/b.txt'));
  expect(ran.status).toBe(3);
  expect(ran.err).toBe(`${web.url('/a.txt')}: HTTP 404\n${web.url('/b.txt')}: HTTP 500\n`);
  expect(sources()).toEqual(before);
  // Neither a missing page nor a server's mistake is asked for twice.
  expect(web.asked()).toEqual(['/a.txt', '/a.txt', '/b.txt', '/b.txt']);
});

test('wrong usage fetches nothing and writes nothing', async () => {
  const web = await site({ '/a.txt': A });
  const { extract, space } = runs({ 'notes.txt': 'mine', 'in/b.txt': B });
  const withPassword = web.url('/a.txt').replace('//', '//me:secret@');
  for (const args of [
    [withPassword],
    ['http://'],
    [`http://example.com/${'x'.repeat(2000)}`],
    ['in', '--follow', '*'],
    [web.url('/a.txt'), '--db', 'notes.txt'],
    [web.url('/a.txt'), '--delay', '-1'],
    [web.url('/a.txt'), '--fetch-timeout', '0'],
  ]) {
    const ran = await extract(...args);
    expect([args[0], ran.status]).toEqual([args[0], 2]);
    expect(ran.err).not.toContain('secret');
  }
  expect(web.requests).toEqual([]);
  expect(existsSync(space.path('out'))).toBe(false);
  expect(existsSync(space.path('notes.txt.state.sqlite'))).toBe(false);
});

test('nothing stays behind in the temporary folder', async () => {
  const web = await site({ '/a.txt': A, '/b.txt': status(404) });
  const { extract, space } = runs({ 'tmp/mine.txt': 'x' });
  vi.stubEnv('TMPDIR', space.path('tmp'));
  onTestFinished(() => void vi.unstubAllEnvs());
  let during: string[] = [];
  web.routes['/c.txt'] = (_request, response) => {
    during = readdirSync(space.path('tmp'));
    response.end(B);
  };
  await extract(...['/a.txt', '/b.txt', '/c.txt'].map(web.url));
  expect(during).toHaveLength(2);
  expect(readdirSync(space.path('tmp'))).toEqual(['mine.txt']);
});

test('a state file that may be deleted: the next run goes on without it', async () => {
  const web = await site({ '/a.txt': versioned(A, ETAG) });
  const { extract, space } = runs();
  await extract(web.url('/a.txt'));
  unlinkSync(space.path('out/ledger.sqlite.state.sqlite'));
  expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ unchanged: 1 });
});

test('the same bytes from a file and from an address are one document', async () => {
  const web = await site({ '/a.txt': versioned(A, ETAG) });
  const { extract, sources } = runs({ 'in/a.txt': A });
  await extract('in', web.url('/a.txt'));
  expect((await extract('in', web.url('/a.txt'))).summary).toMatchObject({ unchanged: 1, documents: 1 });
  expect(sources()).toHaveLength(2);
});

test('a busy parser does not fetch again: each address is asked once in a run', async () => {
  let parsed = 0;
  const web = await site({ '/a.txt': inTurn((_request, response) => response.end(A), status(500)) });
  const { space } = runs();
  const args = ['extract', web.url('/a.txt'), '--allow-private', '--delay', '0'];
  const parse = async (bytes: Uint8Array) => {
    parsed += 1;
    return parseToy(bytes);
  };
  expect((await space.run(args, { parse })).status).toBe(0);
  expect([parsed, web.asked()]).toEqual([1, ['/a.txt']]);
});
