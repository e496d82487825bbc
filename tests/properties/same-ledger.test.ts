/** The same document in another dress gives the same ledger: ids, spans, evidence and widths aside. */
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.js';
import { differences, told } from './canonical.js';
import { allDocuments, plainRecord, realDocuments } from './corpora.js';
import { wardrobe } from './dress/wardrobe.js';

const SHOWN = 4;

describe.each(wardrobe)('$name', (dress) => {
  test.each(allDocuments.filter((source) => dress.fits(source)))('$name', (source) => {
    const plain = plainRecord(source);
    const found = differences(plain, parseDocument(dress.wear(source, plain))).map(told);
    expect(found.length > SHOWN ? [...found.slice(0, SHOWN), `and ${found.length - SHOWN} more`] : found).toEqual([]);
  });
});

test.skipIf(realDocuments.length === 0)('the real corpus is present', () => {
  expect(realDocuments.length).toBeGreaterThan(0);
});
