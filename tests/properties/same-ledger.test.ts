/**
 * The same document in another dress gives the same ledger: ids, spans, evidence and widths aside. What does not hold yet
 * stands in known-gaps.json, dress by dress: a gap that closes must be taken off the list, a new one fails.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.js';
import { differences, told } from './canonical.js';
import { allDocuments, plainRecord, realDocuments } from './corpora.js';
import { wardrobe } from './dress/wardrobe.js';

const SHOWN = 4;

const GAPS: Record<string, string[]> = JSON.parse(readFileSync(new URL('./known-gaps.json', import.meta.url), 'utf8'));

describe.each(wardrobe)('$name', (dress) => {
  for (const source of allDocuments.filter((one) => dress.fits(one))) {
    const known = GAPS[dress.name]?.includes(source.name) === true;
    test(known ? `${source.name} (known gap)` : source.name, () => {
      const plain = plainRecord(source);
      const found = differences(plain, parseDocument(dress.wear(source, plain))).map(told);
      if (known) {
        expect(found.length, 'the gap is closed: take it off known-gaps.json').toBeGreaterThan(0);
        return;
      }
      expect(found.length > SHOWN ? [...found.slice(0, SHOWN), `and ${found.length - SHOWN} more`] : found).toEqual([]);
    });
  }
});

test.skipIf(realDocuments.length === 0)('the real corpus is present', () => {
  expect(realDocuments.length).toBeGreaterThan(0);
});
