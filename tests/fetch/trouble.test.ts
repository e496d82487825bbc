/** Servers that are slow, busy, broken, too generous or in a circle. */
import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inTurn, redirect, runs, site, status } from './server.js';

const A = '标题：甲\n- 任务甲 | lead 市发改委';
const ok: RequestListener = (_request, response) => void response.end(A);
const killed: RequestListener = (_request, response) => void response.socket?.destroy();

/** Sends half of a text and then does `end`. */
function cut(
  end: (socket: NonNullable<Parameters<RequestListener>[1]['socket']>) => void,
  headers = {},
): RequestListener {
  return (_request, response) => {
    response.writeHead(200, headers);
    response.write(A.slice(0, 9));
    setImmediate(() => response.socket && end(response.socket));
  };
}

/** The failure of one address, without its source. */
async function failure(route: RequestListener, ...args: string[]) {
  const web = await site({ '/a.txt': route });
  const { extract } = runs();
  const { status, summary, err } = await extract(web.url('/a.txt'), ...args);
  expect(status).toBe(3);
  expect(err).toBe(`${web.url('/a.txt')}: ${summary.failed[0]?.message}\n`);
  return { code: summary.failed[0]?.code, message: summary.failed[0]?.message, asked: web.asked().length };
}

test.each([429, 502, 503, 504])('HTTP %i is tried again', async (code) => {
  const web = await site({ '/a.txt': inTurn(status(code), status(code, { 'retry-after': '0' }), ok) });
  expect((await runs().extract(web.url('/a.txt'))).summary).toMatchObject({ loaded: 1, failed: [] });
  expect(web.asked()).toHaveLength(3);
  expect(await failure(status(code), '--retries', '2')).toEqual({
    code: 'http-status',
    message: `HTTP ${code} (3 tries)`,
    asked: 3,
  });
});

test.each([204, 206, 400, 401, 403, 404, 410, 500, 501])('HTTP %i is not', async (code) => {
  expect(await failure(status(code, { 'retry-after': '0' }))).toEqual({
    code: 'http-status',
    message: `HTTP ${code}`,
    asked: 1,
  });
});

test('the waits grow: each is twice the one before, Retry-After is waited for', async () => {
  const at: number[] = [];
  const busy =
    (headers = {}): RequestListener =>
    (request, response) => {
      at.push(performance.now());
      status(503, headers)(request, response);
    };
  const web = await site({ '/a.txt': inTurn(busy(), busy(), busy({ 'retry-after': '1' }), busy()) });
  await runs().extract(web.url('/a.txt'), '--retry-wait', '100', '--retries', '3');
  const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0));
  // Lower bounds alone: a busy machine makes everything later, nothing earlier (but for the rounding of timers).
  for (const [i, least] of [100, 200, 1000].entries()) expect(waits[i]).toBeGreaterThan(least - 5);
  expect(waits).toHaveLength(3);
});

test('Retry-After as a date is waited for', async () => {
  const at: number[] = [];
  const listen: RequestListener = () => void at.push(Date.now());
  const soon: RequestListener = (request, response) => {
    listen(request, response);
    status(503, { 'retry-after': new Date(Date.now() + 2000).toUTCString() })(request, response);
  };
  const web = await site({
    '/a.txt': inTurn(soon, (request, response) => {
      listen(request, response);
      ok(request, response);
    }),
  });
  expect((await runs().extract(web.url('/a.txt'))).status).toBe(0);
  // A date has whole seconds.
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(900);
});

test('a server that wants a long rest gets it: the next run asks again', async () => {
  expect(await failure(status(429, { 'retry-after': '3600' }))).toEqual({
    code: 'http-status',
    message: 'HTTP 429; come back in 3600 s',
    asked: 1,
  });
});

