/** List pages with --follow, and the attachments of pages. */
import { copyFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toUrl, urlPattern } from '../../src/fetch/url.js';
import { pageLinks } from '../../src/text/links.js';
import { inTurn, page, redirect, runs, type Site, site, status, versioned } from './server.js';

/** A toy document in a page: the toy parser reads the lines between the tags. */
const doc = (title: string, links = '') => page(`\n标题：${title}\n- 任务${title} | lead 市发改委\n${links}`);
const list = (...hrefs: string[]) =>
  page(`<ul>${hrefs.map((href) => `<li><a href="${href}">x</a></li>`).join('\n')}</ul>`);
const sourcesOf = (rows: unknown[][], web: Site) =>
  rows.map(([title, source]) => [title, String(source).replace(web.origin, '')]);

test.each([
  ['http://a.cn/*.html', ['http://a.cn/.html', 'http://a.cn/b/c.html'], ['http://a.cn/b.htm', 'https://a.cn/b.html']],
  ['*/t2031*_*.html', ['http://a.cn/x/t20310101_7.html'], ['http://a.cn/t2031.html', 'http://a.cn/t2031_']],
  ['http://a.cn/b', ['http://a.cn/b'], ['http://a.cn/b/', 'http://a.cn/bc', 'http://a.cn/']],
  ['*', ['http://a.cn/'], []],
  ['http://a.cn/甲*', ['http://a.cn/%E7%94%B2.html'], ['http://a.cn/甲.html']],
  ['http://a.cn/?id=*', ['http://a.cn/?id=7'], ['http://a.cn/xid=7']],
  ['http://a.cn/a*a', ['http://a.cn/aa'], ['http://a.cn/a']],
])('the pattern %s', (pattern, matching, others) => {
  expect(matching.filter(urlPattern(pattern))).toEqual(matching);
  expect(others.filter(urlPattern(pattern))).toEqual([]);
});

test('an address has one spelling, and that is its own', () => {
  const near = fc.stringMatching(/^[a-z0-9.~%/?#@:甲 é-]{0,40}$/);
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), near), (text) => {
      const url = toUrl(text, new URL('http://a.cn/b/c'));
      if (url === null) return;
      expect(toUrl(url.href)?.href).toBe(url.href);
      expect(url.href).not.toMatch(/#|(?<!%.?)%(?:[a-f][0-9a-fA-F]|[0-9A-F][a-f]|7E|2D)/);
    }),
    { numRuns: 2000 },
  );
});

test('a pattern of many stars is matched in one pass', () => {
  expect(urlPattern(`${'*a'.repeat(500)}*b`)(`http://a.cn/${'a'.repeat(1900)}`)).toBe(false);
});

test('--follow takes the links that match, once each; the list page is no document', async () => {
  const web = await site({
    '/list/': list(
      '../docs/a.html',
      '/docs/a.html#part',
      '../docs/./b.html',
      '/about.html',
      'mailto:me@example.com',
      'javascript:void(0)',
      'http://[',
      '',
      '/list/',
      'file:///docs/c.html',
    ),
    '/docs/a.html': doc('甲'),
    '/docs/b.html': doc('乙'),
  });
  const { extract, sources } = runs();
  const ran = await extract(web.url('/list/'), '--follow', '*/docs/*.html');
  expect(ran).toMatchObject({ status: 0, err: `${web.url('/list/')}: links 3, match 2, new 2\n` });
  expect(web.asked()).toEqual(['/docs/a.html', '/docs/b.html', '/list/']);
  expect(sourcesOf(sources(), web)).toEqual([
    ['甲', '/docs/a.html'],
    ['乙', '/docs/b.html'],
  ]);
});

test('the next run takes the new ones alone, and those that failed', async () => {
  const web = await site({
    '/list': list('/a.html', '/b.html', '/c.html'),
    '/a.html': versioned(doc('甲'), { etag: '"1"' }),
    '/b.html': doc('乙'),
    '/c.html': status(404),
  });
  const { extract, space } = runs();
  const follow = () => extract(web.url('/list'), '--follow', '*.html');
  expect((await follow()).summary.failed).toMatchObject([{ source: web.url('/c.html'), message: 'HTTP 404' }]);
  web.asked();
  web.routes['/list'] = list('/d.html', '/a.html', '/b.html', '/c.html');
  web.routes['/c.html'] = doc('丙');
  web.routes['/d.html'] = doc('丁');
  const second = await follow();
  expect(second).toMatchObject({ status: 0, err: `${web.url('/list')}: links 4, match 4, new 2\n` });
  expect(web.asked()).toEqual(['/c.html', '/d.html', '/list']);
  // Documents that were not looked at stay.
  expect(second.summary).toMatchObject({ loaded: 2, unchanged: 0, documents: 4 });
  expect((await follow()).summary).toMatchObject({ loaded: 0, documents: 4, failed: [] });
  expect(web.asked()).toEqual(['/list']);
  // In another ledger everything is new, whatever the state beside it remembers.
  copyFileSync(space.path('out/ledger.sqlite.state.sqlite'), space.path('out/new.sqlite.state.sqlite'));
  expect((await extract(web.url('/list'), '--follow', '*.html', '--db', 'out/new.sqlite')).summary.loaded).toBe(4);
});

