/** What a document gives does not depend on what was read before it, though names, labels and lists are remembered. */
import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { allDocuments } from './corpora.js';
import { mutation } from './mutations.js';

const MUTATIONS = 2000;
/** Texts that begin with a heading, and name a body in words that nothing else has. */
const strangers = ['牵头科室子', '责任处室丑寅', '主办股室卯', '配合站所辰'].map((word) =>
  Buffer.from(`一、总体要求\n●${word}：南岭县水务局\n二、工作安排\n1.修缮水渠。责任单位：${word}水务局。\n`),
);

const documents = [
  ...allDocuments.map(({ bytes }) => bytes),
  ...strangers,
  ...Array.from({ length: MUTATIONS }, (_, seed) => mutation(seed)),
];
/** Each twice in a row: of two, the one that is new to the reader in one direction has just been read in the other. */
const inputs = documents.flatMap((bytes) => [bytes, bytes]);

/** What a reader that has read nothing yet gives for the inputs, one after the other. */
async function readAnew(some: readonly Uint8Array[]): Promise<string[]> {
  vi.resetModules();
  const { parseDocument } = await import('../../src/parse.js');
  return some.map((bytes) => {
    try {
      return createHash('sha1')
        .update(JSON.stringify(parseDocument(bytes)))
        .digest('hex');
    } catch (error) {
      return String(error);
    }
  });
}

test('backwards as forwards', { timeout: 120_000 }, async () => {
  const forwards = await readAnew(inputs);
  const backwards = (await readAnew([...inputs].reverse())).reverse();
  const other = forwards.flatMap((one, i) => (one === backwards[i] ? [] : [i]));
  expect(other).toEqual([]);
});
