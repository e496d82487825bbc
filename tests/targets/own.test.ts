/** The golden clauses of our own making: what is found, what is not, its subject and its date. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/blocks/fold.js';
import { findTargets } from '../../src/records/targets/findTargets.js';
import { ROOT } from '../corpus.js';
import { compare, type GoldTarget } from './golden.js';

interface GoldClause {
  text: string;
  year: number | null;
  targets: (GoldTarget & { subject: string | null; dueOn: string | null })[];
}

const clauses = JSON.parse(readFileSync(join(ROOT, 'fixtures/targets/own.json'), 'utf8')) as GoldClause[];

const read = ({ text, year, targets }: GoldClause) => {
  const s = fold(text);
  const found = findTargets(s, 0, s.length, year).map((one) => ({ ...one, start: one.from, end: one.to }));
  return { s, text, found, ...compare(targets, found) };
};

describe('golden clauses', () => {
  const results = clauses.map(read);
  const count = (of: (one: (typeof results)[number]) => number) => results.reduce((sum, one) => sum + of(one), 0);

  test('are at least 120, 40 of them without any target', () => {
    expect(clauses.length).toBeGreaterThanOrEqual(120);
    expect(clauses.filter(({ targets }) => targets.length === 0).length).toBeGreaterThanOrEqual(40);
  });

  test('precision and recall are at least 0.97', () => {
    const wrong = results.filter(({ missed, extra }) => missed.length + extra.length > 0).map(({ text }) => text);
    const hits = count(({ pairs }) => pairs.length);
    expect(hits / count(({ found }) => found.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(hits / count(({ pairs, missed }) => pairs.length + missed.length), wrong.join('\n')).toBeGreaterThanOrEqual(
      0.97,
    );
  });

  test('nearly all subjects and all due dates are those of the reader', () => {
    const wrong: string[] = [];
    let subjects = 0;
    for (const { s, pairs } of results) {
      for (const { gold, found } of pairs) {
        const { subject, dueOn } = gold as GoldClause['targets'][number];
        expect(found.dueOn, s).toBe(dueOn);
        if (subject === null) continue;
        subjects++;
        const got = found.subject ? s.slice(found.subject.from, found.subject.to) : null;
        if (got !== fold(subject)) wrong.push(`${subject} ≠ ${got}`);
      }
    }
    expect(wrong.length / subjects, wrong.join('\n')).toBeLessThanOrEqual(0.03);
  });
});
