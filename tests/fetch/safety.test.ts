/** Where this program does not go: other schemes, credentials, addresses that are not public, on every hop. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { checkedLookup, isPublicAddress } from '../../src/fetch/address.js';
import { visitor } from '../../src/fetch/visit.js';
import { workspace } from '../cli/workspace.js';
import { ROOT } from '../corpus.js';
import { redirect, runs, site } from './server.js';

const TLS = join(ROOT, 'tests/fetch/tls');
const A = '标题：甲\n- 任务甲 | lead 市发改委';

const PRIVATE = [
  '0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255',
  '192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255',
  '240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1',
  '64:ff9b:1::1 100::1 2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 3fff::1 5f00::1 fc00::1 fd12::1',
  'fe80::1 fe80::1%lo fec0::1 ff02::1 localhost 1.2.3 0x7f.1 [::1]',
]
  .join(' ')
  .split(' ');

const PUBLIC =
  '1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.0.1 172.15.255.255 172.32.0.0 192.167.0.1 192.169.0.1 198.17.0.1 198.20.0.1 223.255.255.255 240e::1 2400:3200::1 2408:8000::1 2606:4700::1111 2001:200::1'.split(
    ' ',
  );

test.each(PRIVATE)('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));
test.each(PUBLIC)('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test('no IPv4 address is public inside of IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) =>
      ['::ffff:', '::', '64:ff9b::', '64:ff9b:1::'].every((prefix) => !isPublicAddress(prefix + address)),
    ),
  );
});

/** Runs without --allow-private. */
async function refused(...urls: string[]) {
  const space = workspace();
  const ran = await space.run(['extract', '--json', '--delay', '0', '--retries', '0', ...urls]);
  const { failed } = JSON.parse(ran.out) as { failed: { code: string; message: string }[] };
  return { status: ran.status, codes: failed.map(({ code }) => code), messages: failed.map(({ message }) => message) };
}

test('loopback is refused in every spelling, without a connection', async () => {
  const web = await site({ '/a.txt': A });
  const { port } = new URL(web.origin);
  const hosts = [
    '127.0.0.1',
    'localhost',
    'LocalHost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0',
    '[::1]',
  ];
  const more = ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::127.0.0.1]', '[::]', '１２７．０．０．１'];
  for (const host of [...hosts, ...more]) {
    const ran = await refused(`http://${host}:${port}/a.txt`);
    expect([host, ran.status, ran.codes]).toEqual([host, 3, ['address']]);
    expect(ran.messages[0]).toMatch(/ is not a public address; --allow-private fetches from it$/);
  }
  expect(web.requests).toEqual([]);
});

test('link-local, private and unique local addresses are refused', async () => {
  const urls = ['169.254.169.254', '10.1.2.3', '192.168.0.1', '172.20.0.1', '100.64.0.1', '[fd00::1]', '[fe80::1]'];
  const ran = await refused(...urls.map((host) => `http://${host}/latest/meta-data`));
  expect(ran).toMatchObject({ status: 3, codes: urls.map(() => 'address') });
});

