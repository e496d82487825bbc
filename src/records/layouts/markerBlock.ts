/**
 * Marker blocks: lines that begin with a label (`牵头单位：…`), and labels that follow a sentence inside a paragraph
 * (`……。责任单位：A、B。`).
 */
import { type Label, labelAt, spacedLabelAt } from '../../blocks/label.js';
import { markAt, marks } from '../../blocks/marks.js';
import { BULLETS } from '../../lexicon/roles.js';
import { type Clause, emptyClause } from '../clause/clause.js';
import { readLabel } from '../clause/labelsAndTails.js';
import { labelsIn } from '../clause/labelsIn.js';
import { isStop } from '../sentences.js';
import { afterSentence, type Layout, NO_CLAUSES, overlaps } from './layout.js';

export const markerBlock: Layout = (copy, paragraph, context, taken) => {
  const { s } = copy;
  let found: Clause[] | null = null;
  let at = paragraph.from;
  while (at < paragraph.to) {
    const label = nextLabel(s, copy.gap, paragraph.from, at, paragraph.to);
    if (label === null) break;
    if (overlaps(taken, label.from, label.to)) {
      at = label.to;
      continue;
    }
    const end = valueEnd(s, label, paragraph.to);
    const clause = emptyClause(label.from, end);
    // Behind a label short words are labels too: 责任单位：A；时限：6月底前
    const labels = labelsIn(copy, label.from + bulletAt(s, label.from), end, true);
    labels.forEach((one, i) => {
      readLabel(copy, one, labels[i + 1]?.from ?? end, context, clause);
    });
    if (labels.some((one) => one.kind !== 'none')) {
      if (found === null) found = [clause];
      else found.push(clause);
    }
    at = end;
  }
  return found ?? NO_CLAUSES;
};

const COLON = 58;

/** The next label at the paragraph's start, behind a sentence or behind white space. */
function nextLabel(s: string, gap: Uint8Array, first: number, from: number, to: number): Label | null {
  if (from === first) {
    const label = labelAt(s, from) ?? spacedLabelAt(s, gap, from);
    if (label && label.to <= to) return label;
  }
  for (let colon = from; colon < to; colon++) {
    if (s.charCodeAt(colon) !== COLON) continue;
    let at = colon;
    while (at > from && at > colon - 24 && !endsBefore(s, at - 1) && (gap[at] === 0 || at === colon)) at--;
    // —|—责任单位: print cut the dash
    while (at > first && s[at - 1] === '-') at--;
    if (at !== colon && at > first && gap[at] === 0 && !afterSentence(s, first, at)) continue;
    // ……。——责任单位：A: the dash belongs to the label
    const mark = bulletAt(s, at);
    const label = at + mark >= colon ? null : labelAt(s, at + mark);
    if (label && label.to === colon + 1) {
      label.from = at;
      return label;
    }
  }
  return null;
}

const ENDS = marks('。!?;,)】”');
const endsBefore = (s: string, at: number): boolean => markAt(s, at, ENDS) || (s[at] === '.' && isStop(s, at));

const BULLET_MARKS = marks(BULLETS);

function bulletAt(s: string, at: number): number {
  let length = 0;
  while (length < 2 && markAt(s, at + length, BULLET_MARKS)) length++;
  return length;
}

/** What a value can end with, and the brackets that it does not end in. */
const VALUE_MARKS = marks('(〔《“)〕》”。.');

/** A value ends with its paragraph, or with a full stop that a new sentence follows. */
function valueEnd(s: string, label: Label, to: number): number {
  let depth = 0;
  for (let i = label.to; i < to; i++) {
    if (!markAt(s, i, VALUE_MARKS)) continue;
    const ch = s[i] as string;
    if ('(〔《“'.includes(ch)) depth++;
    else if (')〕》”'.includes(ch)) depth = Math.max(0, depth - 1);
    else if ((ch === '。' || (ch === '.' && isStop(s, i) && !/\d/.test(s[i - 1] ?? ''))) && depth === 0) {
      const next = labelAt(s, i + 1, true);
      if (!next || next.to > to) return i + 1;
    }
  }
  return to;
}
