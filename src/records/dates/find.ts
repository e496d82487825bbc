/**
 * Finds dates as documents write them: 2023年9月底前 · 9月15日前 · 年内 · 第一季度 · 二〇二三年九月十六日. Known parts and
 * inferred ones are kept apart: what the text leaves out is null until `resolve` takes it from the context.
 */
import { isDigit, markAt, marks } from '../../blocks/marks.js';
import { chineseNumber } from '../../blocks/ordinal.js';
import { grown } from '../../model/grown.js';
import { daysInMonth, iso } from './calendar.js';

/** A date as written. */
export interface WrittenDate {
  from: number;
  to: number;
  year: number | null;
  /** 明年 is 1, 今年 0, 去年 -1: relative to the year of the context; null where the text has no such word. */
  relative: number | null;
  month: number | null;
  day: number | null;
  /** Which part of the period is meant: its end for deadlines, `start` for the first of a range. */
  part: 'whole' | 'early' | 'middle';
  /** 2023年底9月底前: the year's end cannot be meant where a month follows. */
  slip: boolean;
  /** 前, 底前, 之前, 以前 or 内 stands behind it: it is a limit, not a moment. */
  limit: boolean;
}

export interface Resolved {
  /** First and last day of the period meant. */
  startsOn: string;
  dueOn: string;
  year: number;
  yearInferred: boolean;
  /** The day does not exist (9月31日); dueOn is the month's last. */
  impossible: boolean;
}

const CN = '[〇零○Oo一二三四五六七八九十]';
const MONTH_PART = '(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(底|末|初|上旬|中旬|下旬|中))?';
const LIMIT = '(?:之前|以前|前|以内|之内|内)?';
// In order: 2023年(底)9月(底|30日)(前) · 2023年第一季度/上半年/底/内 · 9月(底|30日) · 年底/年内/上半年/第三季度 · 2023-09-30, 2023.9
const DATE = new RegExp(
  `(?:(\\d{4}|${CN}{4})年|(今年|本年度?|当年|明年|次年|去年|上年))(度|底|末|初)?(?:的)?(\\d{1,2}|[一二三四五六七八九十]{1,3})月份?${MONTH_PART}${LIMIT}` +
    `|(?:(\\d{4}|${CN}{4})年(?:度)?|(今年|本年度?|当年|明年|次年|去年|上年))(?:的)?(?:(?:第)?([一二三四1234])季度|([上下])半年|(底|末|初|年底|年末|中)|Q([1-4]))?(?:底|末)?${LIMIT}` +
    `|(\\d{1,2}|[一二三四五六七八九十]{1,3})月份?${MONTH_PART}${LIMIT}` +
    `|(年底|年末|年内|岁末|年中|年初)${LIMIT}` +
    `|(?:第)?([一二三四1234])季度(?:底|末)?${LIMIT}` +
    `|([上下])半年(?:底|末)?${LIMIT}` +
    '|(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?!\\d|[-/.]\\d)',
  'g',
);

/** One of these stands in every date (2023-09-30 has marks and digits), this far behind its beginning at most. */
const HINTS = marks('年月季-/.');
const BEFORE_HINT = 4;

/** Where the first of them stands in a range; -1 where no date can be. Cheaper than the expression. */
function firstHint(s: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (!markAt(s, i, HINTS)) continue;
    const code = s.charCodeAt(i);
    if (code > 0x7f || (isDigit(s.charCodeAt(i - 1)) && isDigit(s.charCodeAt(i + 1)))) return i;
  }
  return -1;
}

const OCR_DIGIT = /[lIOo]/;
const ONE = /(?<=[年月\d])[lI](?=[\dOo月日])|(?<=年)[lI](?=[\dOo]?月)/g;
const ZERO = /(?<=\d)[Oo](?=[\d年月日])/g;

const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : chineseNumber(text));

function yearNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{4}$/.test(text)) return Number(text);
  let value = 0;
  for (const ch of text) value = value * 10 + (/[〇零○Oo]/.test(ch) ? 0 : chineseNumber(ch));
  return value;
}

const RELATIVE: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  当年: 0,
  明年: 1,
  次年: 1,
  去年: -1,
  上年: -1,
};

const relativeYear = (word: string | undefined): number | null => (word === undefined ? null : (RELATIVE[word] ?? 0));

/** The dates in `s` between two places, in order. Places are indexes into `s`. */
export function findDates(s: string, from: number, to: number): WrittenDate[] {
  const hint = firstHint(s, from, to);
  if (hint < 0) return [];
  const raw = s.slice(from, to);
  // 5月l5日 · 2O23年: letters that OCR put for digits
  const text = OCR_DIGIT.test(raw) ? raw.replace(ONE, '1').replace(ZERO, '0') : raw;
  let found: WrittenDate[] = [];
  let next = from;
  for (let at = hint; at >= 0; at = firstHint(s, next, to)) {
    DATE.lastIndex = Math.max(next, at - BEFORE_HINT) - from;
    const m = DATE.exec(text);
    if (m === null) break;
    const date = read(m, text, from);
    if (date) {
      date.slip ||= raw.slice(m.index, m.index + m[0].length) !== m[0];
      found = grown(found, date);
    }
    next = date?.to ?? from + m.index + 1;
  }
  return found;
}

