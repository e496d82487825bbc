/** robots.txt, as RFC 9309 says. */
import { expect, test } from 'vitest';
import { redirect, runs, site, status } from './server.js';

const A = '标题：甲\n- 任务甲 | lead 市发改委';

/** Codes and messages of the paths asked for, and what the server saw. */
async function visit(robots: Parameters<typeof site>[0] & {}, ...paths: string[]) {
  const web = await site({ '/a.txt': A, '/open/a.txt': A, '/closed/a.txt': A, ...robots });
  const { extract } = runs();
  const { summary } = await extract(...paths.map(web.url), '--retries', '1', '--fetch-timeout', '1');
  return {
    failed: summary.failed.map(({ source, code, message }) => [source.slice(web.origin.length), code, message]),
    asked: web.asked(),
    robots: web.requests.filter(({ url }) => url === '/robots.txt').length,
  };
}

const FORBIDDEN = ['/closed/a.txt', 'robots', 'robots.txt forbids it'];

test.each([
  ['User-agent: *\nDisallow: /closed/\n'],
  ['\ufeffuser-agent: Taizhang\r\nDISALLOW: /closed # not for you\r\n\r\nUser-agent: *\r\nDisallow: /\r\n'],
  ['User-agent: *\nDisallow: /\nAllow: /open/\nAllow: /a.txt$\n'],
  ['User-agent: other\nUser-agent: taizhang\nDisallow: /*sed/\n'],
])('what %j forbids is not asked for; it is read once', async (text) => {
  const seen = await visit({ '/robots.txt': text }, '/a.txt', '/open/a.txt', '/closed/a.txt');
  expect(seen).toEqual({ failed: [FORBIDDEN], asked: ['/a.txt', '/open/a.txt'], robots: 1 });
});

test.each([
  ['missing', status(404)],
  ['forbidden itself', status(403)],
  ['empty', ''],
  ['for others', 'User-agent: other\nDisallow: /\n'],
  ['a page', '<!DOCTYPE html><html><body>Disallow: /</body></html>'],
  ['binary', Buffer.from([0, 255, 254, 0])],
])('a robots.txt that is %s allows everything', async (_name, robots) => {
  const seen = await visit({ '/robots.txt': robots }, '/closed/a.txt');
  expect(seen).toMatchObject({ failed: [], asked: ['/closed/a.txt'] });
});

test.each([
  ['HTTP 500', status(500), 'HTTP 500'],
  ['HTTP 503', status(503), 'HTTP 503 (2 tries)'],
  ['HTTP 429', status(429), 'HTTP 429 (2 tries)'],
  ['a circle', redirect('/robots.txt'), 'redirected in a circle'],
  ['too large', `${'#'.repeat(600 * 1024)}\n`, 'more than 524288 bytes'],
  ['never there', () => {}, 'no whole answer within 1 s'],
])('a robots.txt that cannot be read (%s) forbids everything', async (name, robots, why) => {
  const seen = await visit({ '/robots.txt': robots }, '/a.txt');
  const code = name === 'never there' ? 'timeout' : 'robots';
  expect(seen).toMatchObject({ failed: [['/a.txt', code, `its robots.txt cannot be read: ${why}`]], asked: [] });
});

test('redirects of pages and of robots.txt: each host is asked for its own rules', async () => {
  const closed = await site({ '/robots.txt': 'User-agent: *\nDisallow: /closed/', '/a.txt': A, '/closed/a.txt': A });
  const seen = await visit(
    {
      '/robots.txt': redirect('/rules'),
      '/rules': 'User-agent: *\nDisallow: /closed/',
      '/to-open': redirect(closed.url('/a.txt')),
      '/to-closed': redirect(closed.url('/closed/a.txt')),
    },
    '/closed/a.txt',
    '/to-open',
    '/to-closed',
  );
  expect(seen.failed).toEqual([FORBIDDEN, ['/to-closed', 'robots', 'robots.txt forbids it']]);
  expect(closed.asked()).toEqual(['/a.txt']);
});

test('Crawl-delay is kept', async () => {
  const at: number[] = [];
  const timed: Parameters<typeof site>[0] = {
    '/robots.txt': 'User-agent: *\nCrawl-delay: 0.3',
    '/a.txt': (_request, response) => {
      at.push(performance.now());
      response.end(A);
    },
  };
  timed['/open/a.txt'] = timed['/a.txt'] as string;
  const start = performance.now();
  await visit(timed, '/a.txt', '/open/a.txt');
  expect(at).toHaveLength(2);
  expect((at[1] ?? 0) - start).toBeGreaterThan(300 - 5);
});
