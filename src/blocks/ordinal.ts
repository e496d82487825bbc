/** Ordinals (序号) that open headings and items: 第一章 · 一、 · （一） · 1. · (1) · ①. */

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

/** A way to write an ordinal: what it begins with, its expression, and what it says. */
interface Form {
  firsts: string;
  expression: RegExp;
  read: (m: RegExpExecArray) => Omit<Ordinal, 'length'>;
}

const FORMS: readonly Form[] = [
  {
    // 第三章 · 第一节 · 第四条 · 第5件 · 第二部分
    firsts: '第',
    expression: new RegExp(`第(${CN}|\\d{1,3})([章编节条件]|部分|项(?![是为的和及工任内规议措改目]))[、:.]?`, 'y'),
    read: (m) => ({ style: NAMED[group(m, 2)] as OrdinalStyle, value: numberOf(group(m, 1)), text: group(m, 1) }),
  },
  {
    // 十二、
    firsts: '一二三四五六七八九十百',
    expression: new RegExp(`(${CN})[、.](?![、.])`, 'y'),
    read: (m) => ({ style: 'cn', value: chineseNumber(group(m, 1)), text: group(m, 1) }),
  },
  {
    // （三） · (12)
    firsts: '(〔',
    expression: new RegExp(`[(〔](?:(${CN})[)〕】\\]]|(\\d{1,3})[)〕])[、.]?`, 'y'),
    read: (m) =>
      m[1] === undefined
        ? plain('numParen', Number(group(m, 2)))
        : { style: 'cnParen', value: chineseNumber(m[1]), text: m[1] },
  },
  {
    // 【三】 · 【任务1】
    firsts: '【[',
    expression: new RegExp(`[【\\[](?:(${CN})[)〕】\\]][、.]?|${COUNTED}(${CN}|\\d{1,3})[】\\]][、:.]?)`, 'y'),
    read: (m) =>
      m[1] === undefined
        ? { style: 'article', value: numberOf(group(m, 2)), text: group(m, 2) }
        : { style: 'cnParen', value: chineseNumber(m[1]), text: m[1] },
  },
  {
    // 12. or 12、 · 12) · 1-1 before a word
    firsts: '0123456789',
    expression: new RegExp(
      '(\\d{1,3})(?:[.](?!\\d)|[.](?=20\\d\\d年|\\d{1,2}月)|、(?!\\d{1,3}[、.]))' +
        '|(\\d{1,3})[)](?!\\d)[、.]?' +
        '|(\\d{1,2}-\\d{1,2})[、.]?(?=[\\u4e00-\\u9fa5]{3})(?![年月日天个家项人次场所条件户名周小倍万亿亩公工分岁])',
      'y',
    ),
    read: (m) => {
      if (m[1] !== undefined) return plain('num', Number(m[1]));
      if (m[2] !== undefined) return plain('numParen', Number(m[2]));
      return { style: 'num', value: Number(group(m, 3).split('-')[1]), text: group(m, 3) };
    },
  },
  {
    // ⑫
    firsts: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
    expression: /[①-⑳][、.]?/y,
    read: (m) => plain('circle', m[0].charCodeAt(0) - 0x245f),
  },
  {
    // ㈢
    firsts: '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩',
    expression: /[㈠-㈩][、.]?/y,
    read: (m) => {
      const value = m[0].charCodeAt(0) - 0x321f;
      return { style: 'cnParen', value, text: '一二三四五六七八九十'.charAt(value - 1) };
    },
  },
  {
    // ⒓
    firsts: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
    expression: /[⒈-⒛]/y,
    read: (m) => plain('num', m[0].charCodeAt(0) - 0x2487),
  },
  {
    // ⑿
    firsts: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
    expression: /[⑴-⒇][、.]?/y,
    read: (m) => plain('numParen', m[0].charCodeAt(0) - 0x2473),
  },
  {
    // 任务1:
    firsts: '任事实工行专',
    expression: new RegExp(`${COUNTED}(${CN}|\\d{1,3})[、:.]`, 'y'),
    read: (m) => ({ style: 'article', value: numberOf(group(m, 1)), text: group(m, 1) }),
  },
];

/** By the unit of a character which form begins with it, counted from 1; 0 for none. */
const FORM_AT = new Uint8Array(0x10000);
FORMS.forEach(({ firsts }, i) => {
  for (const ch of firsts) FORM_AT[ch.charCodeAt(0)] = i + 1;
});

const group = (m: RegExpExecArray, i: number): string => m[i] as string;
const plain = (style: OrdinalStyle, value: number): Omit<Ordinal, 'length'> => ({ style, value, text: String(value) });
const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : chineseNumber(text));

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

/** Ordinals of the text read last, and by place which of them stands there: every stage asks for the same ones again. */
const known: Ordinal[] = [];
/** The places asked for. */
const asked: number[] = [];
let places = new Int32Array(0);
let knownIn = '';
/** What `places` holds: not read yet, nothing there, the first ordinal. */
const [UNREAD, NONE, FIRST] = [0, 1, 2];
/** Places of a longer text are not kept for the next one. */
const MOST_PLACES = 1 << 20;

/** The ordinal that stands at `from` in folded text without white space, or null. */
export function ordinalAt(s: string, from: number): Ordinal | null {
  if (from < 0 || from >= s.length || FORM_AT[s.charCodeAt(from)] === 0) return null;
  if (s !== knownIn) forget(s.length);
  // Set even where equal: a copy of the same text would be compared whole at every call.
  knownIn = s;
  const place = places[from] as number;
  if (place !== UNREAD) return place === NONE ? null : (known[place - FIRST] as Ordinal);
  const ordinal = readOrdinal(s, from);
  asked.push(from);
  places[from] = ordinal === null ? NONE : FIRST + known.length;
  if (ordinal !== null) known.push(ordinal);
  return ordinal;
}

function forget(length: number): void {
  for (const place of asked) places[place] = UNREAD;
  asked.length = known.length = 0;
  if (length > places.length || places.length > MOST_PLACES) places = new Int32Array(length);
}

function readOrdinal(s: string, from: number): Ordinal | null {
  const { expression, read } = FORMS[(FORM_AT[s.charCodeAt(from)] as number) - 1] as Form;
  expression.lastIndex = from;
  const m = expression.exec(s);
  if (m === null) return null;
  const { style, value, text } = read(m);
  return { style, value, text, length: m[0].length };
}
