/** The same content is the same file, byte for byte, however it came about. */
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { workspace } from '../cli/workspace.js';
import { expectSameContent } from './sameContent.js';
import { parseToy } from './toy.js';

/** A document of `tasks` tasks; shared bodies, so that units are shared and swept. */
function plan(n: number, tasks: number): string {
  const lines = [`标题：计划${n}`, `# 计划${n}`, '! lead 市发改委'];
  for (let i = 1; i <= tasks; i++) {
    lines.push(
      `- 第${n}之${i}项任务${'，推进'.repeat(i % 40)} | lead 单位${(n * i) % 17} | support 局${n}、市财政局等 | by 2023-0${1 + (i % 9)}-15`,
    );
    if (i % 7 === 0) lines.push(`? 不明${i}`);
  }
  return lines.join('\n');
}

const FILES = {
  ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`in/${i % 3}/plan-${i}.txt`, plan(i, 3 + 17 * i)])),
  'in/0/twice.txt': plan(2, 37),
  'in/broken.txt': Buffer.from([0, 1, 2]),
  'in/empty.html': '',
};

function expectSound({ path }: ReturnType<typeof workspace>, db: string): void {
  const ledger = new Database(path(db), { readonly: true });
  expect(ledger.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(ledger.pragma('foreign_key_check')).toEqual([]);
  expect(ledger.pragma('journal_mode', { simple: true })).toBe('delete');
  const unused = 'SELECT count(*) FROM units WHERE id NOT IN (SELECT unit_id FROM assignments)';
  expect(ledger.prepare(unused).pluck().get()).toBe(0);
  ledger.close();
}

test('two builds are the same file, whatever --jobs and the order of the inputs', async () => {
  const space = workspace(FILES);
  expect((await space.run(['extract', 'in', '--db', 'a.sqlite', '--jobs', '1'])).status).toBe(3);
  const names = ['in/empty.html', 'in/2', 'in/broken.txt', 'in/0/*.txt', 'in/1'];
  const other = await space.run(['extract', ...names, '--root', 'in', '--db', 'b.sqlite', '--jobs', '7']);
  expect(other.status).toBe(3);
  expect(readFileSync(space.path('a.sqlite')).equals(readFileSync(space.path('b.sqlite')))).toBe(true);
  expectSound(space, 'a.sqlite');
  expect(readdirSync(space.folder).sort()).toEqual([
    'a.sqlite',
    'a.sqlite.state.sqlite',
    'b.sqlite',
    'b.sqlite.state.sqlite',
    'in',
  ]);
});

test('a second run over the same files leaves the file as it is', async () => {
  const space = workspace(FILES);
  await space.run(['extract', 'in']);
  const before = readFileSync(space.path('out/ledger.sqlite'));
  const again = await space.run(['extract', 'in', '--json']);
  expect(again.status).toBe(3);
  expect(JSON.parse(again.out)).toMatchObject({ loaded: 0, replaced: 0, unchanged: 12, documents: 12 });
  expect(readFileSync(space.path('out/ledger.sqlite')).equals(before)).toBe(true);
});

test('documents that load in a later run lie where one run would have put them', async () => {
  const space = workspace(FILES);
  await space.run(['extract', 'in', '--db', 'once.sqlite']);
  const parse = (bytes: Uint8Array) => {
    if (bytes.length % 2 === 0) throw new Error('not yet');
    return parseToy(bytes);
  };
  expect((await space.run(['extract', 'in', '--db', 'twice.sqlite'], { parse })).err).toMatch(/not yet/);
  await space.run(['extract', 'in', '--db', 'twice.sqlite']);
  expectSameContent(space.path('twice.sqlite'), space.path('once.sqlite'));
});

test('after changes, VACUUM INTO gives the bytes of a rebuild', async () => {
  const space = workspace(FILES);
  await space.run(['extract', 'in']);
  space.write('in/1/plan-1.txt', plan(1, 90)); // changed
  space.write('in/2/plan-5.txt', Buffer.from([0])); // good, now broken
  space.write('in/broken.txt', plan(30, 12)); // broken, now good
  space.write('in/1/new.txt', plan(4, 5)); // new
  const [a, b] = [plan(7, 122), plan(10, 173)];
  space.write('in/1/plan-7.txt', b); // these two change places
  space.write('in/1/plan-10.txt', a);
  space.write('in/2/plan-8.txt', plan(11, 190)); // becomes the bytes of another: its own go
  space.write('in/0/0-first.txt', plan(9, 156)); // one more source, now the first of its document
  const ran = await space.run(['extract', 'in', '--json', '--jobs', '3']);
  expect(JSON.parse(ran.out).failed.map((f: { source: string }) => f.source)).toEqual(['2/plan-5.txt', 'empty.html']);
  await space.run(['extract', 'in', '--db', 'rebuild.sqlite']);
  expectSameContent(space.path('out/ledger.sqlite'), space.path('rebuild.sqlite'));
  expectSound(space, 'out/ledger.sqlite');
});

test('another version of the extractor replaces each document and keeps its sources', async () => {
  const space = workspace(FILES);
  await space.run(['extract', 'in'], { parse: (bytes) => parseToy(bytes, '0.0.1') });
  const ran = await space.run(['extract', 'in', '--json']);
  expect(JSON.parse(ran.out)).toMatchObject({ replaced: 12, loaded: 0, unchanged: 0, documents: 12 });
  await space.run(['extract', 'in', '--db', 'rebuild.sqlite']);
  expectSameContent(space.path('out/ledger.sqlite'), space.path('rebuild.sqlite'));
});

test('a renamed file adds a source', async () => {
  const space = workspace({ 'in/a.txt': plan(1, 3), 'in/z.txt': plan(2, 3) });
  await space.run(['extract', 'in']);
  renameSync(space.path('in/a.txt'), space.path('in/b.txt'));
  await space.run(['extract', 'in']);
  expect(space.query('SELECT source FROM sources ORDER BY source')).toEqual([['a.txt'], ['b.txt'], ['z.txt']]);
});
