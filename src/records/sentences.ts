/** Sentences and run-in headings of a text, and the numbered measures (举措) inside it. */
import type { Range } from '../blocks/compact.js';
import { markAt, marks } from '../blocks/marks.js';
import { ordinalAt } from '../blocks/ordinal.js';
import { afterSentence } from './layouts/layout.js';

/** Longest run-in heading; a longer first sentence is prose. */
export const LONGEST_TITLE = 40;

const STOPS = marks('。!?');
const DOT = 46;

/** End of the first sentence of a range, its full stop not included; -1 where the range holds no full stop. */
export function firstSentence(s: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (markAt(s, i, STOPS)) return i;
    if (s.charCodeAt(i) === DOT && isStop(s, i)) return i;
  }
  return -1;
}

/** A '.' that OCR put for 。: not in a number, not between Latin letters. */
export function isStop(s: string, i: number): boolean {
  const before = s[i - 1] ?? '';
  const after = s[i + 1] ?? '';
  // C级 behind a Chinese character is a new sentence; a.b and 3.5 are none.
  if (/[A-Za-z.]/.test(before) || after === '.' || (/[A-Za-z]/.test(after) && !/[\u4e00-\u9fa5”"）)》]/.test(before)))
    return false;
  return !(/\d/.test(before) && /\d/.test(after));
}

/** The run-in heading of a body: its first sentence, if short and followed by more text. */
export function runInTitle(s: string, from: number, to: number): Range | null {
  const end = firstSentence(s, from, Math.min(to, from + LONGEST_TITLE + 1));
  if (end < 0 || end === from) return null;
  return end + 1 < to ? { from, to: end } : null;
}

export interface MeasureMark extends Range {
  ordinal: string;
  /** Where its text begins, behind the mark. */
  textFrom: number;
}

const CN = '一二三四五六七八九十';
const NUMBERS = '(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇';
const MEASURE_FIRSTS = marks(NUMBERS);
const FIRSTS = marks(NUMBERS + CN);
const BEFORE = marks(',:)');

/**
 * Numbered sub-items of a body: (1)(2)(3), ①②③ or 一是 二是. The first style whose numbers count up from 1 to at least 2.
 * Input: pieces of the body. Output: one range per measure, its mark included.
 */
export function findMeasures(s: string, pieces: readonly Range[]): MeasureMark[] {
  const places = candidates(s, pieces);
  if (places.length < 2) return [];
  for (const style of ['numParen', 'circle'] as const) {
    const marks = countUp(places, (i, next) => {
      const ordinal = markAt(s, i, MEASURE_FIRSTS) ? ordinalAt(s, i) : null;
      return ordinal?.style === style && ordinal.value === next ? ordinal.length : 0;
    });
    if (marks.length >= 2) return marks;
  }
  const marks = countUp(places, (i, next) => {
    if (s[i] !== CN[next - 1] || s[i + 1] !== '是' || s[i + 2] === '否') return 0;
    return next <= 10 ? 2 : 0;
  });
  return marks.length >= 2 ? marks : [];
}

interface Candidate {
  at: number;
  piece: Range;
}

/** Where a mark of any style may stand: one look at the text for all of them. */
function candidates(s: string, pieces: readonly Range[]): Candidate[] {
  const found: Candidate[] = [];
  for (const piece of pieces) {
    for (let i = piece.from; i < piece.to; i++) {
      if (!markAt(s, i, FIRSTS)) continue;
      if (!markAt(s, i, MEASURE_FIRSTS) && s[i + 1] !== '是') continue;
      const before = i === piece.from || afterSentence(s, piece.from, i) || markAt(s, i - 1, BEFORE);
      if (before) found.push({ at: i, piece });
    }
  }
  return found;
}

function countUp(places: readonly Candidate[], lengthAt: (i: number, next: number) => number): MeasureMark[] {
  const found: MeasureMark[] = [];
  let passed: Candidate | null = null;
  for (const place of places) {
    const { at, piece } = place;
    // Inside the mark before
    const last = found.at(-1);
    if (last && passed?.piece === piece && at < last.textFrom) continue;
    const length = lengthAt(at, found.length + 1);
    if (length === 0) continue;
    if (last) last.to = Math.min(last.to, at);
    found.push({ from: at, to: piece.to, textFrom: at + length, ordinal: String(found.length + 1) });
    passed = place;
  }
  return found;
}
