/**
 * The reading copy of a document: folded text without white space and page furniture, with the way back to the original.
 * Everything after this stage reads ranges of it and never counts white space; spans and values come from the original.
 */

/** What stood between a character and the one before it. */
export const GAP = { none: 0, space: 1, line: 2, cell: 3 } as const;

export interface Compact {
  /** The original text, `documents.text`. */
  text: string;
  /** Folded characters, no white space. */
  s: string;
  /** For each character of `s` its UTF-16 offset in `text`. */
  at: Int32Array;
  /** For each character of `s` the gap before it. */
  gap: Uint8Array;
  /** Marks of bold and headings (<b>, **) were left out between characters. */
  marked: boolean;
}

/** A stretch of a reading copy. */
export interface Range {
  from: number;
  to: number;
}

/** Where the first of some ranges begins; infinity where there are none. */
export function firstOf(ranges: readonly Range[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { from } of ranges) if (from < first) first = from;
  return first;
}

/** Where the last of them ends; minus infinity where there are none. */
export function lastOf(ranges: readonly Range[]): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const { to } of ranges) if (to > last) last = to;
  return last;
}

/** UTF-16 span of a range in the original; an empty range gives null. */
export function spanOf(c: Compact, from: number, to: number): { start: number; end: number } | null {
  if (from >= to) return null;
  return { start: c.at[from] as number, end: (c.at[to - 1] as number) + 1 };
}

const isWordUnit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** The folded characters of some ranges, one behind the other. */
export function inkOf(s: string, ranges: readonly Range[]): string {
  let ink = '';
  for (const { from, to } of ranges) ink += s.slice(from, to);
  return ink;
}

/** The original characters of a range, lines joined, white space only between two Latin words or numbers. */
export function written(c: Compact, from: number, to: number): string {
  if (from >= to) return '';
  const start = c.at[from] as number;
  const end = c.at[to - 1] as number;
  // Nothing was left out between the two: the original as it stands.
  if (end - start === to - 1 - from) return c.text.slice(start, end + 1);
  let out = '';
  let run = from;
  for (let i = from + 1; i <= to; i++) {
    const before = c.at[i - 1] as number;
    if (i < to && (c.at[i] as number) === before + 1) continue;
    out += c.text.slice(c.at[run] as number, before + 1);
    if (i < to && c.gap[i] === GAP.space && isWordUnit(c.s.charCodeAt(i - 1)) && isWordUnit(c.s.charCodeAt(i))) {
      out += ' ';
    }
    run = i;
  }
  return out;
}

/** First index of the reading copy at or after a UTF-16 offset of the original. */
export function indexAt(c: Compact, offset: number): number {
  let low = 0;
  let high = c.at.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((c.at[mid] as number) < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
