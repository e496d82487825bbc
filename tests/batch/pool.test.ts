/** Documents that hang, kill their worker or take all memory fail alone. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { extract, type ParserPool, parserPool, parsersOf } from '../../src/index.js';
import { parseDocument } from '../../src/parse.js';
import { workspace } from '../cli/workspace.js';
import { corpusFiles } from '../corpus.js';

const worker = new URL('worker.mjs', import.meta.url);
const pools: ParserPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function openPool(jobs: number, timeout: number, memory = 512) {
  const pool = parserPool({ worker, jobs, timeout, memory });
  pools.push(pool);
  return pool;
}

const open = (...options: Parameters<typeof openPool>) => openPool(...options).parsers.json;

const bytes = (text: string) => Buffer.from(text);
const SOUND = bytes('一、总体要求\n推进改革。\n');

test('a worker gives what the parser gives', async () => {
  const parser = open(2, 60_000);
  const files = corpusFiles().map(({ path }) => readFileSync(path));
  const parsed = await Promise.all(files.map(parser));
  const own = await Promise.all(files.map(parsersOf(parseDocument).json));
  expect(parsed.map(({ ms, ...rest }) => rest)).toEqual(own.map(({ ms, ...rest }) => rest));
});

test.each(['rows', 'redacted'] as const)('%s are made there as here', async (product) => {
  const files = corpusFiles().map(({ path }) => readFileSync(path));
  const made = await Promise.all(files.map(openPool(2, 60_000).parsers[product]));
  const own = await Promise.all(files.map(parsersOf(parseDocument)[product]));
  expect(made.map(({ ms, ...rest }) => rest)).toEqual(own.map(({ ms, ...rest }) => rest));
});

test('bytes that are no text are unreadable, there as here', async () => {
  expect(await open(1, 60_000)(bytes(''))).toMatchObject({ kind: 'unreadable', code: 'empty' });
});

test('the start of a worker is not the time of a document', async () => {
  expect(await open(1, 250)(SOUND)).toMatchObject({ kind: 'parsed' });
});

test.each([
  ['HANG', 'timeout', 'took longer than 2 s'],
  ['EXIT', 'worker-died', 'its worker died'],
  ['THROW', 'worker-died', 'its worker died'],
])('%s fails alone', async (text, code, message) => {
  const parser = open(2, 2000);
  const parsed = await Promise.all([SOUND, bytes(text), SOUND, SOUND, bytes(`${text} again`), SOUND].map(parser));
  expect(parsed.map(({ kind }) => kind)).toEqual(['parsed', 'trouble', 'parsed', 'parsed', 'trouble', 'parsed']);
  expect(parsed[1]).toMatchObject({ code, message });
});

test('documents behind several that kill their one worker are parsed all the same', async () => {
  const parser = open(1, 1000);
  const texts = ['EXIT', 'EXIT again', 'HANG', 'EXIT once more', 'HANG again', 'EXIT a last time'];
  const all = [...texts.map(bytes), SOUND, SOUND];
  const parsed = await Promise.all(all.map(parser));
  expect(parsed.map((one) => ('code' in one ? one.code : one.kind))).toEqual([
    'worker-died',
    'worker-died',
    'timeout',
    'worker-died',
    'timeout',
    'worker-died',
    'parsed',
    'parsed',
  ]);
});

test('workers that cannot start are said, not waited for', async () => {
  const nowhere = new URL('nowhere.mjs', import.meta.url);
  const pool = parserPool({ worker: nowhere, jobs: 2, timeout: 60_000 });
  pools.push(pool);
  const parsed = await Promise.all([SOUND, SOUND, SOUND].map(pool.parsers.json));
  for (const one of parsed)
    expect(one).toMatchObject({ code: 'worker-died', message: /^its worker did not start: .*nowhere/ });
});

test('a document that takes all memory ends its worker, not the run', async () => {
  const parser = open(1, 60_000, 64);
  expect(await parser(bytes('EAT'))).toMatchObject({ kind: 'trouble', code: 'worker-died', message: /memory/ });
  expect(await parser(SOUND)).toMatchObject({ kind: 'parsed' });
});

test('a run goes on behind a document that hangs; its old version stays, and the next run tries again', async () => {
  const space = workspace();
  const input = (source: string, text: string) => ({
    source,
    load: async () => {
      const content = bytes(text);
      const { createHash } = await import('node:crypto');
      return { sha256: createHash('sha256').update(content).digest('hex'), size: content.length, bytes: content };
    },
  });
  const run = (texts: Record<string, string>) => {
    const inputs = Object.entries(texts).map(([source, text]) => input(source, text));
    return extract({ inputs, db: space.path('l.sqlite'), parser: openPool(2, 2000).parsers.rows, jobs: 2 });
  };
  const titles = () => {
    const db = new Database(space.path('l.sqlite'), { readonly: true });
    try {
      return db.prepare('SELECT source FROM sources ORDER BY source').pluck().all();
    } finally {
      db.close();
    }
  };
  await run({ 'a.txt': '一、甲\n甲甲。\n', 'b.txt': '一、乙\n乙乙。\n' });
  const summary = await run({ 'a.txt': '一、丙\n丙丙。\n', 'b.txt': 'HANG', 'c.txt': '一、丁\n丁丁。\n' });
  expect(summary).toMatchObject({ loaded: 1, replaced: 1, failed: [{ source: 'b.txt', code: 'timeout' }] });
  expect(titles()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  expect(await run({ 'b.txt': '一、戊\n戊戊。\n' })).toMatchObject({ replaced: 1, failed: [] });
});
