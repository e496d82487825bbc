/** Titles of cases: with a mark (案例一), or with the place that the case is about. */
import type { Paragraph } from '../../../blocks/block.js';
import type { Compact, Range } from '../../../blocks/compact.js';
import { labelAt } from '../../../blocks/label.js';
import { ordinalAt } from '../../../blocks/ordinal.js';
import { CASE_MARK } from '../../../lexicon/cases.js';
import type { CaseTitle } from './draft.js';
import { CONTENTS, ink, isProse } from './lines.js';
import { regionOf } from './region.js';

const LONGEST_CASE_TITLE = 80;

export function caseTitles(copy: Compact, paragraphs: readonly Paragraph[]): CaseTitle[] {
  const { s } = copy;
  const marked = paragraphs.some((paragraph) => CASE_MARK.test(ink(s, paragraph)));
  const found: CaseTitle[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const title = marked ? markedTitle(s, paragraphs, i) : placedTitle(s, paragraphs, i);
    if (title === null) continue;
    found.push(title);
    i = title.last;
  }
  return found;
}

/** Lines of a title from `i` on: short, without a full stop, at most three. */
function titleLines(s: string, paragraphs: readonly Paragraph[], i: number): number {
  let last = i;
  let length = 0;
  while (last < paragraphs.length && last - i < 3) {
    // 案例一:莲花区…: the mark is no label
    const line = ink(s, paragraphs[last] as Paragraph);
    const text = last === i ? line.replace(CASE_MARK, '') : line;
    length += text.length;
    if (
      length > LONGEST_CASE_TITLE ||
      isProse(text) ||
      (last > i && (ordinalAt(s, (paragraphs[last] as Paragraph).from) || CASE_MARK.test(text)))
    )
      break;
    last++;
  }
  return last - 1;
}

/** 案例一 西河区…: the mark may stand on a line of its own. */
function markedTitle(s: string, paragraphs: readonly Paragraph[], i: number): CaseTitle | null {
  const paragraph = paragraphs[i] as Paragraph;
  const text = ink(s, paragraph);
  const mark = CASE_MARK.exec(text);
  if (!mark) return null;
  const rest = { from: paragraph.from + mark[0].length, to: paragraph.to };
  const onOwnLine = rest.from >= rest.to;
  const begin = onOwnLine ? i + 1 : i;
  if (begin >= paragraphs.length || (!onOwnLine && isProse(text.slice(mark[0].length)))) return null;
  const last = titleLines(s, paragraphs, begin);
  if (last < begin) return null;
  const ranges: Range[] = paragraphs.slice(begin, last + 1).map(({ from, to }) => ({ from, to }));
  if (!onOwnLine) ranges[0] = rest;
  // （望川市青麓县） below the title names the place.
  const below = ranges.length > 1 ? (ranges.at(-1) as Range) : null;
  if (below && /^[(][^()]{2,20}[)]$/.test(ink(s, below))) {
    ranges.pop();
    return { first: i, last, ranges, region: regionOf(s, { from: below.from + 1, to: below.to - 1 }) };
  }
  return { first: i, last, ranges, region: regionOf(s, ranges[0] as Range) };
}

/** A title that begins with a place and stands before prose. */
function placedTitle(s: string, paragraphs: readonly Paragraph[], i: number): CaseTitle | null {
  const paragraph = paragraphs[i] as Paragraph;
  if (labelAt(s, paragraph.from)) return null;
  const ordinal = ordinalAt(s, paragraph.from);
  if (ordinal && ordinal.style !== 'cn' && ordinal.style !== 'num') return null;
  const from = paragraph.from + (ordinal?.length ?? 0);
  const region = regionOf(s, { from, to: paragraph.to });
  if (region === null || region.to >= paragraph.to) return null;
  const last = titleLines(s, paragraphs, i);
  if (last < i) return null;
  const next = paragraphs[last + 1];
  // Prose follows, or the first heading of the case.
  if (!next || !(isProse(ink(s, next)) || ordinalAt(s, next.from))) return null;
  const ranges = paragraphs.slice(i, last + 1).map((one) => ({ from: one.from, to: one.to }));
  (ranges[0] as Range).from = from;
  const whole = ranges.map((range) => ink(s, range)).join('');
  if (whole.length < 10 || CONTENTS.test(whole)) return null;
  return { first: i, last, ranges, region };
}
