/**
 * How fast Taizhang reads: the time of `parseDocument` over the time that word segmentation alone (`nodejieba.cut`,
 * dictionary loaded before) takes on the same text, in one process and with rounds interleaved, so that the machine's
 * moods meet both. Ratios travel between machines; seconds do not.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import nodejieba from 'nodejieba';
import { collectInputs, extract, inThread, parseDocument } from '../src/index.js';
import { compare, median, time } from './timing.js';

const ENOUGH = 500_000;
const ROUNDS = 9;

interface Document {
  bytes: Uint8Array;
  /** The text that the ledger keeps. */
  text: string;
}

/** The documents of a folder whose names end in `ending`; [] where there is no such folder. */
function documentsOf(folder: string, ending: string): Document[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { bytes, text: parseDocument(bytes).document.text };
  });
}

const charactersIn = (documents: readonly Document[]): number =>
  documents.reduce((sum, { text }) => sum + text.length, 0);

/** The documents over and over, until there is enough text for a clock. */
function repeated(documents: readonly Document[]): Document[] {
  const times = Math.ceil(ENOUGH / charactersIn(documents));
  return Array.from({ length: times }, () => documents).flat();
}

const parseAll = (documents: readonly Document[]) => () => {
  for (const { bytes } of documents) parseDocument(bytes);
};
const cutAll = (documents: readonly Document[]) => () => {
  for (const { text } of documents) nodejieba.cut(text, true);
};

const rate = (characters: number, ms: number): string => `${(characters / ms / 1000).toFixed(2)} M characters/s`;

function line(name: string, ...columns: string[]): void {
  console.log([name.padEnd(36), ...columns].join('  '));
}

function againstSegmentation(name: string, documents: readonly Document[]): void {
  if (documents.length === 0) {
    line(name, 'not on this machine');
    return;
  }
  const many = repeated(documents);
  const characters = charactersIn(many);
  const [parse, cut] = compare([parseAll(many), cutAll(many)], ROUNDS);
  line(
    name,
    `parse / cut = ${(parse / cut).toFixed(2)}`,
    `parse ${rate(characters, parse)}`,
    `cut ${rate(characters, cut)}`,
    `${characters.toLocaleString('en')} characters`,
  );
}

/** One long document of `times` copies. */
function longDocument(documents: readonly Document[], times: number): Uint8Array {
  const once = documents.map(({ text }) => text).join('\n');
  return Buffer.from(`${once}\n`.repeat(times));
}

function linearity(name: string, documents: readonly Document[]): void {
  if (documents.length === 0) {
    line(name, 'not on this machine');
    return;
  }
  const [short, long] = [longDocument(documents, 1), longDocument(documents, 10)];
  const [one, ten] = compare([() => void parseDocument(short), () => void parseDocument(long)], 5);
  line(name, `10 × the text = ${(ten / one).toFixed(1)} × the time`, `${one.toFixed(0)} ms, ${ten.toFixed(0)} ms`);
}

/** The whole job: from a folder to a ledger on disk, with its commits. */
async function wholeRun(name: string, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    line(name, 'not on this machine');
    return;
  }
  const documents = ['.txt', '.html'].flatMap((ending) => documentsOf(folder, ending));
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const out = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
    const stdin = Readable.from([]);
    const found = await collectInputs([folder], { cwd: '.', maxBytes: 32 * 1024 * 1024, stdin });
    const run = () => extract({ ...found, db: join(out, 'ledger.sqlite'), parser: inThread(parseDocument), jobs: 1 });
    times.push(await time(run));
    rmSync(out, { recursive: true });
  }
  const ms = median(times);
  line(name, `${ms.toFixed(0)} ms for ${documents.length} documents`, rate(charactersIn(documents), ms));
}

nodejieba.load();
nodejieba.cut('预热', true);

const corpus = resolve('corpus');
const real = resolve(process.env.TAIZHANG_REAL_CORPUS ?? '../shared/corpus');
const own = documentsOf(corpus, '.txt');
const published = documentsOf(real, '.txt');

console.log(`node ${process.version}, median of ${ROUNDS} interleaved rounds\n`);
againstSegmentation('text, corpus/', own);
againstSegmentation('text, real corpus', published);
againstSegmentation('HTML pages, corpus/', documentsOf(corpus, '.html'));
linearity('one long text, corpus/', own);
linearity('one long text, real corpus', published);
await wholeRun('extract with database, corpus/', corpus);
await wholeRun('extract with database, real corpus', real);
