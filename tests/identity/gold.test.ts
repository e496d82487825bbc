/** The bodies of the published documents against the pairs read off by hand. Skipped where the documents are not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Coverage, identify } from '../../src/identity/identify.js';
import { foldName } from '../../src/identity/resolve.js';
import type { DocumentRecord } from '../../src/model/model.js';
import { parseDocument } from '../../src/parse.js';
import { corpusFiles, REAL_CORPUS } from '../corpus.js';

interface Reference {
  document: string;
  name: string;
}
interface Gold {
  units: (Reference & { full: string; adcode: string })[];
  same: Reference[][];
  different: Reference[][];
}

const GOLD = join(REAL_CORPUS, '../gold/units.gold.json');

describe.skipIf(!existsSync(GOLD))('bodies of the published documents', () => {
  const coverage: Coverage = { registry: 0, document: 0, group: 0, written: 0 };
  const records = new Map<string, DocumentRecord>();
  if (existsSync(GOLD)) {
    for (const { path, slug } of corpusFiles(REAL_CORPUS)) {
      records.set(slug, identify(parseDocument(readFileSync(path)), coverage));
    }
  }
  const gold: Gold = existsSync(GOLD) ? JSON.parse(readFileSync(GOLD, 'utf8')) : { units: [], same: [], different: [] };
  const unitOf = ({ document, name }: Reference) => {
    const record = records.get(document);
    const row = record?.assignments.find((one) => foldName(one.name) === foldName(name));
    return record?.units.find((unit) => unit.id === row?.unit_id);
  };

  test('full names and codes', () => {
    const wrong = gold.units.filter((one) => {
      const unit = unitOf(one);
      return unit === undefined || foldName(unit.name) !== foldName(one.full) || unit.adcode !== one.adcode;
    });
    expect(wrong).toEqual([]);
  });

  test('one body, different bodies', () => {
    const ids = (group: Reference[]) => new Set(group.map((one) => unitOf(one)?.id ?? one.name));
    expect(gold.same.filter((group) => ids(group).size !== 1)).toEqual([]);
    expect(gold.different.filter((group) => ids(group).size !== group.length)).toEqual([]);
  });

  test('few names stay as written', () => {
    const all = Object.values(coverage).reduce((a, b) => a + b, 0);
    const share = (n: number): string => `${((100 * n) / all).toFixed(1)} %`;
    console.log(
      Object.entries(coverage)
        .map(([how, n]) => `${how} ${n} (${share(n)})`)
        .join(', '),
      `of ${all}`,
    );
    expect(coverage.written / all).toBeLessThan(0.03);
  });
});
