/**
 * Case compilations (典型案例汇编): cases with a place, a title over one or two lines, practices by run-in heading.
 */
import type { Block, Paragraph } from '../../blocks/block.js';
import type { Compact, Range } from '../../blocks/compact.js';
import { endsSentence } from '../../blocks/join.js';
import { labelAt } from '../../blocks/label.js';
import { type Ordinal, ordinalAt } from '../../blocks/ordinal.js';
import {
  CASE_MARK,
  COMPILATION,
  HOLDS_PRACTICES,
  NO_PRACTICES,
  NO_RUN_IN,
  PLACE_LABELS,
  TITLE_VERBS,
} from '../../lexicon/cases.js';
import { firstSentence, LONGEST_TITLE } from '../sentences.js';

export interface PracticeDraft {
  title: Range;
  body: Range | null;
  from: number;
  to: number;
}

export interface CaseDraft {
  title: Range[];
  region: Range | null;
  summary: Range | null;
  practices: PracticeDraft[];
  from: number;
  to: number;
}

// 第一部分……12 · 一、改革篇 ...... 3: a line of a table of contents
const CONTENTS = /(?:[.…·-]{3,}|…+)\d{1,4}$/;
const LONGEST_CASE_TITLE = 80;
const FEWEST_CASES = 2;

/** Input: blocks of a document without tasks, its title. Output: its cases, empty where it is no compilation. */
export function readCases(copy: Compact, blocks: readonly Block[], title: string | null): CaseDraft[] {
  const { s } = copy;
  if (!COMPILATION.test(title ?? '') && !COMPILATION.test(s.slice(0, 2000))) return [];
  const paragraphs = blocks.filter(
    (block): block is Paragraph =>
      block.kind === 'paragraph' && !CONTENTS.test(s.slice(Math.max(block.from, block.to - 40), block.to)),
  );
  const starts = caseTitles(copy, paragraphs);
  if (starts.length < FEWEST_CASES) return [];
  return starts.flatMap((start, i) => {
    const end = starts[i + 1]?.first ?? endOfLast(s, paragraphs, start.last);
    const inside = paragraphs.slice(start.last + 1, end);
    // A title with nothing under it is a line of the contents.
    return !inside.some((paragraph) => isProse(ink(s, paragraph))) ? [] : [readCase(copy, inside, start)];
  });
}

interface CaseTitle {
  first: number;
  last: number;
  ranges: Range[];
  region: Range | null;
}

const ink = (s: string, range: Range): string => s.slice(range.from, range.to);

