/** Every value of every document in every dress stands on evidence, and every record is well formed. */
import { describe, expect, test } from 'vitest';
import { DocumentRecord } from '../../src/model/model.js';
import { parseDocument } from '../../src/parse.js';
import { allDocuments, plainRecord, realDocuments } from './corpora.js';
import type { Dress } from './dress/dress.js';
import { wardrobe } from './dress/wardrobe.js';
import { flaws, grounding } from './evidence.js';

const asItStands: Dress = { name: 'as it stands', fits: () => true, wear: ({ bytes }) => bytes };

/** At most this share of the values may be only explained by a diagnostic. */
const EXPLAINED = 0.02;

describe.each([asItStands, ...wardrobe])('$name', (dress) => {
  const totals = { values: 0, explained: 0 };

  test.each(allDocuments.filter((source) => dress.fits(source)))('$name', (source) => {
    const record = parseDocument(dress.wear(source, plainRecord(source)));
    const { values, explained, without } = grounding(record);
    totals.values += values;
    totals.explained += explained;
    expect(without.slice(0, 4)).toEqual([]);
    expect(flaws(record).slice(0, 4)).toEqual([]);
    expect(DocumentRecord.safeParse(record).error?.issues.slice(0, 2) ?? []).toEqual([]);
  });

  // The rule counts over a ledger, not over a document: our own corpus is full of slips.
  test('few values are only explained', () => {
    expect(totals.explained, `${totals.explained} of ${totals.values}`).toBeLessThanOrEqual(EXPLAINED * totals.values);
  });
});

test.each(allDocuments)('parsing $name twice gives the same record', (source) => {
  expect(parseDocument(source.bytes)).toEqual(parseDocument(source.bytes));
});

test.skipIf(realDocuments.length === 0)('the real corpus is present', () => {
  expect(realDocuments.length).toBeGreaterThan(0);
});
