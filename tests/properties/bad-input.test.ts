/** Whatever comes in: a record that holds together, or UnreadableDocument; never another exception, never a hang. */
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { DocumentRecord, UnreadableDocument } from '../../src/model/model.js';
import { parseDocument } from '../../src/parse.js';
import { allDocuments, ownDocuments } from './corpora.js';
import { onTextNodes } from './dress/dress.js';
import { flaws, grounding } from './evidence.js';
import { hostileInputs, randomBytes } from './hostile.js';

const PATIENCE = Number(process.env.TAIZHANG_PATIENCE ?? 30_000);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The record, or null where there is nothing to read. Every other exception is a failure. */
function readOrRefuse(bytes: Uint8Array): DocumentRecord | null {
  try {
    return parseDocument(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) return null;
    throw error;
  }
}

function wellFormed(record: DocumentRecord): void {
  expect(flaws(record).slice(0, 4)).toEqual([]);
  expect(DocumentRecord.safeParse(record).error?.issues.slice(0, 2) ?? []).toEqual([]);
}

const JPEG = Uint8Array.of(
  0xff,
  0xd8,
  0xff,
  0xe0,
  0x00,
  0x10,
  0x4a,
  0x46,
  0x49,
  0x46,
  0x00,
  0x01,
  ...randomBytes(4000, 'jpeg'),
);
const UTF16 = Uint8Array.from(Buffer.from('\uFEFF市人民政府关于做好有关工作的通知\n', 'utf16le'));

describe('bytes without text are refused', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['white space', encode(' \n\t\u3000\r\n')],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf)],
    ['white space after a byte order mark', encode('\uFEFF \n')],
    ['a page without words', encode('<html><body><div> </div></body></html>')],
    ['a JPEG', JPEG],
    ['the head of a JPEG', JPEG.slice(0, 12)],
    ['random bytes', randomBytes(10_000, 'random')],
    ['zeros', new Uint8Array(10_000)],
  ])('%s', (_, bytes) => {
    expect(() => parseDocument(bytes)).toThrow(UnreadableDocument);
  });

  test.each(Array.from({ length: 20 }, (_, seed) => seed))('random bytes, seed %i', (seed) => {
    expect(() => parseDocument(randomBytes(3000 + 100 * seed, `random ${seed}`))).toThrow(UnreadableDocument);
  });

  test('UTF-16 cut within a character is refused or read', () => {
    const record = readOrRefuse(UTF16.slice(0, -1));
    if (record) wellFormed(record);
  });
});

/** Reads in a thread, which is ended where it hangs: one thread for all, a new one after a hang. */
let thread: Promise<Worker> | undefined;

function nextMessage(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
  });
}

async function startThread(): Promise<Worker> {
  const worker = new Worker(new URL('./reader.mjs', import.meta.url));
  await nextMessage(worker);
  return worker;
}

async function readInThread(name: string, size: number): Promise<string> {
  thread ??= startThread();
  const worker = await thread;
  const answer = nextMessage(worker);
  worker.postMessage({ name, size });
  const outcome = await Promise.race([answer, setTimeout(PATIENCE, 'hangs', { ref: false })]);
  if (outcome === 'record' || outcome === 'refused') return outcome;
  await worker.terminate();
  thread = undefined;
  return outcome;
}

afterAll(async () => {
  await (await thread)?.terminate();
});

describe('hostile input', () => {
  test.each(hostileInputs)(
    '$name',
    async ({ name, size }) => {
      expect(await readInThread(name, size)).toMatch(/^(?:record|refused)$/);
    },
    PATIENCE + 10_000,
  );

  // The large ones are only read: here each is small enough to look at every row.
  test.each(hostileInputs)(
    '$name, small: well formed',
    ({ size, make }) => {
      const record = readOrRefuse(make(Math.min(size, 600)));
      if (record) wellFormed(record);
    },
    PATIENCE,
  );
});

describe('a document cut anywhere', () => {
  test.each(allDocuments)(
    '$name',
    ({ name, bytes }) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: bytes.length }), (length) => {
          const record = readOrRefuse(bytes.slice(0, length));
          if (record) wellFormed(record);
        }),
        { numRuns: 4, seed: name.length },
      );
    },
    PATIENCE,
  );
});

interface Change {
  kind: 'delete' | 'insert' | 'duplicate' | 'swap';
  /** Where, as a share of the length. */
  at: number;
  length: number;
  inserted: string;
}

const FRAGMENTS = [
  '\n',
  '\n\n',
  '\t',
  ' ',
  '\u3000',
  '、',
  '；',
  '。',
  '：',
  '（',
  '）',
  '1.',
  '（一）',
  '一、',
  '等',
  '牵头',
  '负责',
  '责任单位：',
  '牵头单位：',
  '配合单位：',
  '完成时限：',
  '2023年9月底前',
  '9月31日',
  '持续推进',
  '按职责分工负责',
  '\n— 3 —\n',
  '序号\t',
  '\uFFFD',
  '\u200b',
  '𠮷',
  '\u0000',
  '列第一位的为牵头单位，下同',
  '|',
  '$',
  '<b>',
  '①',
  '《',
  '”',
];

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'duplicate', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  inserted: fc.constantFrom(...FRAGMENTS),
});

function changed(text: string, { kind, at, length, inserted }: Change): string {
  const start = Math.floor(at * text.length);
  const [before, piece, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  if (kind === 'delete') return before + after;
  if (kind === 'insert') return before + inserted + piece + after;
  if (kind === 'duplicate') return before + piece + piece + after;
  return before + after.slice(0, length) + piece + after.slice(length);
}

describe('a document with slips', () => {
  test.each(ownDocuments)(
    '$name',
    ({ name, html, text }) => {
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
          const slip = (words: string) => changes.reduce(changed, words);
          // In a page each change falls on the words of every paragraph long enough, not on the markup.
          const bytes = encode(
            html ? onTextNodes(text, (words) => (words.trim().length < 12 ? words : slip(words))) : slip(text),
          );
          const record = readOrRefuse(bytes);
          if (!record) return;
          wellFormed(record);
          expect(grounding(record).without.slice(0, 4)).toEqual([]);
        }),
        { numRuns: 60, seed: name.length },
      );
    },
    PATIENCE,
  );
});
