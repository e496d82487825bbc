/**
 * Which lines make one paragraph. Print and OCR break paragraphs anywhere; headings, labels, titles and signatures end
 * without a full stop. The wrapping of the text decides where it is known, the look of both lines elsewhere.
 */
import { TITLE_ENDINGS } from '../lexicon/titles.js';
import { grown } from '../model/grown.js';
import type { Range } from './compact.js';
import type { Label } from './label.js';
import { endsIn, isChinese, markAt, markIn, marks } from './marks.js';
import { LEVEL, type Ordinal } from './ordinal.js';

export interface LineFacts {
  /** Which line it is. */
  index: number;
  /** Place of the line in the reading copy. */
  from: number;
  to: number;
  ordinal: Ordinal | null;
  label: Label | null;
  /** Broken because it was full; null where the text has no fixed width. */
  full: boolean | null;
  nearlyFull: boolean;
  lessIndent: boolean;
  indented: boolean;
  /** A blank line stands before it, in a text where blank lines part paragraphs. */
  apart: boolean;
}

/** The paragraph so far: its lines stand one behind the other in the reading copy. */
export interface Open {
  first: LineFacts;
  last: LineFacts;
  lines: number;
  /** It has a comma or a full stop somewhere. */
  prose: boolean;
  /** It has a full stop or a semicolon somewhere. */
  stops: boolean;
  /** Where brackets stand open at its end, innermost last. */
  brackets: number[];
}

/** Longest piece of a paragraph's end that any test below looks at. */
const TAIL = 48;

const STOPS_ALONE = marks('。!?');
/** What may stand behind a full stop; behind one that OCR read as "." no square bracket. */
const CLOSERS = marks('”’"\'》)]】〕');
const DOT_CLOSERS = marks('”’"\'》)');
const DOT = 46;
/** A full stop with all that stands behind it. */
const LONGEST_STOP = 8;
const NOT_LATIN = marks('”’"\'》)]】〕%0123456789');
/** Before a "." that is a full stop: no Latin letter. */
const isDotted = (s: string, i: number): boolean => isChinese(s.charCodeAt(i)) || markAt(s, i, NOT_LATIN);
/** No paragraph begins with one of these. */
const CONTINUES = marks(',。、;:!?)]】〕》”’%');
/** 案例一 · 附件2: a paragraph begins here whatever stands before. */
const START_FIRSTS = marks('抄分主[【(案附');
const STARTS =
  /^(?:(?:抄送|抄报|分送|主送):|[【[(]?案例(?:之)?[一二三四五六七八九十\d]{1,3}[】\])]?|附件\d{0,2}:?)(?:$|(?![\u4e00-\u9fa5]{0,2}[,。、]))/;
