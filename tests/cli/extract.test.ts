import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { workspace } from './workspace.js';

const A = '标题：甲\n- 任务甲 | lead 市发改委';
const B = '标题：乙\n- 任务乙 | lead 市财政局 | support 市发改委';
const C = '标题：丙\n- 任务丙';

const SOURCES = 'SELECT d.title, s.source FROM sources s JOIN documents d ON d.id = s.document_id ORDER BY s.source';
const ERRORS = 'SELECT source, code, severity, document_id FROM diagnostics WHERE document_id IS NULL ORDER BY source';

test('a folder is read recursively; other files are counted, names with a dot passed over', async () => {
  const space = workspace({
    'in/a.txt': A,
    'in/deep/er/b.HTML': B,
    'in/c.htm': C,
    'in/style.css': 'x',
    'in/.hidden/d.txt': 'x',
    'in/.e.txt': 'x',
  });
  const ran = await space.run(['extract', 'in']);
  expect(ran).toEqual({
    status: 0,
    out: '',
    err: [
      'out/ledger.sqlite',
      '  documents  3  3 loaded, 0 replaced, 0 unchanged, 0 failed, 1 other file not read',
      '  tasks      3  3 assignments',
      '  units      2',
      '  warnings   0',
      '',
    ].join('\n'),
  });
  expect(space.query(SOURCES)).toEqual([
    ['甲', 'a.txt'],
    ['丙', 'c.htm'],
    ['乙', 'deep/er/b.HTML'],
  ]);
});

test('--json prints one object', async () => {
  const space = workspace({ 'in/a.txt': `${A}\n? 不明`, 'in/bad.txt': '' });
  const ran = await space.run(['extract', 'in', '--json', '--db', 'x/y.sqlite']);
  expect(JSON.parse(ran.out)).toEqual({
    documents: 1,
    loaded: 1,
    replaced: 0,
    unchanged: 0,
    failed: [{ source: 'bad.txt', code: 'empty', message: 'the file is empty' }],
    warned: 1,
    slowest: expect.arrayContaining([]),
    pruned: 0,
    interrupted: false,
    tasks: 1,
    assignments: 1,
    units: 1,
    warnings: 1,
    diagnostics: { 'not-understood': 1, empty: 1 },
    skipped: 0,
    db: 'x/y.sqlite',
  });
  expect(ran.out.match(/\n/g)).toHaveLength(1);
  expect(ran.err).toBe('bad.txt: the file is empty\n');
});

test('a file named by itself is read whatever its ending; named twice it is there once', async () => {
  const space = workspace({ 'in/a.dat': A });
  expect((await space.run(['extract', 'in/a.dat', './in/../in/a.dat', 'in/*.dat'])).status).toBe(0);
  expect(space.query(SOURCES)).toEqual([['甲', 'a.dat']]);
});

test('sources are paths below the folder given, the common folder or --root', async () => {
  const space = workspace({ 'in/x/a.txt': A, 'in/y/b.txt': B, 'in/y/z/c.txt': C });
  const sources = async (...args: string[]) => {
    await space.run(['extract', '--db', `${args.join('+').replaceAll('/', '_')}.sqlite`, ...args]);
    return space.query(SOURCES, `${args.join('+').replaceAll('/', '_')}.sqlite`).map(([, source]) => source);
  };
  expect(await sources('in')).toEqual(['x/a.txt', 'y/b.txt', 'y/z/c.txt']);
  expect(await sources('in/y', 'in/x')).toEqual(['x/a.txt', 'y/b.txt', 'y/z/c.txt']);
  expect(await sources('in/y/b.txt')).toEqual(['b.txt']);
  expect(await sources('in/y/b.txt', 'in/y/z')).toEqual(['b.txt', 'z/c.txt']);
  expect(await sources('in/y/**/*.txt')).toEqual(['b.txt', 'z/c.txt']);
  expect(await sources('in/{x,y}/?.[t]xt')).toEqual(['x/a.txt', 'y/b.txt']);
  expect(await sources('in/y/b.txt', '--root', '.')).toEqual(['in/y/b.txt']);
});

test('brackets in the name of a file are no pattern', async () => {
  const space = workspace({ '通知[1]（终稿）.txt': A });
  expect((await space.run(['extract', '通知[1]（终稿）.txt'])).status).toBe(0);
  expect(space.query(SOURCES)).toEqual([['甲', '通知[1]（终稿）.txt']]);
});

