/** What every layout of running text is: a finder of clauses of responsibility in one paragraph. */
import type { Compact, Range } from '../../blocks/compact.js';
import { markAt, marks } from '../../blocks/marks.js';
import type { Clause, ClauseContext } from '../clause/clause.js';

/**
 * Input: the reading copy, a paragraph (behind its ordinal) and, in order, the clauses that layouts before this one found.
 * Output: further clauses, in any order, that do not overlap those.
 */
export type Layout = (
  copy: Compact,
  paragraph: Range,
  context: ClauseContext,
  taken: readonly Clause[],
) => readonly Clause[];

/** What most passages hold. */
export const NO_CLAUSES: readonly Clause[] = [];

/** A clause that stands at a place: with its bracket or its label. */
export function foundAt(from: number, to: number, clause: Clause): Clause {
  clause.from = from;
  clause.to = to;
  return clause;
}

/** Whether a stretch meets one of the clauses found so far, which stand in order. */
export function overlaps(taken: readonly Range[], from: number, to: number): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((taken[mid] as Range).to <= from) low = mid + 1;
    else high = mid;
  }
  const next = taken[low];
  return next !== undefined && next.from < to;
}

const QUOTES = marks('”’"》)');
const STOPS = marks('。!?;');

/** Full stops and what OCR leaves in their place, closing quotes included. */
export function afterSentence(s: string, from: number, at: number): boolean {
  if (at <= from) return true;
  let i = at - 1;
  while (i > from && markAt(s, i, QUOTES)) i--;
  if (markAt(s, i, STOPS)) return true;
  return s[i] === '.' && !/[A-Za-z\d]/.test(s[i - 1] ?? '');
}