/** A line of a table of contents ends with its page. */
const CONTENTS = /(?:[.·…-]{3,}|…{2,})\d{1,4}$/;
const DIGITS = marks('0123456789');
/** No paragraph ends with one of these. */
const UNFINISHED = /[,、(《“‘〔【[]$|[的和与及或等为在对将把以由从并]$/;
const DATE_ONLY =
  /^[\d〇零○Oo一二三四五六七八九十]{2,4}年[\dlIOo一二三四五六七八九十]{1,3}月[\dlIOo一二三四五六七八九十]{1,3}日$/;
const DAY = marks('日');
// a signature's date cut by the right edge: 2023年9月1 | 6日
const CUT_DATE = /^\d{4}(?:年\d{0,2}月?\d{0,2})?$/;
const DATE_REST = /^年?\d{0,2}月?\d{0,2}日$/;
/** 各区县人民政府，市级各部门： the bodies addressed stand on a line of their own. */
const SALUTATION = /(?:政府|单位|部门|机构|中心|[委办局会院园区县企校行室科处部厅府所队社])[)]?:$/;
const TITLE = new RegExp(`(?:${TITLE_ENDINGS.join('|')})(?:[(〔][^()]{1,20}[)〕])?$`);
const TITLE_LASTS = marks(`)〕${TITLE_ENDINGS.map((word) => word.charAt(word.length - 1)).join('')}`);
const BODY_NAME = /(?:政府|办公[室厅]|委员会|领导小组|[局委厅部院会])$/;
const CONTACT =
  /^(?:联系人|电话|传真|邮箱|联系电话|联系方式|地址|邮编|附件|抄送|主送|印发|来源|索引号|发布|文号|主题词|签发人)/;
const CONTACT_FIRSTS = marks('联电传邮地附抄主印来索发文签');
const isContact = (ink: string): boolean => markAt(ink, 0, CONTACT_FIRSTS) && CONTACT.test(ink);
/** Lines of a document's meta block (索引号、文号 …) stand alone. */
const META =
  /^(?:索引号|索取号|发布机构|发文机关|发文机构|发文字号|发文日期|发布日期|发布时间|成文日期|生成日期|名称|标题|有效性|效力状态|文号|主题分类|主题词|信息来源|来源):/;
const META_FIRSTS = marks('索发成生名标有效文主信来');
const isMeta = (ink: string): boolean => markAt(ink, 0, META_FIRSTS) && META.test(ink);
/** 整改目标： behind a line of 整改时限：: another label, known or not. */
const OWN_LABEL = /^[\u4e00-\u9fa5]{2,8}:/;
/** 抄送 lists go on over lines until a full stop. */
const COPIES = /^(?:抄送|抄报|分送):?$/;
const COPIES_FIRSTS = marks('抄分');
const copies = (s: string, from: number): boolean =>
  markAt(s, from, COPIES_FIRSTS) && COPIES.test(s.slice(from, from + 3));
/** A single line of body names, dates or contacts has no commas; prose that is cut has. */
const PUNCTUATION = marks(',。;.()');
const COMMA = 44;
const OPEN_BRACKET = 40;
const CLOSE_BRACKET = 41;
const BEFORE_DOT = marks('”"》)');
const BEHIND_DOT = marks('“"《(');
const LONGEST_HEADING = 60;

/** Whether a text ends with a full stop, as written or as OCR reads it: closing quotes and brackets may stand behind it. */
export function endsSentence(ink: string): boolean {
  const floor = Math.max(0, ink.length - LONGEST_STOP);
  /** Between here and the end no square bracket stands: they do not follow an OCR's full stop. */
  let plain = true;
  for (let i = ink.length - 1; i >= floor; i--) {
    if (markAt(ink, i, STOPS_ALONE)) return true;
    if (ink.charCodeAt(i) === DOT) return plain && i > floor && isDotted(ink, i - 1);
    if (!markAt(ink, i, CLOSERS)) return false;
    if (!markAt(ink, i, DOT_CLOSERS)) plain = false;
  }
  return false;
}

// 时限:10月底前 · 完成时间:全年 at a paragraph's end: a date behind its label is whole
const ENDS_DEADLINE =
  /(?:[时期]限|时间|节点)[:|][^。;:]{1,24}(?:[前底末内]|[月日年](?![月日年])|推进|坚持|实施|整改|立改)$/;

// …按职责分工负责) · …各街道办事处): a bracket of responsibility ends an item as a full stop does
const ENDS_CLAUSE =
  /(?:负责|牵头|配合|落实|下同|参与|单位|部门|政府|机构|公司|中心|完成|推进|[局委办厅院会行处街园区县企前底])[)〕】]$/;

const CLOSING = marks(')〕】');
const endsClause = (tail: string): boolean => endsIn(tail, CLOSING) && ENDS_CLAUSE.test(tail);

/** 2023年9月16日 alone: the date of a signature. */
export const isDateLine = (ink: string): boolean => endsIn(ink, DAY) && DATE_ONLY.test(ink);

/** Facts of a paragraph that one more line changes. */
export function openParagraph(s: string, line: LineFacts): Open {
  const open: Open = { first: line, last: line, lines: 1, prose: false, stops: false, brackets: [] };
  readMarks(open, s, line);
  return open;
}