function caseTitles(copy: Compact, paragraphs: readonly Paragraph[]): CaseTitle[] {
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
    const text = ink(s, paragraphs[last] as Paragraph);
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

const isProse = (text: string): boolean =>
  endsSentence(text) || text.length > 60 || /[。;]/.test(text.slice(0, -1)) || LABELLED.test(text);
// 报送单位：… · 编者按：…: a label, no title (a title may have its colon farther in)
const LABELLED = /^[【[]?[\u4e00-\u9fa5]{2,5}[】\]]?:/;

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

// 云泽市临溪区 · 望川市高新区 · 青岚县 · 澄江新区: city and district, or one of them
const AREA =
  /^(?:[\u4e00-\u9fa5]{2,3}(?:省|自治区))?(?:([\u4e00-\u9fa5]{2,4}?)(?:市|州|盟|地区))?(?:([\u4e00-\u9fa5]{1,4}?)(?:高新区|经开区|开发区|新区|自治县|区|县|市|旗))?/;

/** The place that a title begins with, or null. */
function regionOf(s: string, title: Range): Range | null {
  const text = s.slice(title.from, Math.min(title.to, title.from + 24));
  const whole = AREA.exec(text);
  if (!whole || whole[0] === '') return null;
  const named = (name: string | undefined): boolean =>
    name === undefined || ![...name].some((ch) => TITLE_VERBS.includes(ch) || '县区市'.includes(ch));
  if (named(whole[1]) && named(whole[2])) return { from: title.from, to: title.from + whole[0].length };
  // 云泽市推行…: the second part is no name
  const city = /^(?:[\u4e00-\u9fa5]{2,3}(?:省|自治区))?([\u4e00-\u9fa5]{2,4}?)(?:市|州|盟|地区|新区|区|县|旗)/.exec(
    text,
  );
  return city && named(city[1]) ? { from: title.from, to: title.from + city[0].length } : null;
}

/** Where the last case ends: at a new part of the document, else with it. */
function endOfLast(s: string, paragraphs: readonly Paragraph[], from: number): number {
  for (let i = from + 1; i < paragraphs.length; i++)
    if (/^(?:抄送|附件|后记|编后)[:]?/.test(ink(s, paragraphs[i] as Paragraph))) return i;
  return paragraphs.length;
}

interface Line {
  range: Range;
  ordinal: Ordinal | null;
  /** 一是 at its start. */
  counted: boolean;
  textFrom: number;
  heading: boolean;
  text: string;
}

const COUNTED = /^[一二三四五六七八九十]{1,2}是(?!否)/;

/** A run-in heading this short, alone in its sentence at a line's start, begins a paragraph that print ran on into. */
const SHORTEST_BREAK = 6;
const LONGEST_BREAK = 24;

/**
 * In print a paragraph may end at the right edge, and the next one then begins on a full line. Where a line behind a full
 * stop begins with a sentence as short as a run-in heading, without a comma in it, a new paragraph is meant.
 */
function splitAtRunIns(s: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    const cuts = paragraph.breaks.filter((at) => {
      if (!endsSentence(s.slice(Math.max(paragraph.from, at - 8), at))) return false;
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

function readCase(copy: Compact, whole: readonly Paragraph[], title: CaseTitle): CaseDraft {
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

/** The place that a line under the title names. */
function namedBelow(s: string, paragraphs: readonly Paragraph[]): Range | null {
  for (const paragraph of paragraphs.slice(0, 3)) {
    const label = PLACE_LABELS.exec(ink(s, paragraph));
    if (label) return regionOf(s, { from: paragraph.from + label[0].length, to: paragraph.to });
  }
  return null;
}

/** A place that stands behind a dash or a colon of the title: …——浦岩县公租房全周期管理实践. */
function regionInside(s: string, ranges: readonly Range[]): Range | null {
  for (const range of ranges) {
    for (let i = range.from + 1; i < range.to; i++) {
      if (!'-:—'.includes(s[i - 1] as string) || '-:—'.includes(s[i] as string)) continue;
      const region = regionOf(s, { from: i, to: range.to });
      if (region) return region;
    }
  }
  return null;
}

/** Parts of a case under its headings of the top level; lines before the first heading are a part without one. */
function practicesOf(s: string, lines: readonly Line[]): PracticeDraft[] {
  const told = lines.filter((line) => !LABELLED.test(line.text));
  const parts: { heading: Line | null; lines: Line[] }[] = [{ heading: null, lines: [] }];
  const top = lines.find((line) => line.heading)?.ordinal?.style ?? null;
  for (const line of told) {
    if (line.heading && (line.ordinal?.style ?? null) === top) parts.push({ heading: line, lines: [] });
    else (parts.at(-1) as { lines: Line[] }).lines.push(line);
  }
  const whole = parts.length === 1;
  return parts.flatMap((part) => {
    if (
      part.heading &&
      NO_PRACTICES.test(part.heading.text) &&
      !(HOLDS_PRACTICES.test(part.heading.text) && !/成效|启示/.test(part.heading.text))
    )
      return [];
    if (!part.heading)
      return whole || part.lines.some((line) => line.counted || line.ordinal) ? inPart(s, part.lines) : [];
    const general = HOLDS_PRACTICES.test(part.heading.text) && part.heading.text.length <= 12;
    const inside = part.lines.some((line) => line.heading) ? practicesOf(s, part.lines) : inPart(s, part.lines);
    if (general) return inside;
    const prose = part.lines.filter((line) => !line.heading);
    if (part.lines.some((line) => line.heading))
      return inside.length > 0 ? inside : [headingPractice(part.heading, part.lines)];
    // One paragraph: its heading is the practice. Several with run-in headings of their own: those are.
    const run = prose.filter((line) => isRunIn(s, line));
    if (prose.length > 1 && run.length === prose.length) return inside;
    if (prose.length > 1 && run.length > 1 && run.every((line) => line.ordinal !== null || line.counted)) return inside;
    return [headingPractice(part.heading, part.lines)];
  });
}

function headingPractice(heading: Line, lines: readonly Line[]): PracticeDraft {
  const to = lines.at(-1)?.range.to ?? heading.range.to;
  const body = lines[0] ? { from: lines[0].range.from, to } : null;
  return { title: { from: heading.textFrom, to: heading.range.to }, body, from: heading.range.from, to };
}

/** Practices of a part without headings: counted or numbered paragraphs where there are any, else run-in ones. */
function inPart(s: string, lines: readonly Line[]): PracticeDraft[] {
  const numbered = lines.filter((line) => (line.ordinal !== null || line.counted) && !line.heading);
  const candidates = numbered.length > 1 ? numbered : lines.filter((line) => isRunIn(s, line));
  return candidates.flatMap((line) => {
    const title = runIn(s, line);
    if (title === null) return [];
    return [
      {
        title,
        body: title.to + 1 < line.range.to ? { from: title.to + 1, to: line.range.to } : null,
        from: line.range.from,
        to: line.range.to,
      },
    ];
  });
}

const isRunIn = (s: string, line: Line): boolean => {
  if (line.heading) return false;
  if (line.ordinal || line.counted) return runIn(s, line) !== null;
  return !NO_RUN_IN.test(line.text) && runIn(s, line) !== null;
};

/** The run-in heading of a paragraph: its first sentence; of a counted one (一是…) at least its first clause. */
function runIn(s: string, line: Line): Range | null {
  const { textFrom } = line;
  const { to } = line.range;
  const end = firstSentence(s, textFrom, Math.min(to, textFrom + LONGEST_TITLE + 1));
  if (end > textFrom && end + 1 < to) return { from: textFrom, to: end };
  if (!line.ordinal && !line.counted) return null;
  const comma = s.slice(textFrom, Math.min(to, textFrom + LONGEST_TITLE)).search(/[,:;]/);
  return comma > 3 ? { from: textFrom, to: textFrom + comma } : null;
}