test('the connection goes to the address that was checked: the name is looked up once', async () => {
  const answers = [[{ address: '93.184.215.14', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
  let asked = 0;
  const lookup = checkedLookup(isPublicAddress, (_host, _options, done) => done(null, answers[asked++] ?? []));
  const ask = (all: boolean) =>
    new Promise((resolve) => {
      lookup('rebind.example', { all }, (error, address) => resolve(error ? error.message : address));
    });
  expect(await ask(true)).toEqual([{ address: '93.184.215.14', family: 4 }]);
  // At the next connection the name means loopback.
  expect(await ask(false)).toBe('rebind.example (127.0.0.1) is not a public address; --allow-private fetches from it');
  expect(asked).toBe(2);
});

test('one private address among public ones refuses the name', async () => {
  const lookup = checkedLookup(isPublicAddress, (_host, _options, done) =>
    done(null, [
      { address: '93.184.215.14', family: 4 },
      { address: '::1', family: 6 },
    ]),
  );
  const error = await new Promise((resolve) => lookup('mixed.example', { all: true }, resolve));
  expect(error).toMatchObject({ code: 'address' });
});

test.each([
  ['file:///etc/passwd', 'address', 'file: is not fetched, only http: and https:'],
  ['ftp://127.0.0.1/a.txt', 'address', 'ftp: is not fetched, only http: and https:'],
  ['javascript:alert(1)', 'address', 'javascript: is not fetched, only http: and https:'],
  ['data:text/plain,x', 'address', 'data: is not fetched, only http: and https:'],
  ['http://me:secret@127.0.0.1/a.txt', 'address', 'an address with a user name or password is not fetched'],
])('a redirect to %s is not followed', async (location, code, message) => {
  const web = await site({ '/a.txt': redirect(location) });
  const { summary, status, err } = await runs().extract(web.url('/a.txt'));
  expect([status, summary.failed]).toEqual([3, [{ source: web.url('/a.txt'), code, message }]]);
  expect(err).not.toContain('secret');
});

test('every hop is checked: what may be reached at first is refused after a redirect', async () => {
  let isOpen = true;
  const closing =
    (location: string): RequestListener =>
    (request, response) => {
      isOpen = false;
      redirect(location)(request, response);
    };
  const web = await site({ '/a.txt': A });
  const { port } = new URL(web.origin);
  const folder = workspace().folder;
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '127.0.0.2', '10.0.0.1', '169.254.169.254']) {
    isOpen = true;
    web.routes['/from'] = closing(`http://${host}:${port}/a.txt`);
    const waits = { perHost: 1, delay: 0, retries: 0, retryWait: 0, timeout: 10_000 };
    const newFile = () => join(folder, 'body');
    const { signal } = new AbortController();
    const get = visitor({ ...waits, newFile, signal, maxBytes: 1000, mayReach: () => isOpen });
    const wanted = { url: new URL(web.url('/from')), maxBytes: 1000, known: null };
    await expect(get({ ...wanted, wants: () => true })).rejects.toMatchObject({ code: 'address' });
  }
  expect(web.asked().filter((path) => path === '/a.txt')).toEqual([]);
});

/** A run of the built program that believes in the certificate beside this test. */
async function spawned(...args: string[]) {
  const { folder } = workspace();
  const cli = join(ROOT, 'dist/cli.js');
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(TLS, 'cert.pem') };
  const options = ['extract', '--delay', '0', '--retry-wait', '1', '--allow-private', ...args];
  const child = execFile(process.execPath, [cli, ...options], { cwd: folder, env });
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const [status] = (await once(child, 'close')) as [number];
  return { status, err };
}

async function secureSite(listener: RequestListener): Promise<string> {
  const server = createServer({ key: readFileSync(join(TLS, 'key.pem')), cert: readFileSync(join(TLS, 'cert.pem')) });
  server.on('request', listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

test('https: the certificate is checked, and there is no way back to http', async () => {
  const web = await site({ '/a.txt': A });
  const origin = await secureSite((request, response) => {
    if (request.url === '/a.txt') response.end(A);
    else if (request.url === '/down') response.writeHead(302, { location: web.url('/a.txt') }).end();
    else response.writeHead(404).end();
  });
  web.routes['/up'] = redirect(`${origin}/a.txt`);
  const ran = await spawned(`${origin}/a.txt`, `${origin}/down`, web.url('/up'));
  expect(ran.err).toContain(
    `${origin}/down: redirected from https to ${web.url('/a.txt')}, which is not safe from changes on the way\n`,
  );
  expect(ran.err).toContain('1 loaded, 0 replaced, 0 unchanged, 1 failed');
  expect(ran.status).toBe(3);
  expect(web.asked()).toEqual(['/up']);

  // The certificate is for localhost alone; and this process does not know who signed it.
  const elsewhere = await spawned(origin.replace('localhost', '127.0.0.1'));
  expect(elsewhere).toMatchObject({ status: 3 });
  expect(elsewhere.err).toMatch(/robots\.txt cannot be read: Hostname\/IP does not match/);
  const { summary } = await runs().extract(`${origin}/a.txt`);
  expect(summary.failed[0]?.message).toMatch(/self-signed certificate/);
});