/** What a line's punctuation says of its paragraph. */
function readMarks(open: Open, s: string, line: LineFacts): void {
  for (let i = markIn(s, line.from, line.to, PUNCTUATION); i >= 0; i = markIn(s, i + 1, line.to, PUNCTUATION)) {
    const unit = s.charCodeAt(i);
    if (unit === OPEN_BRACKET) open.brackets = grown(open.brackets, i);
    else if (unit === CLOSE_BRACKET) open.brackets.pop();
    else if (unit === COMMA) open.prose = true;
    else if (unit !== DOT) {
      open.prose = true;
      open.stops = true;
    } else if (isInnerStop(s, i, line)) open.stops = true;
  }
  const { brackets } = open;
  if (brackets.length > 8) brackets.splice(0, brackets.length - 8);
}

/** 完成.加强: between two such characters of one line a "." is the full stop that OCR made it of. */
const isInnerStop = (s: string, i: number, { from, to }: Range): boolean =>
  i > from && i + 1 < to && (isChinese(s.charCodeAt(i - 1)) || markAt(s, i - 1, BEFORE_DOT)) && isSentence(s, i + 1);
const isSentence = (s: string, i: number): boolean => isChinese(s.charCodeAt(i)) || markAt(s, i, BEHIND_DOT);

/** A bracket longer than this was never closed. */
const LONGEST_BRACKET = 400;

/** Whether the paragraph stops inside a bracket: （牵头单位：…； | 责任单位：…）. */
export function insideBracket(open: Open): boolean {
  const { brackets } = open;
  return brackets.length > 0 && open.last.to - (brackets[brackets.length - 1] as number) < LONGEST_BRACKET;
}

/**
 * Whether an ordinal that begins the next line opens a paragraph although the line before may have been cut there.
 * `last`: the last ordinal of each style so far.
 */
export function ordinalOpens(s: string, open: Open, ordinal: Ordinal, last: ReadonlyMap<string, number>): boolean {
  if (insideBracket(open)) return false;
  const tail = s.slice(Math.max(open.first.from, open.last.to - 12), open.last.to);
  const ended = endsSentence(tail) || endsIn(tail, PAUSES) || endsClause(tail);
  if (open.last.full !== true)
    return ended || !UNFINISHED.test(tail) || ordinal.value === (last.get(ordinal.style) ?? 0) + 1;
  const first = open.first.ordinal;
  // (1)…。(2)…。 run on inside one paragraph: the next number goes on in it.
  if (
    (ordinal.style === 'numParen' || ordinal.style === 'circle') &&
    ordinal.value > 1 &&
    first?.style !== ordinal.style
  ) {
    const before =
      ordinal.style === 'circle' ? String.fromCharCode(0x245f + ordinal.value - 1) : `(${ordinal.value - 1})`;
    if (s.slice(open.first.from, open.last.to).includes(before)) return false;
  }
  if (ended) return true;
  if (ordinal.value === (last.get(ordinal.style) ?? 0) + 1 && ordinal.value > 1) return true;
  // 统一、… at a line's start is a word cut in two, not the first heading, unless a shorter heading stands before it.
  return (
    ordinal.value === 1 && !open.stops && (first === null ? !open.prose : LEVEL[ordinal.style] > LEVEL[first.style])
  );
}

const PAUSES = marks(';:');

/** Whether a stretch of lines is a title: short, no full stop, a 文种 at the end. */
export function isTitle(ink: string): boolean {
  return ink.length >= 6 && ink.length <= 80 && endsIn(ink, TITLE_LASTS) && !STOPS.test(ink) && TITLE.test(ink);
}

export function addLine(open: Open, s: string, line: LineFacts): void {
  open.last = line;
  open.lines++;
  readMarks(open, s, line);
}

