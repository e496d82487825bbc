/** Titles of cases: with a mark (案例一), or with the place that the case is about. */
import type { Paragraph } from '../../../blocks/block.js';
import type { Compact, Range } from '../../../blocks/compact.js';
import { labelAt } from '../../../blocks/label.js';
import { type OrdinalStyle, ordinalAt } from '../../../blocks/ordinal.js';
import { CASE_MARK } from '../../../lexicon/cases.js';
import type { CaseTitle } from './draft.js';
import { CONTENTS, ink, isProse } from './lines.js';
import { regionOf } from './region.js';

const LONGEST_CASE_TITLE = 80;

type ReadTitle = (i: number) => CaseTitle | null;

/** Input: the paragraphs of a compilation, its own title. Output: the titles of its cases, in order. */
export function caseTitles(copy: Compact, paragraphs: readonly Paragraph[], compilation: string | null): CaseTitle[] {
  const { s } = copy;
  if (paragraphs.some((paragraph) => CASE_MARK.test(ink(s, paragraph))))
    return collect(paragraphs, (i) => markedTitle(s, paragraphs, i, CASE_MARK));
  if (isNumbered(copy, paragraphs)) return collect(paragraphs, (i) => markedTitle(s, paragraphs, i, BARE_NUMBER));
  const placed = collect(paragraphs, (i) => placedTitle(s, paragraphs, i, TOP_STYLES, compilation));
  if (placed.length > 1) return placed;
  // Chapters of cases: 一、村务公开篇 with （一）… under it
  const below = collect(paragraphs, (i) => placedTitle(s, paragraphs, i, LOWER_STYLES, compilation));
  return below.length > placed.length ? below : placed;
}

const TOP_STYLES: readonly (OrdinalStyle | null)[] = [null, 'cn', 'num'];
const LOWER_STYLES: readonly (OrdinalStyle | null)[] = ['cnParen'];

function collect(paragraphs: readonly Paragraph[], read: ReadTitle): CaseTitle[] {
  const found: CaseTitle[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const title = read(i);
    if (title === null) continue;
    found.push(title);
    i = title.last;
  }
  return found;
}

// 01 临湖市…: two digits and a blank
const BARE_NUMBER = /^(?:0[1-9]|[1-9]\d)[、.]?(?=[\u4e00-\u9fa5“《])/;

/** Whether cases are counted 01, 02 …: the numbers go up from one, and white space stands behind the first. */
function isNumbered({ s, gap }: Compact, paragraphs: readonly Paragraph[]): boolean {
  let next = 1;
  for (const { from, to } of paragraphs) {
    const text = s.slice(from, Math.min(to, from + 6));
    if (!BARE_NUMBER.test(text) || Number(text.slice(0, 2)) !== next) continue;
    if (next === 1 && gap[from + 2] === 0 && !/[、.]/.test(text.charAt(2))) continue;
    next++;
  }
  return next > 2;
}

/** Lines of a title from `i` on: short, without a full stop, at most three. */
function titleLines(s: string, paragraphs: readonly Paragraph[], i: number, marks = CASE_MARK): number {
  let last = i;
  let length = 0;
  while (last < paragraphs.length && last - i < 3) {
    // 案例一:莲花区…: the mark is no label
    const line = ink(s, paragraphs[last] as Paragraph);
    const text = last === i ? line.replace(marks, '') : line;
    length += text.length;
    if (
      length > LONGEST_CASE_TITLE ||
      isProse(text) ||
      (last > i && (ordinalAt(s, (paragraphs[last] as Paragraph).from) || marks.test(text)))
    )
      break;
    last++;
  }
  return last - 1;
}

/** 案例一 西河区…: the mark may stand on a line of its own. */
function markedTitle(s: string, paragraphs: readonly Paragraph[], i: number, marks: RegExp): CaseTitle | null {
  const paragraph = paragraphs[i] as Paragraph;
  const text = ink(s, paragraph);
  const mark = marks.exec(text);
  if (!mark) return null;
  const rest = { from: paragraph.from + mark[0].length, to: paragraph.to };
  const onOwnLine = rest.from >= rest.to;
  const begin = onOwnLine ? i + 1 : i;
  if (begin >= paragraphs.length || (!onOwnLine && isProse(text.slice(mark[0].length)))) return null;
  const last = titleLines(s, paragraphs, begin, marks);
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

// 沧岭省农业农村厅 · …2023年11月: a signature
const SIGNED = /^[^“《:,]{4,24}(?:[局委办厅院会部]|政府|办公室|中心)$/;
const DATED = /\d{4}年\d{1,2}月(?:\d{1,2}日)?$/;

/** A title that begins with a place and stands before prose. */
function placedTitle(
  s: string,
  paragraphs: readonly Paragraph[],
  i: number,
  styles: readonly (OrdinalStyle | null)[],
  compilation: string | null,
): CaseTitle | null {
  const paragraph = paragraphs[i] as Paragraph;
  if (labelAt(s, paragraph.from)) return null;
  const ordinal = ordinalAt(s, paragraph.from);
  if (!styles.includes(ordinal?.style ?? null)) return null;
  const own = ink(s, paragraph);
  if (SIGNED.test(own) || (ordinal === null && compilation?.includes(own))) return null;
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
  if (DATED.test(whole)) return null;
  if (whole.length < 10 || CONTENTS.test(whole)) return null;
  return { first: i, last, ranges, region };
}