test('--follow-limit: the first ones of the page now, the others in the next run', async () => {
  const paths = Array.from({ length: 7 }, (_, i) => `/${i}.html`);
  const web = await site({ '/list': list(...paths), ...Object.fromEntries(paths.map((path) => [path, doc(path)])) });
  const { extract } = runs();
  const follow = () => extract(web.url('/list'), '--follow', '*.html', '--follow-limit', '3');
  const first = await follow();
  expect(first.err).toBe(`${web.url('/list')}: links 7, match 7, new 7, left for the next run 4 (--follow-limit 3)\n`);
  expect(web.asked()).toEqual(['/0.html', '/1.html', '/2.html', '/list']);
  const second = await follow();
  expect(second.err).toContain('new 4, left for the next run 1');
  expect((await follow()).summary).toMatchObject({ loaded: 1, documents: 7 });
  expect((await follow()).err).toBe(`${web.url('/list')}: links 7, match 7, new 0\n`);
});

test('links are relative to <base>, else to where the list page came from after redirects', async () => {
  const web = await site({
    '/now': redirect('/2031/list'),
    '/2031/list': list('a.html'),
    '/based': `<base href="/other/">${list('b.html')}`,
    '/2031/a.html': doc('甲'),
    '/other/b.html': doc('乙'),
  });
  const { extract, sources } = runs();
  expect((await extract(web.url('/now'), web.url('/based'), '--follow', '*.html')).status).toBe(0);
  expect(sourcesOf(sources(), web)).toEqual([
    ['甲', '/2031/a.html'],
    ['乙', '/other/b.html'],
  ]);
});

test('a list page that is gone, is no page or has no link that matches', async () => {
  const web = await site({ '/gone': status(410), '/text': '一份文件', '/none': list('/a.pdf') });
  const { extract } = runs();
  const ran = await extract(web.url('/gone'), web.url('/text'), web.url('/none'), '--follow', '*.html');
  expect(ran.status).toBe(3);
  expect(ran.err).toBe(
    `${web.url('/text')}: links 0, match 0, new 0\n` +
      `${web.url('/none')}: links 1, match 0, new 0\n` +
      `${web.url('/gone')}: HTTP 410\n`,
  );
});

test('links that match are checked as any address is; one with a password is none', async () => {
  const web = await site({ '/robots.txt': 'User-agent: *\nDisallow: /closed/' });
  web.routes['/list'] = list('/closed/a.html', web.url('/b.html').replace('//', '//me:secret@'));
  const { extract } = runs();
  const ran = await extract(web.url('/list'), '--follow', '*.html');
  expect(ran.err).toBe(
    `${web.url('/list')}: links 1, match 1, new 1\n${web.url('/closed/a.html')}: robots.txt forbids it\n`,
  );
});