const STOPS = /[。;]|[\u4e00-\u9fa5”"》)][.](?=[\u4e00-\u9fa5“"《(])/;
/** Bodies listed on a line that goes on: 区科技局、科技产业园管理办公室. No sentence, no label. */
const LISTED = /^[^。:;!?、,]{2,20}[、,][^。:;!?]{1,400}$/;
const LIST_END = /(?:[局委办部厅院会府行司校处队团]|单位|部门|中心|公司|机构|企业|街道|政府)[。.]?$/;
const WHOLE_BODY = /(?:[局委办部厅院会府行司校处队团署社联企县区市镇乡]|单位|部门|中心|机构|街道)[)]?$/;
const VERBS = /[要应须]|(?:推进|开展|加强|完善|建立|实施|落实|提升|优化|深化|负责|牵头)/;
const NAME_GOES_ON = /^(?:[(][^()]{2,30}[)](?:[、,]|$)|[\u4e00-\u9fa5]{2,4}(?:分局|支队|大队|分公司|支行)(?:[、,]|$))/;
const WHOLE_DEADLINE = /[月日底末内度前年进持期]$/;

/** …;时限:10月底前 ends an item, unless print cut the line there. */
const wholeDeadline = (open: Open, tail: string): boolean =>
  open.first.label?.kind !== 'deadline' && open.last.full !== true && ENDS_DEADLINE.test(tail);

/** A label's value that stops in the middle: 区住建局、区 | 城管局, 2023年 | 9月底前. */
function valueGoesOn(open: Open, tail: string, next: string): boolean {
  const label = open.first.label as Label;
  const empty = open.last.to <= label.to;
  if (label.kind === 'deadline') return empty || !WHOLE_DEADLINE.test(tail) || /^(?:底|末|前|日|月|份)/.test(next);
  if (empty) return next.length < 200 && !VERBS.test(next);
  if (/[、,和及与]$/.test(tail)) return true;
  // （街道办事处） or 南浦分局 on the next line belongs to the name before
  if (NAME_GOES_ON.test(next)) return true;
  if (endsSentence(tail)) return false;
  if (!WHOLE_BODY.test(tail)) return next.length < 200 && !VERBS.test(next.slice(0, 40));
  // 区住建局、区 ends like a body and is none: one character cannot be a name.
  if (/[、,][^、,]$/.test(tail)) return true;
  return next.length < 400 && LISTED.test(next) && LIST_END.test(next) && !VERBS.test(next);
}

/** A line with those behind it that it was broken from. */
export interface Stretch {
  ink: string;
  /** Its last line is not full: it ends there. */
  whole: boolean;
  /** It is one line that print left short. */
  short: boolean;
  /** No line behind it begins with an ordinal. */
  last: boolean;
}

// 石梁县把…，: a place by its own name
const PLACE = /^(?![全各本我该市省区县])[\u4e00-\u9fa5]{2,4}[区县市州旗](?=[^,。]{0,40}[,。])/;

/** A heading without a comma that fills its line: prose behind it begins with the place that it names, or with 一是. */
function headsText(s: string, open: Open, ink: string): boolean {
  if (open.prose || open.stops || insideBracket(open)) return false;
  const place = PLACE.exec(ink);
  return place ? s.slice(open.first.from, open.last.to).includes(place[0]) : /^一是/.test(ink);
}