test('- is one document on standard input', async () => {
  const space = workspace({ 'in/b.txt': B });
  expect((await space.run(['extract', '-', 'in/b.txt', '-'], { stdin: A })).status).toBe(0);
  const hash = createHash('sha256').update(A).digest('hex').slice(0, 12);
  expect(space.query(SOURCES)).toEqual([
    ['乙', 'b.txt'],
    ['甲', `stdin:${hash}`],
  ]);
});

test('links: files are taken, folders are not, so there is no circle', async () => {
  const space = workspace({ 'in/a.txt': A, 'other/b.txt': B });
  symlinkSync(space.path('other/b.txt'), space.path('in/b.txt'));
  symlinkSync(space.path('in'), space.path('in/again'));
  symlinkSync(space.path('nowhere'), space.path('in/lost.txt'));
  const ran = await space.run(['extract', 'in']);
  expect(ran.status).toBe(3);
  expect(ran.err).toMatch(/^lost\.txt: no such file\n/);
  expect(space.query(SOURCES).map(([, source]) => source)).toEqual(['a.txt', 'b.txt']);
});

test('the same bytes under two paths are one document with two sources', async () => {
  const space = workspace({ 'in/b.txt': A, 'in/a/x.txt': A });
  await space.run(['extract', 'in']);
  expect(space.query('SELECT source FROM documents')).toEqual([['a/x.txt']]);
  // One of them changes: the document stays for the other, and is named after it.
  space.write('in/a/x.txt', B);
  const ran = await space.run(['extract', 'in', '--json']);
  expect(JSON.parse(ran.out)).toMatchObject({ documents: 2, replaced: 1, unchanged: 1 });
  expect(space.query('SELECT title, source FROM documents ORDER BY source')).toEqual([
    ['乙', 'a/x.txt'],
    ['甲', 'b.txt'],
  ]);
});

test('diagnostics carry the source of their document, also when it changes', async () => {
  const space = workspace({ 'in/b.txt': `${A}\n? 不明` });
  await space.run(['extract', 'in']);
  space.write('in/a.txt', `${A}\n? 不明`);
  await space.run(['extract', 'in']);
  expect(space.query('SELECT source FROM diagnostics')).toEqual([['a.txt']]);
});

test('a changed file replaces its former version, with all its rows', async () => {
  const space = workspace({ 'in/a.txt': `${B}\n? 不明` });
  await space.run(['extract', 'in']);
  space.write('in/a.txt', A);
  const ran = await space.run(['extract', 'in', '--json']);
  expect(JSON.parse(ran.out)).toMatchObject({ documents: 1, loaded: 0, replaced: 1, tasks: 1, warnings: 0 });
  expect(space.query('SELECT name FROM units')).toEqual([['市发改委']]);
});

test('a document that cannot be read fails alone, and takes the place of what stood there', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B, 'in/c.txt': C });
  await space.run(['extract', 'in']);
  space.write('in/b.txt', '');
  space.write('in/c.txt', Buffer.from([0, 1]));
  for (let run = 0; run < 2; run++) {
    const ran = await space.run(['extract', 'in', '--json']);
    expect(ran.status).toBe(3);
    expect(ran.err.split('\n').sort()).toEqual(['', 'b.txt: the file is empty', 'c.txt: this is not text']);
    expect(JSON.parse(ran.out).failed).toHaveLength(2);
    expect(space.query(ERRORS)).toEqual([
      ['b.txt', 'empty', 'error', null],
      ['c.txt', 'no-text', 'error', null],
    ]);
    expect(space.query(SOURCES)).toEqual([['甲', 'a.txt']]);
  }
  space.write('in/b.txt', B);
  unlinkSync(space.path('in/c.txt'));
  expect((await space.run(['extract', 'in'])).status).toBe(0);
  expect(space.query(ERRORS)).toEqual([['c.txt', 'no-text', 'error', null]]);
  expect(space.query(SOURCES)).toEqual([
    ['甲', 'a.txt'],
    ['乙', 'b.txt'],
  ]);
});

test('the same unreadable bytes under two paths are two failures', async () => {
  const space = workspace({ 'in/a.txt': '', 'in/b.txt': '' });
  expect((await space.run(['extract', 'in'])).status).toBe(3);
  expect(space.query(ERRORS).map(([source]) => source)).toEqual(['a.txt', 'b.txt']);
});

