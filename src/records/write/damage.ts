/** Where a value does not stand in the text as a reader of its span sees it. */
import { type Compact, GAP, type Range } from '../../blocks/compact.js';

/**
 * Whether something was left out between two characters of a range that no white space parts. The places are counted once
 * for the document: tasks, their bodies and their values all ask.
 */
export function marksCrossed(copy: Compact): (range: Range) => boolean {
  if (!copy.marked) return () => false;
  const { at, gap } = copy;
  /** Places up to each character. */
  const places = new Int32Array(at.length);
  for (let i = 1; i < at.length; i++) {
    const left = gap[i] === GAP.none && (at[i] as number) > (at[i - 1] as number) + 1;
    places[i] = (places[i - 1] as number) + (left ? 1 : 0);
  }
  return ({ from, to }) => to > from + 1 && (places[to - 1] as number) > (places[from] as number);
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