function read(m: RegExpExecArray, text: string, base: number): WrittenDate | null {
  const whole = m[0];
  const before = text[m.index - 1] ?? '';
  const date: WrittenDate = {
    from: base + m.index,
    to: base + m.index + whole.length,
    year: null,
    relative: null,
    month: null,
    day: null,
    part: 'whole',
    slip: false,
    limit: /(?:前|内)$/.test(whole),
  };
  if (m[4] !== undefined) {
    date.year = yearNumber(m[1]);
    date.relative = relativeYear(m[2]);
    date.slip = m[3] === '底' || m[3] === '末';
    return withMonth(date, m[4], m[5], m[6]);
  }
  if (m[7] !== undefined || m[8] !== undefined) {
    date.year = yearNumber(m[7]);
    date.relative = relativeYear(m[8]);
    if (date.year !== null && (date.year < 1900 || date.year > 2100)) return null;
    if (m[9] !== undefined) date.month = -number(m[9]);
    else if (m[10] !== undefined) date.month = m[10] === '上' ? -11 : -12;
    else if (m[12] !== undefined) date.month = -Number(m[12]);
    else if (m[11] === '初') date.part = 'early';
    else if (m[11] === '中') date.part = 'middle';
    return date;
  }
  if (m[13] !== undefined) {
    // 3个月, 12月龄 and the like are durations; 第十二月 no date; 1.9月 a number.
    if (/[\d第个满每近前后上下]/.test(before) || /\d[.]$/.test(text.slice(Math.max(0, m.index - 2), m.index)))
      return null;
    return withMonth(date, m[13], m[14], m[15]);
  }
  if (m[16] !== undefined) {
    // 三年内 · 5年底 · 每年底 · 去年底: no year's end of its own
    if (/[\d一二三四五六七八九十两几半多数整每近当今明去上次后前本历往逐全]/.test(before)) {
      if (!'今当本'.includes(before) || before === '') return null;
      date.from--;
      date.relative = 0;
    }
    if (m[16] === '年中') date.part = 'middle';
    if (m[16] === '年初') date.part = 'early';
    date.month = 0;
    return date;
  }
  if (m[17] !== undefined) {
    if (/[\d一二三四每前后上下]/.test(before)) return null;
    date.month = -number(m[17]);
    return date;
  }
  if (m[18] !== undefined) {
    if (/[每近]/.test(before)) return null;
    date.month = m[18] === '上' ? -11 : -12;
    return date;
  }
  date.year = Number(m[19]);
  const month = Number(m[20]);
  if (/[\d.]/.test(before) || date.year < 1990 || date.year > 2100 || month < 1 || month > 12) return null;
  date.month = month;
  date.day = m[21] === undefined ? null : Number(m[21]);
  return date;
}

function withMonth(date: WrittenDate, month: string, day?: string, part?: string): WrittenDate | null {
  date.month = number(month);
  if (date.month < 1 || date.month > 12) return null;
  if (date.year !== null && (date.year < 1900 || date.year > 2100)) return null;
  if (day !== undefined) {
    date.day = number(day);
    if (date.day < 1 || date.day > 31) return null;
  } else if (part === '上旬' || part === '初') date.part = 'early';
  else if (part === '中旬' || part === '中') date.part = 'middle';
  return date;
}

/**
 * First and last day of a written date. `year` is the context's: of the phrase before, else of the document.
 * Months below zero are quarters (-1 … -4) and half years (-11, -12); 0 is the whole year. Null without any year.
 */
export function resolveDate(date: WrittenDate, year: number | null): Resolved | null {
  const own = date.year ?? (date.relative !== null && year !== null ? year + date.relative : null);
  const y = own ?? year;
  if (y === null) return null;
  const yearInferred = date.year === null;
  const of = (m1: number, d1: number, m2: number, d2: number): Resolved => ({
    startsOn: iso(y, m1, d1),
    dueOn: iso(y, m2, d2),
    year: y,
    yearInferred,
    impossible: false,
  });
  const { month, day, part } = date;
  if (month === null || month === 0) {
    if (part === 'early') return of(1, 1, 1, 31);
    if (part === 'middle') return of(1, 1, 6, 30);
    return of(1, 1, 12, 31);
  }
  if (month === -11) return of(1, 1, 6, 30);
  if (month === -12) return of(7, 1, 12, 31);
  if (month < 0) return of(-month * 3 - 2, 1, -month * 3, daysInMonth(y, -month * 3));
  const last = daysInMonth(y, month);
  if (day !== null) {
    const resolved = of(month, Math.min(day, last), month, Math.min(day, last));
    resolved.impossible = day > last;
    return resolved;
  }
  if (part === 'early') return of(month, 1, month, 10);
  if (part === 'middle') return of(month, 11, month, 20);
  return of(month, 1, month, last);
}