test('a document over --max-bytes fails with an error row', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B.repeat(100) });
  await space.run(['extract', 'in']);
  const ran = await space.run(['extract', 'in', '--max-bytes', '100']);
  expect(ran.status).toBe(3);
  expect(ran.err).toMatch(/^b\.txt: \d+ bytes are more than --max-bytes allows\n/);
  expect(space.query(ERRORS)).toEqual([['b.txt', 'too-large', 'error', null]]);
  expect(space.query(SOURCES)).toEqual([['甲', 'a.txt']]);
});

test('what is not there fails; the former version stays', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B });
  await space.run(['extract', 'in']);
  unlinkSync(space.path('in/b.txt'));
  const ran = await space.run(['extract', 'in/a.txt', 'in/b.txt', 'in/*.doc']);
  expect(ran.status).toBe(3);
  expect(ran.err).toMatch(/^b\.txt: no such file\n\*\.doc: no file matches\nout/);
  expect(space.query(SOURCES)).toHaveLength(2);
  expect(space.query(ERRORS)).toEqual([]);
  expect((await space.run(['extract', 'none.txt', '--db', 'none.sqlite'])).status).toBe(3);
});

test('a mistake of the parser is trouble of that document alone', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B });
  await space.run(['extract', 'in']);
  space.write('in/b.txt', 'CRASH');
  const ran = await space.run(['extract', 'in', '--json']);
  expect(ran.status).toBe(3);
  expect(ran.err).toBe('b.txt: internal error: a mistake in the parser\n');
  expect(space.query(SOURCES)).toHaveLength(2); // the old version stays
});

test('a record against the rules of the ledger leaves nothing behind', async () => {
  const { parseToy } = await import('../ledger/toy.js');
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B });
  const parse = (bytes: Uint8Array) => {
    const record = parseToy(bytes);
    if (record.document.title === '乙') for (const task of record.tasks) task.section_id = 'nowhere';
    return record;
  };
  const ran = await space.run(['extract', 'in'], { parse });
  expect(ran.status).toBe(3);
  expect(ran.err).toMatch(/^b\.txt: internal error: FOREIGN KEY constraint failed\n/);
  expect(space.query(SOURCES)).toEqual([['甲', 'a.txt']]);
  expect(space.query('SELECT count(*) FROM tasks')).toEqual([[1]]);
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be listed is said, not skipped', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/shut/b.txt': B });
  chmodSync(space.path('in/shut'), 0);
  const ran = await space.run(['extract', 'in']);
  chmodSync(space.path('in/shut'), 0o700);
  expect(ran.status).toBe(3);
  expect(ran.err).toMatch(/^shut: permission denied\n/);
});

test('a --db that is something else is wrong usage and stays untouched', async () => {
  const space = workspace({ 'in/a.txt': A, 'notes.txt': 'my notes', 'short.db': 'x' });
  const other = new Database(space.path('other.sqlite'));
  other.exec('CREATE TABLE t (x)');
  other.close();
  mkdirSync(space.path('folder'));
  for (const db of ['notes.txt', 'short.db', 'other.sqlite']) {
    const before = readFileSync(space.path(db));
    const ran = await space.run(['extract', 'in', '--db', db]);
    expect(ran).toEqual({ status: 2, out: '', err: `taizhang: ${space.path(db)}: is not a Taizhang ledger\n` });
    expect(readFileSync(space.path(db)).equals(before)).toBe(true);
  }
  expect(await space.run(['extract', 'in', '--db', 'folder'])).toMatchObject({ status: 2, err: /is a folder/ });
});

test('a ledger of another schema is not written to', async () => {
  const space = workspace({ 'in/a.txt': A });
  await space.run(['extract', 'in']);
  const db = new Database(space.path('out/ledger.sqlite'));
  db.pragma('user_version = 99');
  db.close();
  expect(await space.run(['extract', 'in'])).toMatchObject({ status: 2, err: /has schema 99/ });
});

test('an empty file becomes a ledger', async () => {
  const space = workspace({ 'in/a.txt': A, 'ledger.sqlite': '' });
  expect((await space.run(['extract', 'in', '--db', 'ledger.sqlite'])).status).toBe(0);
});

test('a locked ledger is said in one line', { timeout: 20_000 }, async () => {
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B });
  await space.run(['extract', 'in/a.txt']);
  const lock = new Database(space.path('out/ledger.sqlite'));
  lock.exec('BEGIN EXCLUSIVE');
  const ran = await space.run(['extract', 'in']);
  lock.exec('ROLLBACK');
  lock.close();
  expect(ran).toEqual({ status: 1, out: '', err: 'taizhang: the ledger is locked by another process\n' });
  expect(existsSync(space.path('out/ledger.sqlite-journal'))).toBe(false);
});