test('links to formats that are no document are told once and not fetched again', async () => {
  const web = await site({
    '/list': list('/a.html', '/b.pdf', '/c', '/d'),
    '/a.html': doc('甲'),
    '/c': (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('x'),
    '/d': '%PDF-1.7 …',
  });
  const { extract } = runs();
  const follow = () => extract(web.url('/list'), '--follow', '*/*');
  const first = await follow();
  expect(first).toMatchObject({ status: 0, summary: { loaded: 1, skipped: 3, failed: [] } });
  expect(first.err.split('\n').slice(1)).toEqual([
    `${web.url('/b.pdf')}: not read: .pdf file`,
    `${web.url('/c')}: not read: application/pdf`,
    `${web.url('/d')}: not read: PDF document`,
    '',
  ]);
  web.asked();
  expect((await follow()).err).toBe(`${web.url('/list')}: links 4, match 4, new 0\n`);
  expect(web.asked()).toEqual(['/list']);
});

const ATTACHED = `<p>附件：<a href="files/table.txt">任务分工表</a></p>
  <p><a href="files/plan.HTML">方案</a> <a href="scan.pdf?v=1">扫描件</a> <a href="/get?name=old.docx">旧稿</a></p>`;

test('attachments of a page are documents of their own; those in other formats are told, not failed', async () => {
  const web = await site({
    '/docs/a.html': doc('甲', ATTACHED),
    '/docs/files/table.txt': '标题：表\n- 任务表',
    '/docs/files/plan.HTML': doc('方案'),
    '/get?name=old.docx': Buffer.from('PK\x03\x04\0\0'),
  });
  const { extract, sources } = runs();
  const ran = await extract(web.url('/docs/a.html'));
  expect(ran).toMatchObject({ status: 0, summary: { loaded: 3, skipped: 2, failed: [] } });
  expect(ran.err).toBe(
    `${web.url('/docs/scan.pdf?v=1')}: not read: .pdf file\n` +
      `${web.url('/get?name=old.docx')}: not read: ZIP archive (docx, xlsx, ofd)\n`,
  );
  expect(web.asked()).not.toContain('/docs/scan.pdf?v=1');
  expect(sourcesOf(sources(), web)).toEqual([
    ['甲', '/docs/a.html'],
    ['方案', '/docs/files/plan.HTML'],
    ['表', '/docs/files/table.txt'],
  ]);
});

test('the attachments of a page that has not changed are looked at all the same', async () => {
  const web = await site({
    '/a.html': versioned(doc('甲', '<p>附件：<a href="/table.txt">表</a></p>'), { etag: '"1"' }),
    '/table.txt': inTurn(status(500), (_request, response) => void response.end('标题：表\n- 任务')),
    '/list': list('/a.html'),
  });
  const { extract, sources } = runs();
  expect((await extract(web.url('/a.html'))).summary).toMatchObject({ loaded: 1, failed: [{ code: 'http-status' }] });
  // A page whose attachment is still missing is not done with: the list page leads to it again.
  const second = await extract(web.url('/list'), '--follow', '*.html');
  expect(second.summary).toMatchObject({ loaded: 1, unchanged: 1, failed: [] });
  expect(sourcesOf(sources(), web)).toEqual([
    ['甲', '/a.html'],
    ['表', '/table.txt'],
  ]);
  expect((await extract(web.url('/list'), '--follow', '*.html')).err).toContain('new 0');
});

test('an address that is named and attached is fetched once, and read as named', async () => {
  const web = await site({
    '/a.html': doc('甲', ATTACHED),
    '/scan.pdf?v=1': '%PDF-1.7',
    '/files/table.txt': '标题：表\n- x',
  });
  const { extract } = runs();
  const { summary } = await extract(web.url('/files/table.txt'), web.url('/a.html'), web.url('/scan.pdf?v=1'));
  const asked = web.asked();
  expect(asked.filter((path) => path === '/files/table.txt')).toHaveLength(1);
  expect(asked).toContain('/scan.pdf?v=1');
  expect(summary.loaded).toBe(3);
});

test('links of the main content alone are attachments; pages only where attachments are spoken of', () => {
  const text = '各街道办事处、区政府各部门：为做好今年防汛工作，现将有关事项通知如下，请认真遵照执行，不得延误。';
  const html = (body: string) => `<!DOCTYPE html><html><head><base href="/x/"></head><body>
    <div class="nav"><a href="/index.html">首页</a><a href="/nav.txt">地图</a></div>
    <div class="TRS_Editor"><p>${text}</p><p>${text}</p>${body}</div>
    <div class="footer"><a href="/foot.doc">帮助</a> 版权所有</div></body></html>`;
  const related = '<p>可参阅<a href="other.html">另一份通知</a>与<a href="data.xls?v=2#s">数据</a></p>';
  expect(pageLinks(html(related))).toMatchObject({ base: '/x/', attachments: ['data.xls?v=2#s'] });
  expect(pageLinks(html(`<p>附件：</p>${related}`)).attachments).toEqual(['other.html', 'data.xls?v=2#s']);
  expect(pageLinks(html('<p><a href="t.htm"><b>附表1</b></a></p>')).attachments).toEqual(['t.htm']);
  expect(pageLinks(html(related)).all).toEqual([
    '/index.html',
    '/nav.txt',
    'other.html',
    'data.xls?v=2#s',
    '/foot.doc',
  ]);
});