/** Whether a full line is the last of its paragraph all the same: a title, an address, or what stands before a new title. */
function fullLineEnds(s: string, open: Open, tail: string, ended: boolean, stretch: Stretch): boolean {
  const plain = open.first.ordinal === null && open.first.label === null;
  // …按职责分工负责） at the right edge of the last item: it is over. Before that, an item may go on behind a clause.
  if (stretch.last && !insideBracket(open) && /(?:负责|配合|落实)[)]$/.test(tail)) return true;
  if (ended) {
    // The last line of prose ends with a full stop: a short line that does not is a title, a signature, a heading.
    const { ink } = stretch;
    // In print, a line that is neither full nor the last of its paragraph is a first one whose indent is lost.
    if (stretch.short && !endsSentence(ink)) return true;
    return (
      isTitle(ink) ||
      (stretch.whole && ink.length <= 60 && !STOPS.test(ink) && !endsSentence(ink) && !/[,、;:]$/.test(ink))
    );
  }
  if (headsText(s, open, stretch.ink)) return true;
  if (!plain || open.stops) return false;
  const head = s.slice(open.first.from, open.first.from + 8);
  if (isMeta(head) || isContact(head))
    return !/^(?:名称|标题)/.test(head) && (isTitle(stretch.ink) || /\d号$/.test(tail));
  if (SALUTATION.test(tail)) return true;
  return isTitle(s.slice(open.first.from, open.last.to)) && !isTitle(stretch.ink);
}

/**
 * Whether `next`, which begins with no ordinal or label that counts, goes on with the paragraph.
 */
export function continues(s: string, open: Open, next: LineFacts, stretchFrom: (line: number) => Stretch): boolean {
  const last = open.last;
  const tail = s.slice(Math.max(open.first.from, last.to - TAIL), last.to);
  const length = last.to - open.first.from;
  const ink = s.slice(next.from, next.to);
  if (length <= 12 && CUT_DATE.test(tail) && DATE_REST.test(ink)) return true;
  if (isDateLine(ink) || (length <= 14 && isDateLine(tail))) return false;
  if ((markAt(ink, 0, START_FIRSTS) && STARTS.test(ink)) || (endsIn(tail, DIGITS) && CONTENTS.test(tail))) return false;
  if (markAt(ink, 0, CONTINUES)) return true;
  if (insideBracket(open) && next.label === null) return true;
  if (isMeta(ink) || (open.first.label !== null && last.full !== true && OWN_LABEL.test(ink))) return false;
  if (copies(s, open.first.from) && !endsSentence(tail) && !ink.includes('印发')) return true;
  const ended = endsSentence(tail) || (!insideBracket(open) && (endsClause(tail) || wholeDeadline(open, tail)));
  if (isContact(ink) && (last.full !== true || ended)) return false;
  if (last.full !== null) {
    if (next.indented && (ended || !last.full)) return false;
    // Behind a blank line a title ends although it fills its line; prose may have been cut by a page there.
    const titleLike = open.first.ordinal === null && open.first.label === null && !open.prose && !open.stops;
    if (next.apart && titleLike && !UNFINISHED.test(tail)) return false;
    if (last.full) return !fullLineEnds(s, open, tail, ended, stretchFrom(next.index));
    if (ended) return false;
    if (open.first.label !== null) return valueGoesOn(open, tail, ink);
    if (open.first.ordinal !== null && !open.stops) return UNFINISHED.test(tail);
    // A short line inside running prose was cut once more; a title or a signature was not.
    if ((!open.stops && (TITLE.test(tail) || BODY_NAME.test(tail))) || tail.endsWith(':')) return false;
    const head = s.slice(open.first.from, open.first.from + 8);
    if (isMeta(head) || isContact(head)) return false;
    // The first line of a paragraph whose indent is lost: a long text follows.
    if (open.lines === 1 && last.lessIndent && (next.nearlyFull || endsSentence(ink))) return true;
    return open.stops || (open.prose && (open.lines > 1 || last.nearlyFull || /\d$/.test(tail)));
  }
  if (ended || tail.endsWith(':')) return false;
  if (open.first.label !== null) return valueGoesOn(open, tail, ink);
  if (UNFINISHED.test(tail) && length > 8) return true;
  // A heading line: an ordinal, no full stop, not longer than a heading is.
  if (open.first.ordinal !== null) return open.stops || length > LONGEST_HEADING;
  if (!open.stops && (TITLE.test(tail) || BODY_NAME.test(tail))) return false;
  if (isContact(s.slice(open.first.from, open.first.from + 8))) return false;
  return open.prose || length > 40;
}