test.each([
  ['killed before it answers', killed],
  ['killed within the body', cut((socket) => socket.destroy(), { 'content-length': 1000 })],
  ['killed within a chunk', cut((socket) => socket.destroy())],
  ['broken chunks', cut((socket) => socket.end('nonsense\r\n\r\n'))],
  ['fewer bytes than promised', cut((socket) => socket.end(), { 'content-length': 1000 })],
  ['no HTTP', ((_request, response) => void response.socket?.end('hello\r\n')) as RequestListener],
  [
    'half a gzip stream',
    ((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(A).subarray(0, 20));
    }) as RequestListener,
  ],
])('a connection with %s is tried again, never taken for a document', async (_name, broken) => {
  const web = await site({ '/a.txt': inTurn(broken, broken, ok) });
  const { extract, sources } = runs();
  expect((await extract(web.url('/a.txt'))).summary).toMatchObject({ loaded: 1, failed: [] });
  expect(sources()).toEqual([['甲', web.url('/a.txt')]]);
  const failed = await failure(broken, '--retries', '1');
  expect(failed).toMatchObject({ code: 'network', asked: 2 });
  expect(failed.message).toMatch(/^\S.* \(2 tries\)$/);
});

test('a port that nobody listens on and a name that nobody has', async () => {
  const web = await site();
  const { extract } = runs();
  const closed = 'http://127.0.0.1:1/a.txt';
  const nowhere = 'http://taizhang-test.invalid/a.txt';
  const { summary } = await extract(closed, nowhere, web.url('/a.txt'), '--retries', '1');
  expect(summary.failed.map(({ source, code }) => [source, code])).toEqual([
    [closed, 'network'],
    [web.url('/a.txt'), 'http-status'],
    [nowhere, 'network'],
  ]);
  expect(summary.failed[0]?.message).toMatch(/^its robots.txt cannot be read: .*ECONNREFUSED.* \(2 tries\)$/);
});

test.each([
  ['never answers', () => {}],
  ['stops within the body', cut(() => {}, { 'content-length': 1000 })],
  [
    'sends a byte now and then',
    ((_request, response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    }) as RequestListener,
  ],
])('a server that %s ends with --fetch-timeout', async (_name, hang) => {
  expect(await failure(hang as RequestListener, '--fetch-timeout', '1')).toEqual({
    code: 'timeout',
    message: 'no whole answer within 1 s',
    asked: 1,
  });
});

const MEGABYTE = 1024 * 1024;

test('--max-bytes: refused by what the server says, without reading it', async () => {
  const large: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-length': 100 * MEGABYTE });
    response.write('x');
  };
  expect(await failure(large, '--max-bytes', String(MEGABYTE))).toEqual({
    code: 'too-large',
    message: `more than ${MEGABYTE} bytes`,
    asked: 1,
  });
});

test('--max-bytes: an endless body is cut off when it is over', async () => {
  let written = 0;
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const endless: RequestListener = (_request, response) => {
    const more = () => {
      while (!response.destroyed && written < 1000 * MEGABYTE) {
        written += chunk.length;
        if (!response.write(chunk)) return;
      }
    };
    response.on('drain', more);
    more();
  };
  expect((await failure(endless, '--max-bytes', String(MEGABYTE))).code).toBe('too-large');
  // What the sockets of both sides hold comes on top.
  expect(written).toBeLessThan(50 * MEGABYTE);
});

test.each([
  ['gzip', gzipSync(Buffer.alloc(200 * MEGABYTE))],
  ['br', brotliCompressSync(Buffer.alloc(200 * MEGABYTE))],
])('--max-bytes counts what is unpacked: a bomb in %s', async (encoding, bomb) => {
  expect(bomb.length).toBeLessThan(MEGABYTE);
  const route: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding, 'content-length': bomb.length });
    response.end(bomb);
  };
  expect((await failure(route, '--max-bytes', String(MEGABYTE))).code).toBe('too-large');
});

test('a stream that unpacks to nothing ends too', async () => {
  // Empty members, one after the other.
  const nothing = Buffer.concat(Array.from({ length: 4000 }, () => gzipSync('')));
  const route: RequestListener = (_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    const more = () => {
      while (!response.destroyed && response.write(nothing));
    };
    response.on('drain', more);
    more();
  };
  expect((await failure(route, '--max-bytes', String(MEGABYTE))).code).toBe('too-large');
});

