/** Numbers as documents write them: 1.3 · 1,200 · 一万两千 · 百分之九十五 · 三分之一 · 两三. */
import { isDigit } from '../../blocks/marks.js';

export interface NumberRead {
  to: number;
  value: number;
  /** 两三个: the second of two neighbours. */
  high: number | null;
  /** Written with digits: 万, 亿 may still follow. */
  digits: boolean;
  /** 百分之五 brings its unit along. */
  unit: '%' | null;
}

// 1,200 · 99.929 · 85
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12})(?:\.\d{1,6})?/y;
const CHINESE = /[〇零一二两三四五六七八九十百千万亿]{1,14}/y;
// 百分之 · 千分之 · 万分之 · 三分之
const PARTS = /([百千万二三四五六七八九十])分之/y;
// 万 · 亿 · 千 · 百万 · 万亿
const MAGNITUDE = /(?:[十百千]?万亿|[十百千]?[万亿]|[百千])/y;

const DIGIT: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Products of decimals without the dust of binary fractions: 1.15 × 10⁸. */
export const exact = (value: number): number => Number(value.toPrecision(12));

/** Value of a Chinese numeral; null for what is none (二〇二三, 三千五, 两三). */
export function chineseValue(text: string): number | null {
  let billions = 0;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let zero = false;
  let last = Number.POSITIVE_INFINITY;
  for (const ch of text) {
    const value = DIGIT[ch];
    if (value !== undefined) {
      // Two digits side by side are a year, a code or 两三; 零 only fills a gap.
      if (digit !== null) return null;
      if (value === 0) zero = true;
      else digit = value;
      continue;
    }
    const small = SMALL[ch];
    if (small !== undefined) {
      if (small >= last && section > 0) return null;
      section += (digit ?? 1) * small;
      last = small;
    } else {
      // 亿 multiplies all before it (一万亿), 万 only what follows 亿 (一亿二千万).
      const large = LARGE[ch] as number;
      const before = section + (digit ?? 0);
      if (large === 1e8) {
        billions += (total + before || 1) * large;
        total = 0;
      } else total = (total + before || 1) * large;
      section = 0;
      last = Number.POSITIVE_INFINITY;
    }
    digit = null;
    zero = false;
  }
  // 三千五 is 3500 to some and 3005 to none: not read. 十五 is plain.
  if (
    digit !== null &&
    !zero &&
    (last === 100 || last === 1000 || (last === Number.POSITIVE_INFINITY && total + billions > 0))
  ) {
    return null;
  }
  return billions + total + section + (digit ?? 0);
}

function sticky(expression: RegExp, s: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(s);
}

// Most numerals of a text are words: a look at a character or two comes before each expression.
const arabicAt = (s: string, at: number): RegExpExecArray | null =>
  isDigit(s.charCodeAt(at)) ? sticky(ARABIC, s, at) : null;

const parse = (text: string): number => Number(text.replaceAll(',', ''));

/** 百分之九十五, 三分之一: shares, in percent. */
function readParts(s: string, at: number): NumberRead | null {
  const parts = s.charAt(at + 1) === '分' ? sticky(PARTS, s, at) : null;
  if (!parts) return null;
  const start = at + parts[0].length;
  const number = arabicAt(s, start) ?? sticky(CHINESE, s, start);
  if (!number) return null;
  const upper = /\d/.test(number[0]) ? parse(number[0]) : chineseValue(number[0]);
  const lower = chineseValue(parts[1] as string) ?? 0;
  if (upper === null || lower === 0) return null;
  // A third has no last decimal: two of them are kept.
  const value = lower >= 100 ? exact((upper * 100) / lower) : Number(((upper * 100) / lower).toFixed(2));
  return { to: start + number[0].length, value, high: null, digits: false, unit: '%' };
}

/** The number that begins at `at`, or null. 万 and 亿 behind digits are left to `readMagnitude`. */
export function readNumber(s: string, at: number): NumberRead | null {
  const digits = arabicAt(s, at);
  if (digits) return { to: at + digits[0].length, value: parse(digits[0]), high: null, digits: true, unit: null };
  const parts = readParts(s, at);
  if (parts) return parts;
  if (s.startsWith('一半', at)) return { to: at + 2, value: 50, high: null, digits: false, unit: '%' };
  // 半个工作日: the unit follows
  if (s.charAt(at) === '半') return { to: at + 1, value: 0.5, high: null, digits: false, unit: null };
  const chinese = sticky(CHINESE, s, at);
  if (!chinese) return null;
  const text = chinese[0];
  const to = at + text.length;
  const value = chineseValue(text);
  if (value !== null) return { to, value, high: null, digits: false, unit: null };
  const [first, second] = [DIGIT[text.charAt(0)], DIGIT[text.charAt(1)]];
  if (text.length === 2 && first !== undefined && second === first + 1) {
    return { to, value: first, high: second, digits: false, unit: null };
  }
  return null;
}

/** 万 in 1.3万, with its length; null where none stands. */
export function readMagnitude(s: string, at: number): { to: number; factor: number } | null {
  const m = sticky(MAGNITUDE, s, at);
  if (!m) return null;
  let factor = 1;
  for (const ch of m[0]) factor *= SMALL[ch] ?? LARGE[ch] ?? 1;
  return { to: at + m[0].length, factor };
}

/** The end of the run of digits or numerals at `at`: what is no quantity is passed over as a whole. */
export function numberEnd(s: string, at: number): number {
  const m = arabicAt(s, at) ?? sticky(CHINESE, s, at);
  return at + (m?.[0].length ?? 1);
}
