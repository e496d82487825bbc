/** Where a value does not stand in the text as a reader of its span sees it. */
import { type Compact, GAP, type Range } from '../../blocks/compact.js';

/** Whether something was left out between two characters that no white space parts. */
export function crossesMarks(copy: Compact, range: Range): boolean {
  for (let i = range.from + 1; i < range.to; i++) {
    if (copy.gap[i] === GAP.none && (copy.at[i] as number) > (copy.at[i - 1] as number) + 1) return true;
  }
  return false;
}

const isDigit = (s: string, i: number): boolean => s.charCodeAt(i) >= 48 && s.charCodeAt(i) <= 57;

/** 20 | 22年9月底前 · 0733- | 5521180: digits that a line break leaves alone at a span's edge look like a page number. */
export function cutAtEdge({ s, gap }: Compact, range: Range): boolean {
  for (let i = range.from + 1; i <= Math.min(range.from + 5, range.to - 1); i++) {
    if (!isDigit(s, i - 1) && s[i - 1] !== '-') break;
    if (gap[i] === GAP.line) return true;
  }
  for (let i = range.to - 1; i >= Math.max(range.to - 4, range.from + 1) && isDigit(s, i); i--) {
    if (gap[i] === GAP.line) return true;
  }
  return false;
}

export const BLANK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;
