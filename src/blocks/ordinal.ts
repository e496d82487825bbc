/** Ordinals (序号) that open headings and items: 第一章 · 一、 · （一） · 1. · (1) · ①. */

import { markAt, marks } from './marks.js';

export type OrdinalStyle =
  | 'part'
  | 'chapter'
  | 'division'
  | 'cn'
  | 'article'
  | 'cnParen'
  | 'num'
  | 'numParen'
  | 'circle';

export interface Ordinal {
  style: OrdinalStyle;
  value: number;
  /** Bare and width-folded: `12`, `四`. */
  text: string;
  /** Length in characters of the reading copy, punctuation included. */
  length: number;
}

/** How deep a style usually stands; documents skip levels but rarely turn them over. */
export const LEVEL: Readonly<Record<OrdinalStyle, number>> = {
  part: 0,
  chapter: 1,
  division: 1.5,
  cn: 2,
  article: 2.5,
  cnParen: 3,
  num: 4,
  numParen: 5,
  circle: 6,
};

const CN = '[一二三四五六七八九十百]{1,5}';
/** What a list of tasks counts: 【任务1】 · 任务二、 */
const COUNTED = '(?:任务|事项|实事|工程|行动|专项)';
// Examples, in order: 第三章 · 第一节 · 第四条 · 第5件 · 第二部分 · 十二、 · （三） · 12. or 12、 · (12) or 12) · ⑫ · ㈢ · ⒓ · 【任务1】 or 任务1: ·
// 1-1 before a word
const ORDINAL = new RegExp(
  `第(${CN}|\\d{1,3})([章编节条件]|部分|项(?![是为的和及工任内规议措改目]))[、:.]?` +
    `|(${CN})[、.](?![、.])` +
    `|[(〔【\\[](${CN})[)〕】\\]][、.]?` +
    '|(\\d{1,3})(?:[.](?!\\d)|[.](?=20\\d\\d年|\\d{1,2}月)|、(?!\\d{1,3}[、.]))' +
    '|[(〔](\\d{1,3})[)〕][、.]?' +
    '|(\\d{1,3})[)](?!\\d)[、.]?' +
    '|([①-⑳])[、.]?' +
    '|([㈠-㈩])[、.]?' +
    '|([⒈-⒛])' +
    `|([⑴-⒇])[、.]?|[【\\[]${COUNTED}(${CN}|\\d{1,3})[】\\]][、:.]?|${COUNTED}(${CN}|\\d{1,3})[、:.]` +
    '|(\\d{1,2}-\\d{1,2})[、.]?(?=[\\u4e00-\\u9fa5]{3})(?![年月日天个家项人次场所条件户名周小倍万亿亩公工分岁])',
  'y',
);

const NAMED: Readonly<Record<string, OrdinalStyle>> = {
  部分: 'part',
  编: 'part',
  章: 'chapter',
  节: 'division',
  条: 'article',
  件: 'article',
  项: 'article',
};

const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Value of a Chinese numeral below one thousand (二十一, 一百零七); 0 where it is none. */
export function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const ch of text) {
    if (ch === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (ch === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else digit = DIGITS[ch] ?? 0;
  }
  return total + digit;
}

const CAN_START = marks(
  '第一二三四五六七八九十百任事实工行专(〔【[0123456789㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩' +
    // ①-⑳ · ⑴-⒇ · ⒈-⒛ stand one behind the other
    Array.from({ length: 60 }, (_, i) => String.fromCharCode(0x2460 + i)).join(''),
);

/** Ordinals of the text read last, and by place which of them stands there: every stage asks for the same ones again. */
const known: Ordinal[] = [];
let places = new Int32Array(0);
let knownIn = '';
/** What `places` holds: not read yet, nothing there, the first ordinal. */
const [UNREAD, NONE, FIRST] = [0, 1, 2];
/** Places of a longer text are not kept for the next one. */
const MOST_PLACES = 1 << 20;

/** The ordinal that stands at `from` in folded text without white space, or null. */
export function ordinalAt(s: string, from: number): Ordinal | null {
  if (!markAt(s, from, CAN_START)) return null;
  if (s !== knownIn) forget(s.length);
  // Set even where equal: a copy of the same text would be compared whole at every call.
  knownIn = s;
  const place = places[from] as number;
  if (place !== UNREAD) return place === NONE ? null : (known[place - FIRST] as Ordinal);
  const ordinal = readOrdinal(s, from);
  places[from] = ordinal === null ? NONE : FIRST + known.length;
  if (ordinal !== null) known.push(ordinal);
  return ordinal;
}

function forget(length: number): void {
  known.length = 0;
  if (length > places.length || places.length > MOST_PLACES) places = new Int32Array(length);
  else places.fill(UNREAD, 0, length);
}

function readOrdinal(s: string, from: number): Ordinal | null {
  ORDINAL.lastIndex = from;
  const m = ORDINAL.exec(s);
  if (!m) return null;
  const length = m[0].length;
  const number = (text: string): number => (/^\d/.test(text) ? Number(text) : chineseNumber(text));
  const of = (style: OrdinalStyle, value: number, text: string): Ordinal => ({ style, value, text, length });
  if (m[1] !== undefined) return of(NAMED[m[2] as string] as OrdinalStyle, number(m[1]), m[1]);
  if (m[3] !== undefined) return of('cn', chineseNumber(m[3]), m[3]);
  if (m[4] !== undefined) return of('cnParen', chineseNumber(m[4]), m[4]);
  if (m[5] !== undefined) return of('num', Number(m[5]), String(Number(m[5])));
  const paren = m[6] ?? m[7];
  if (paren !== undefined) return of('numParen', Number(paren), String(Number(paren)));
  if (m[8] !== undefined) return of('circle', m[8].charCodeAt(0) - 0x245f, String(m[8].charCodeAt(0) - 0x245f));
  if (m[9] !== undefined) {
    const value = m[9].charCodeAt(0) - 0x321f;
    return of('cnParen', value, '一二三四五六七八九十'[value - 1] as string);
  }
  const counted = m[12] ?? m[13];
  if (counted !== undefined) return of('article', number(counted), counted);
  if (m[14] !== undefined) return of('num', Number(m[14].split('-')[1]), m[14]);
  const code = (m[10] ?? m[11] ?? '').charCodeAt(0);
  const value = m[10] !== undefined ? code - 0x2487 : code - 0x2473;
  return of(m[10] !== undefined ? 'num' : 'numParen', value, String(value));
}
