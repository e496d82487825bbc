/**
 * How fast Taizhang is, as ratios measured in one run: seconds belong to a machine, ratios travel. The measure is word
 * segmentation alone (`nodejieba.cut`, its dictionary loaded before) on the same text; rounds are interleaved, so that the
 * machine's moods meet both. `npm run bench [part]` runs the parts whose names begin so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import nodejieba from 'nodejieba';
import { setEngine } from '../src/cli/engine.js';
import { collectInputs, extract, parseDocument, parserPool } from '../src/index.js';
import { hostileInputs } from '../tests/properties/hostile.js';
import { charactersIn, type Document, documentsOf, folderOf, OWN, REAL, within } from './documents.js';
import { bareInsert, rowsOf } from './inserts.js';
import { CAN_PIN, coldStart, medianRun, runChild } from './processes.js';
import { compare, median, time } from './timing.js';

const ROUNDS = 15;
const ENOUGH = 500_000;

const line = (name: string, ...columns: string[]): void => console.log([name.padEnd(40), ...columns].join('  '));
const ratio = (value: number): string => value.toFixed(2);
const rate = (characters: number, ms: number): string => `${(characters / ms / 1000).toFixed(2)} M characters/s`;

const own = documentsOf(OWN, '.txt');
const pages = documentsOf(OWN, '.html');
const real = documentsOf(REAL, '.txt');
const corpora: [string, Document[]][] = [
  ['text, corpus/', own],
  ['text, real corpus', real],
  ['HTML pages, corpus/', pages],
].filter((one): one is [string, Document[]] => (one[1]?.length ?? 0) > 0);

/** The documents over and over, until there is enough text for a clock. */
function repeated(documents: readonly Document[]): Document[] {
  const times = Math.ceil(ENOUGH / charactersIn(documents));
  return Array.from({ length: times }, () => documents).flat();
}

function cutAll(documents: readonly Document[]): void {
  for (const { text } of documents) nodejieba.cut(text, true);
}

function parsing(): void {
  for (const [name, documents] of corpora) {
    const many = repeated(documents);
    const parseAll = () => many.forEach(({ bytes }) => void parseDocument(bytes));
    const [parse, cut] = compare([parseAll, () => cutAll(many)], ROUNDS);
    line(`parse, ${name}`, `parse / cut = ${ratio(parse / cut)}`, rate(charactersIn(many), parse));
  }
}

/** The whole run with database and full-text index, its workers already started. */
async function extracting(): Promise<void> {
  const pool = parserPool({ worker: new URL('../../../dist/worker.js', import.meta.url), jobs: 2, timeout: 60_000 });
  for (const [name, documents] of corpora) {
    // Enough for the workers and the writer to be at work together.
    const copies = Math.ceil((4 * ENOUGH) / charactersIn(documents));
    await within(folderOf(documents, copies), async (folder) => {
      const found = await collectInputs([folder], { cwd: '.', maxBytes: 32 * 1024 * 1024, stdin: Readable.from([]) });
      const out = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
      const times: Record<'whole' | 'cut' | 'bare', number[]> = { whole: [], cut: [], bare: [] };
      for (let round = 0; round < 6; round++) {
        const db = join(out, `${round}.sqlite`);
        const whole = await time(() => extract({ ...found, db, parser: pool.parsers.rows, jobs: 2 }));
        const cut = await time(async () => {
          for (let copy = 0; copy < copies; copy++) cutAll(documents);
        });
        const rows = rowsOf(db);
        const bare = await time(async () => bareInsert(join(out, `${round}.bare.sqlite`), rows));
        if (round === 0) continue; // warms up
        times.whole.push(whole);
        times.cut.push(cut);
        times.bare.push(bare);
      }
      rmSync(out, { recursive: true });
      const [whole, cut, bare] = [median(times.whole), median(times.cut), median(times.bare)];
      line(
        `extract, ${name}`,
        `extract / cut = ${ratio(whole / cut)}`,
        `extract / bare insert = ${ratio(whole / bare)}`,
        `${copies * documents.length} documents`,
      );
    });
  }
  await pool.close();
}

async function cores(): Promise<void> {
  if (!CAN_PIN) return line('1 core against 2', 'no taskset on this machine');
  const [name, documents] = corpora.find(([one]) => one.includes('real')) ?? (corpora[0] as [string, Document[]]);
  // A worker's compiler takes seconds until it is done: much text, so that they do not decide.
  await within(folderOf(documents, Math.ceil(100_000_000 / charactersIn(documents))), (folder) => {
    for (const what of ['parse', 'extract'] as const) {
      const [one, two] = [1, 2].map((n) => runChild(what, folder, n, n).ms);
      line(`2 cores, ${what}, ${name}`, `${ratio((one ?? 0) / (two ?? 1))} times as fast as 1`);
    }
  });
}

async function scale(): Promise<void> {
  const once = await within(folderOf(own, 1), (folder) => medianRun(3, () => runChild('extract', folder, 2)));
  line('1 × corpus/', `${once.ms.toFixed(0)} ms`, `${once.megabytes.toFixed(0)} MB at most`);
  for (const copies of [10, 100]) {
    const run = await within(folderOf(own, copies), (folder) => runChild('extract', folder, 2));
    line(`${copies} × corpus/`, `${ratio(run.ms / once.ms)} times the time`, `${run.megabytes.toFixed(0)} MB at most`);
  }
}

/** Short documents, so that their number weighs more than their size. */
async function memory(): Promise<void> {
  const short = own.slice(0, 1).map((document) => ({ ...document, bytes: document.bytes.slice(0, 1500) }));
  const peaks: number[] = [];
  for (const copies of [1000, 10_000])
    peaks.push(await within(folderOf(short, copies), (folder) => runChild('extract', folder, 2).megabytes));
  const [thousand = 0, tenThousand = 0] = peaks;
  line(
    'memory',
    `10,000 documents take ${(tenThousand - thousand).toFixed(0)} MB more than 1,000`,
    `${thousand.toFixed(0)} MB`,
  );
}

function start(): void {
  const file = join(OWN, (own[0] as Document).name);
  const [parse, nothing] = coldStart(file);
  line('cold start, parse of one file', `${(parse / 1000).toFixed(2)} s`, `${ratio(parse / nothing)} times node -e 0`);
}

/** Ten times the input: at most twelve times the time is linear. */
function hostile(): void {
  for (const { name, size, make } of hostileInputs) {
    const read = (bytes: Uint8Array) => () => {
      try {
        parseDocument(bytes);
      } catch {} // refused is an answer too
    };
    const [small, large] = [make(Math.ceil(size / 10)), make(size)];
    const [one, ten] = compare([read(small), read(large)], 5);
    line(`hostile, ${name}`, `10 × = ${ratio(ten / one)} times the time`, `${ten.toFixed(0)} ms`);
  }
}

const PARTS: Record<string, () => void | Promise<void>> = { parsing, extracting, cores, scale, memory, start, hostile };

// As the command does.
setEngine();
nodejieba.load();
nodejieba.cut('预热', true);
console.log(`node ${process.version}\n`);
for (const [name, part] of Object.entries(PARTS)) if (name.startsWith(process.argv[2] ?? '')) await part();
