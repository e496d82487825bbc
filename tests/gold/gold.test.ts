/**
 * The ledger of a corpus against facts read off its documents by hand. Own corpus: fixtures/gold; documents held out of it: fixtures/heldout. Real documents, where a
 * machine has them: ../shared, or the folder that TAIZHANG_REAL_CORPUS names, with `gold/` beside it.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse as parsePath, resolve } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectInputs, extract, parseDocument, parsersOf } from '../../src/index.js';
import { CORPUS, REAL_CORPUS, ROOT } from '../corpus.js';
import { type Gold, readGold } from './facts.js';
import { readDocument } from './ledger.js';
import { scoreDocument } from './score.js';
import { f1, Tallies, type Tally } from './tally.js';

/** Fields that a ledger is used for must be right throughout; of the others one in a hundred may be wrong. */
const FLAWLESS = new Set(['tasks', 'task.lead', 'task.responsible', 'task.support', 'task.deadline', 'plans', 'cases']);
const leastF1 = (field: string) => (FLAWLESS.has(field) ? 1 : 0.99);

/** As many places as help to find the rule at fault. */
const SHOWN = 10;

/** Counts and places; the values too where the documents are invented. */
function report([field, tally]: [string, Tally], withValues: boolean): string {
  const { right, surplus, missing, misses } = tally;
  const places = misses.slice(0, SHOWN).map((miss) => {
    const values = `: expected ${miss.missing.join(' · ') || 'nothing'}, got ${miss.surplus.join(' · ') || 'nothing'}`;
    return `    ${miss.where}${withValues || field === 'tasks' ? values : ''}`;
  });
  const head = `${field}: ${right} right, ${surplus} surplus, ${missing} missing, F1 ${f1(tally).toFixed(4)}`;
  return [head, ...places].join('\n');
}

function buildLedger(corpus: string, db: string): Promise<unknown> {
  const nothing = Readable.from([]);
  return collectInputs([corpus], { cwd: ROOT, maxBytes: 32 * 1024 * 1024, stdin: nothing }).then((found) =>
    extract({ ...found, db, parser: parsersOf(parseDocument).rows, jobs: 2 }),
  );
}

/** Tests one corpus against its gold. */
function agrees(corpus: string, gold: ReadonlyMap<string, Gold>, withValues: boolean): void {
  const tallies = new Tallies();
  const unread: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-gold-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const path = join(folder, 'ledger.sqlite');
    await buildLedger(corpus, path);
    const db = new Database(path, { readonly: true });
    const documents = db.prepare<[], { id: string; source: string }>('SELECT id, source FROM documents').all();
    const idBySlug = new Map(documents.map(({ id, source }) => [parsePath(source).name, id]));
    for (const [slug, facts] of gold) {
      const id = idBySlug.get(slug);
      if (id === undefined) unread.push(slug);
      else scoreDocument(slug, facts, readDocument(db, id), tallies);
    }
    db.close();
  });

  test('every document with gold is in the ledger', () => {
    expect(unread).toEqual([]);
  });

  test('every field is right', () => {
    expect(tallies.fields.size).toBeGreaterThan(10);
    const wrong = [...tallies.fields].filter(([field, tally]) => f1(tally) < leastF1(field));
    if (wrong.length > 0) expect.fail(wrong.map((field) => report(field, withValues)).join('\n'));
  });
}

describe('the invented documents', () => {
  const gold = readGold(join(ROOT, 'fixtures/gold'));
  if (gold === null) throw new Error('fixtures/gold is missing');
  agrees(CORPUS, gold, true);
});

/** Written without a look at the parser. */
describe('the held-out documents', () => {
  const folder = join(ROOT, 'fixtures/heldout');
  const gold = readGold(folder);
  if (gold === null) throw new Error('fixtures/heldout is missing');
  agrees(folder, gold, true);
});

const realGold = existsSync(REAL_CORPUS) ? readGold(resolve(REAL_CORPUS, '../gold')) : null;

describe.skipIf(realGold === null)('the real documents', () => {
  agrees(REAL_CORPUS, realGold ?? new Map(), false);
});
