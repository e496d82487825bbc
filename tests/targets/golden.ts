/** Golden targets and how found ones are held against them. */
import type { Target } from '../../src/records/targets/findTargets.js';

/** A target as a reader marked it: the span is that of the quantity. */
export interface GoldTarget {
  start: number;
  end: number;
  comparator: string;
  value: number;
  valueHigh: number | null;
  unit: string | null;
}

type Found = Pick<Target, 'comparator' | 'value' | 'valueHigh' | 'unit'> & { start: number; end: number };

const same = (gold: GoldTarget, found: Found): boolean =>
  found.start < gold.end &&
  found.end > gold.start &&
  found.comparator === gold.comparator &&
  Math.abs(found.value - gold.value) < 1e-9 * Math.max(1, Math.abs(gold.value)) &&
  found.valueHigh === gold.valueHigh &&
  found.unit === gold.unit;

/** Each found target answers for one golden one at most. */
export function compare<F extends Found>(gold: readonly GoldTarget[], found: readonly F[]) {
  const extra = [...found];
  const missed: GoldTarget[] = [];
  const pairs: { gold: GoldTarget; found: F }[] = [];
  for (const one of gold) {
    const i = extra.findIndex((other) => same(one, other));
    const [match] = i < 0 ? [] : extra.splice(i, 1);
    if (match) pairs.push({ gold: one, found: match });
    else missed.push(one);
  }
  return { pairs, missed, extra };
}