test('packed bodies are unpacked; the limit and the hash are those of the document', async () => {
  const packed =
    (encoding: string, body: Uint8Array): RequestListener =>
    (_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(body);
    };
  const web = await site({
    '/gzip.txt': packed('gzip', gzipSync(A)),
    '/x-gzip.txt': packed('X-GZIP', gzipSync(A)),
    '/br.txt': packed('br', brotliCompressSync(A)),
    '/plain.txt': packed('identity', Buffer.from(A)),
    '/odd.txt': packed('compress', Buffer.from(A)),
  });
  const { extract } = runs();
  const paths = ['gzip', 'x-gzip', 'br', 'plain', 'odd'].map((name) => web.url(`/${name}.txt`));
  const { summary } = await extract(...paths, '--max-bytes', String(Buffer.byteLength(A)));
  expect(summary).toMatchObject({ documents: 1, loaded: 1 });
  expect(summary.failed).toEqual([
    {
      source: web.url('/odd.txt'),
      code: 'network',
      message: 'an answer in content-encoding compress, which was not asked for',
    },
  ]);
});

test('redirects are followed, five at most; a circle ends at once', async () => {
  const web = await site({ '/a.txt': A });
  for (let i = 1; i <= 6; i++)
    web.routes[`/${i}`] = redirect(i === 1 ? 'a.txt' : `/${i - 1}`, [301, 302, 303, 307, 308][i % 5]);
  web.routes['/x'] = redirect('/y');
  web.routes['/y'] = redirect('/x#again');
  web.routes['/none'] = status(302);
  web.routes['/empty'] = redirect('http://');
  const { extract, sources } = runs();
  const urls = ['/5', '/6', '/x', '/none', '/empty'].map((path) => web.url(path));
  const { summary } = await extract(...urls);
  // The source is the address that was named: where it leads today may change.
  expect(sources()).toEqual([['甲', web.url('/5')]]);
  expect(summary.failed.map(({ source, code, message }) => [source.slice(web.origin.length), code, message])).toEqual([
    ['/6', 'redirect', 'more than 5 redirects'],
    ['/empty', 'redirect', 'redirected to what is no address'],
    ['/none', 'http-status', 'HTTP 302'],
    ['/x', 'redirect', 'redirected in a circle'],
  ]);
});

test('a redirect may be written in raw bytes, of any charset', async () => {
  const web = await site({ '/%E7%94%B2.txt': A, '/%BC%D7.txt': A });
  web.routes['/utf8'] = redirect(Buffer.from('/甲.txt').toString('latin1'));
  web.routes['/gbk'] = redirect('/\xbc\xd7.txt');
  expect((await runs().extract(web.url('/utf8'), web.url('/gbk'))).status).toBe(0);
});

test('no more requests at once to one host than --per-host, none closer together than --delay', async () => {
  const at: number[] = [];
  const slow: RequestListener = async (request, response) => {
    at.push(performance.now());
    await sleep(30);
    ok(request, response);
  };
  const paths = Array.from({ length: 12 }, (_, i) => `/${i}.txt`);
  const web = await site(Object.fromEntries(paths.map((path) => [path, slow])));
  const urls = paths.map((path) => web.url(path));
  await runs().extract(...urls, '--per-host', '3');
  expect(web.most()).toBe(3);
  expect(web.asked()).toHaveLength(12);

  at.length = 0;
  const start = performance.now();
  await runs().extract(...urls.slice(0, 4), '--delay', '40');
  // A lower bound from the start of the run: robots.txt and four pages are four delays.
  expect((at.at(-1) ?? 0) - start).toBeGreaterThan(4 * 40 - 5);
});

test('a slow host does not hold up another', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = await site({
    '/a.txt': async (request, response) => {
      await held;
      ok(request, response);
    },
  });
  const quick = await site({
    '/a.txt': (request, response) => {
      ok(request, response);
      release();
    },
  });
  const { summary } = await runs().extract(slow.url('/a.txt'), quick.url('/a.txt'), '--per-host', '1');
  expect(summary).toMatchObject({ failed: [], documents: 1 });
});
