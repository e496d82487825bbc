/** Targets in the task bodies of published documents, against facts that a reader marked (places, values, units). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toBlocks } from '../../src/blocks/blocks.js';
import { indexAt, spanOf } from '../../src/blocks/compact.js';
import { decodeBytes } from '../../src/bytes/decode.js';
import { parseDocument } from '../../src/parse.js';
import { findTargets } from '../../src/records/targets/findTargets.js';
import { toText } from '../../src/text/to-text.js';
import { REAL_CORPUS, ROOT } from '../corpus.js';
import { compare, type GoldTarget } from './golden.js';

type GoldRow = GoldTarget & { document: string };

const gold = JSON.parse(readFileSync(join(ROOT, 'fixtures/targets/real.json'), 'utf8')) as GoldRow[];
const documents = [...new Set(gold.map(({ document }) => document))];

/** UTF-16 offset of every code point, and the other way round. */
function offsets(text: string) {
  const units: number[] = [];
  const points = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; ) {
    const size = (text.codePointAt(i) as number) > 0xffff ? 2 : 1;
    for (let k = 0; k < size; k++) points[i + k] = units.length;
    units.push(i);
    i += size;
  }
  points[text.length] = units.length;
  units.push(text.length);
  return { units, points };
}

/** The targets of a document's task bodies, in code points of its text. */
function targetsOf(document: string) {
  const bytes = readFileSync(join(REAL_CORPUS, document));
  const record = parseDocument(bytes);
  const source = toText(decodeBytes(bytes));
  const { copy } = toBlocks(source);
  const { units, points } = offsets(source.text);
  const year = record.document.issued_on ? Number(record.document.issued_on.slice(0, 4)) : null;
  return record.evidence
    .filter(({ table_name, column_name }) => table_name === 'tasks' && column_name === 'body')
    .flatMap(({ span_start, span_end }) => {
      const from = indexAt(copy, units[span_start] as number);
      const to = indexAt(copy, units[span_end] as number);
      return findTargets(copy.s, from, to, year).map((one) => {
        expect(one.from).toBeGreaterThanOrEqual(from);
        expect(one.to).toBeLessThanOrEqual(to);
        const span = spanOf(copy, one.from, one.to) as { start: number; end: number };
        return { ...one, start: points[span.start] as number, end: points[span.end] as number };
      });
    });
}

describe.skipIf(!documents.every((name) => existsSync(join(REAL_CORPUS, name))))('real documents', () => {
  test('precision and recall are at least 0.97', () => {
    expect(gold.length).toBeGreaterThanOrEqual(100);
    const counts = { hits: 0, missed: 0, extra: 0 };
    const wrong: string[] = [];
    for (const document of documents) {
      const { pairs, missed, extra } = compare(
        gold.filter((row) => row.document === document),
        targetsOf(document),
      );
      counts.hits += pairs.length;
      counts.missed += missed.length;
      counts.extra += extra.length;
      for (const { start, end, value } of [...missed, ...extra]) wrong.push(`${document} ${start}-${end} ${value}`);
    }
    expect(counts.hits / (counts.hits + counts.extra), wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(counts.hits / (counts.hits + counts.missed), wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});
