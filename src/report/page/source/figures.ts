/** A target as a figure: ≥ 95%, 10–15 个. */
import type { Target } from '../../data.js';
import type { Words } from '../words/words.js';

const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** Large numbers in groups, fractions as far as they go; the same in both languages. */
export function numberText(value: number): string {
  return NUMBERS.format(value);
}

export function figure({ comparators }: Words, { comparator, value, valueHigh, unit }: Target): string {
  const range = valueHigh === null ? numberText(value) : `${numberText(value)}–${numberText(valueHigh)}`;
  const sign = comparator === '=' ? '' : `${comparators[comparator]} `;
  const space = unit === null || unit === '%' ? '' : ' ';
  return `${sign}${range}${space}${unit ?? ''}`;
}
