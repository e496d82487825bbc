/** One case: its place, summary and practices. */
import type { Paragraph } from '../../../blocks/block.js';
import type { Compact, Range } from '../../../blocks/compact.js';
import { endsSentence } from '../../../blocks/join.js';
import { chineseNumber, ordinalAt } from '../../../blocks/ordinal.js';
import { NO_RUN_IN } from '../../../lexicon/cases.js';
import { firstSentence } from '../../sentences.js';
import type { CaseDraft, CaseTitle, Line } from './draft.js';
import { ink, isProse } from './lines.js';
import { isRunIn, practicesOf } from './practices.js';
import { namedBelow, regionInside } from './region.js';

const COUNTED = /^[一二三四五六七八九十]{1,2}是(?!否)/;

/** A run-in heading this short, alone in its sentence at a line's start, begins a paragraph that print ran on into. */
const SHORTEST_BREAK = 6;

const LONGEST_BREAK = 24;

/**
 * In print a paragraph may end at the right edge, and the next one then begins on a full line. Where a line behind a full
 * stop begins with a sentence as short as a run-in heading, without a comma in it, a new paragraph is meant.
 */
function splitAtRunIns(s: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.flatMap((paragraph, i) => {
    const after = paragraphs[i + 1];
    const series = (at: number): boolean => s.startsWith('二是', at);
    const second = paragraph.breaks.some(series) || (after !== undefined && series(after.from));
    const cuts = paragraph.breaks.filter((at) => {
      if (!endsSentence(s.slice(Math.max(paragraph.from, at - 8), at))) return false;
      // …。 | 一是…。 | 二是…: the first of a series at a line's start, as the second is
      if (second && s.startsWith('一是', at)) return true;
      // 一是…。 | 二是…: the next of a series that the paragraph itself belongs to
      if (countsOn(s, paragraph.from, at)) return true;
      const end = firstSentence(s, at, Math.min(paragraph.to, at + LONGEST_BREAK + 1));
      if (end < 0 || end - at < SHORTEST_BREAK || end + 1 >= paragraph.to) return false;
      const text = s.slice(at, end);
      return !/[,;:]/.test(text) && !NO_RUN_IN.test(text) && !COUNTED.test(text) && /^[\u4e00-\u9fa5“《]/.test(text);
    });
    return [paragraph.from, ...cuts].map((from, i) => ({
      ...paragraph,
      from,
      to: cuts[i] ?? paragraph.to,
      breaks: [],
    }));
  });
}

/** Whether two places begin with one count and a later one (一是, 二是). */
function countsOn(s: string, first: number, at: number): boolean {
  const from = COUNTED.exec(s.slice(first, first + 4));
  const to = COUNTED.exec(s.slice(at, at + 4));
  return from !== null && to !== null && chineseNumber(to[0].slice(0, -1)) > chineseNumber(from[0].slice(0, -1));
}

export function readCase(copy: Compact, whole: readonly Paragraph[], title: CaseTitle): CaseDraft {
  const { s } = copy;
  const paragraphs = splitAtRunIns(s, whole);
  // A heading that nothing follows belongs to the next part: 二、群众服务篇.
  trimHeadings(s, paragraphs);
  const region = title.region ?? longer(regionInside(s, title.ranges), namedBelow(s, paragraphs));
  const place = region ? s.slice(region.from, region.to) : null;
  const lines: Line[] = paragraphs.map((paragraph) => {
    const ordinal = ordinalAt(s, paragraph.from);
    const counted = ordinal ? null : COUNTED.exec(s.slice(paragraph.from, paragraph.from + 4));
    const textFrom = paragraph.from + (ordinal?.length ?? counted?.[0].length ?? 0);
    const text = s.slice(textFrom, paragraph.to);
    return {
      range: { from: paragraph.from, to: paragraph.to },
      ordinal,
      counted: counted !== null,
      textFrom,
      heading: !isProse(text) && text.length <= 60,
      text,
    };
  });
  const from = (title.ranges[0] as Range).from;
  const draft: CaseDraft = {
    title: title.ranges,
    region,
    summary: null,
    practices: [],
    from,
    to: (lines.at(-1)?.range ?? (title.ranges.at(-1) as Range)).to,
  };
  const first = lines[0];
  if (
    first &&
    !first.ordinal &&
    !first.counted &&
    !first.heading &&
    !(isRunIn(s, first) && lines.length > 1 && lines.slice(1).every((line) => isRunIn(s, line)))
  ) {
    draft.summary = first.range;
  }
  // A first paragraph that tells of the place itself introduces the case.
  const told =
    place !== null &&
    first !== undefined &&
    draft.summary === null &&
    !first.heading &&
    !first.ordinal &&
    !first.counted &&
    (s.startsWith(place, first.textFrom) || s.startsWith(place.slice(-3), first.textFrom));
  if (told && first) draft.summary = first.range;
  draft.practices = practicesOf(s, draft.summary ? lines.slice(1) : lines);
  return draft;
}

/** 砚川市丹渚县 says more than 丹渚县. */
function longer(a: Range | null, b: Range | null): Range | null {
  if (a === null || b === null) return a ?? b;
  return b.to - b.from > a.to - a.from ? b : a;
}

function trimHeadings(s: string, paragraphs: Paragraph[]): void {
  for (let last = paragraphs.at(-1); last && !isProse(ink(s, last)) && paragraphs.length > 1; last = paragraphs.at(-1))
    paragraphs.pop();
}
