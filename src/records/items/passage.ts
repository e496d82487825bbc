/** A passage of text with its clauses, read by the layouts in turn. */
import type { Compact, Range } from '../../blocks/compact.js';
import { markAt, markIn, marks } from '../../blocks/marks.js';
import type { Clause, ClauseContext } from '../clause/clause.js';
import { bracketRoles } from '../layouts/bracketRoles.js';
import type { Layout } from '../layouts/layout.js';
import { markerBlock } from '../layouts/markerBlock.js';
import { tailClause } from '../layouts/tailClause.js';

/** Layouts of running text, in the order in which they claim their clauses. Adding one means adding its file here. */
const LAYOUTS: readonly Layout[] = [bracketRoles, markerBlock, tailClause];

export interface Passage {
  range: Range;
  clauses: Clause[];
  /** What is left of it when its clauses are cut out. */
  body: Range[];
}

export function assigns(clauses: readonly Clause[]): boolean {
  for (const clause of clauses) if (clause.assigns) return true;
  return false;
}

/** A passage with none of these has no clause, whatever the layout. */
const HINTS = marks(':负责牵配】])协');
const HINT_WORDS = ['主办', '主责', '落实', '承办', '办理', '参与', '时限', '期限', '节点', '完成时'];
const HINT = new RegExp(HINT_WORDS.join('|'), 'y');
const FIRSTS = marks(`:负责牵配】])协${HINT_WORDS.map((word) => word.charAt(0)).join('')}`);

function hasHint(s: string, { from, to }: Range): boolean {
  for (let i = markIn(s, from, to, FIRSTS); i >= 0; i = markIn(s, i + 1, to, FIRSTS)) {
    if (markAt(s, i, HINTS)) return true;
    HINT.lastIndex = i;
    if (HINT.test(s)) return true;
  }
  return false;
}

export function readPassage(copy: Compact, whole: Range, context: ClauseContext): Passage {
  const range = withoutDash(copy.s, whole);
  const clauses: Clause[] = [];
  if (!hasHint(copy.s, range)) return { range, clauses, body: [range] };
  for (const layout of LAYOUTS) {
    const found = layout(copy, range, context, clauses);
    if (found.length === 0) continue;
    clauses.push(...found);
    if (clauses.length > 1) clauses.sort((a, b) => a.from - b.from);
  }
  if (clauses.length === 0 && range.to - range.from > LONGEST_EMPTY) return { range, clauses, body: [range] };
  return { range, clauses, body: cutOut(copy.s, range, clauses) };
}

const DASH = 45;

/** ……。— | —责任单位: half of a dash that print cut before a label. */
function withoutDash(s: string, { from, to }: Range): Range {
  let end = to;
  while (end > from + 1 && s.charCodeAt(end - 1) === DASH) end--;
  return end < to && '。.'.includes(s[end - 1] as string) ? { from, to: end } : { from, to };
}

const EMPTY_PIECE = /^[。.;,、:)]*$/;
/** A longer piece is not looked at: it says something. */
const LONGEST_EMPTY = 8;

/** A range without some ranges inside it; punctuation left between them is no piece. */
function cutOut(s: string, range: Range, holes: readonly Range[]): Range[] {
  const pieces: Range[] = [];
  let from = range.from;
  for (let i = 0; i <= holes.length; i++) {
    const to = holes[i]?.from ?? range.to;
    if (to - from > LONGEST_EMPTY || (to > from && !EMPTY_PIECE.test(s.slice(from, to)))) pieces.push({ from, to });
    from = Math.max(from, holes[i]?.to ?? from);
  }
  return pieces;
}
