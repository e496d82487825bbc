/** Recognises labels (标签) such as `牵头单位：` where a line or a clause begins. */
import { OCR_PAIRS } from '../lexicon/confusables.js';
import {
  DEADLINE_LABELS,
  FIRST_IS_LEAD,
  HEAD_ONLY,
  LABEL_PREFIXES,
  NO_ROLE_LABELS,
  ROLE_LABELS,
} from '../lexicon/roles.js';
import type { Role } from '../model/model.js';
import { remembered } from '../model/remembered.js';
import { ROLES } from '../model/roles.js';
import { isChinese, markAt, markIn, marks } from './marks.js';

/** What a label announces: a role, a deadline, or something that is no role though it looks like one. */
export type LabelKind = Role | 'deadline' | 'none';

export interface Label {
  kind: LabelKind;
  /** The label as read, without its colon. */
  word: string;
  from: number;
  /** Where the value begins. */
  to: number;
  /** A character of the label was repaired. */
  slip: boolean;
  /** The label itself says that the first body listed leads: 责任单位（列第一位的为牵头单位）. */
  firstIsLead: boolean;
}

const KINDS: ReadonlyMap<string, LabelKind> = (() => {
  const all = new Map<string, LabelKind>();
  for (const role of ROLES) for (const word of ROLE_LABELS[role]) all.set(word, role);
  for (const word of DEADLINE_LABELS) all.set(word, 'deadline');
  for (const word of NO_ROLE_LABELS) all.set(word, 'none');
  return all;
})();
const HEADS = new Set(HEAD_ONLY);
const PREFIXES = new Set(LABEL_PREFIXES);
/** Labels long enough that one wrong character still leaves no doubt. */
const REPAIRABLE = [...KINDS.keys()].filter((word) => word.length >= 4 && !HEADS.has(word));
const PAIRS = new Set(OCR_PAIRS.flatMap((pair) => [pair, [...pair].reverse().join('')]));
const FIRSTS = marks([...KINDS.keys(), ...LABEL_PREFIXES].map((word) => word.charAt(0)).join(''));

// 牵头（责任）单位 · 责任单位（列第一位的为牵头单位） · 责任单位(部门)
const BRACKETED = /[(〔][^()〔〕]{0,40}[)〕]/g;
// 责任单位及责任人 · 牵头单位和责任单位 · 责任单位/部门: the first word decides
const JOINED = /^([^和及与、/]{2,8})[和及与、/]([^和及与、/]{2,8})$/;
const LONGEST = 60;

/**
 * What a word announces as a label or as the head of a table column; null where the lexicon does not know it. Documents
 * say the same few over and over.
 */
export const labelKind = remembered(2000, readKind);

function readKind(word: string): LabelKind | null {
  const known = KINDS.get(word);
  if (known !== undefined) return known;
  for (let cut = 1; cut <= 3 && cut < word.length - 1; cut++) {
    if (PREFIXES.has(word.slice(0, cut))) {
      const base = KINDS.get(word.slice(cut));
      if (base !== undefined) return base;
    }
  }
  const bare = word.replace(BRACKETED, '');
  if (bare !== word && bare.length > 1) return labelKind(bare);
  const joined = JOINED.exec(word);
  if (joined) return labelKind(joined[1] as string);
  return null;
}

function repaired(word: string): LabelKind | null {
  if (word.length < 3 || word.length > 8) return null;
  for (const known of REPAIRABLE) {
    if (known.length !== word.length) continue;
    let wrong = -1;
    let count = 0;
    for (let i = 0; i < known.length && count < 2; i++) {
      if (known[i] !== word[i]) {
        wrong = i;
        count++;
      }
    }
    if (count !== 1) continue;
    // One character off: a known confusion anywhere, or any other at the end (责任单级), where no other word is meant.
    const pair = `${known[wrong]}${word[wrong]}`;
    if (PAIRS.has(pair) || wrong === known.length - 1) return KINDS.get(known) ?? null;
  }
  return null;
}

/**
 * The label at `from` in folded text without white space, or null.
 * `[责任单位]X` and `【责任单位】X` need no colon; everything else does. `heads`: short words count too (牵头：A).
 */
export function labelAt(s: string, from: number, heads = false): Label | null {
  if (from >= s.length) return null;
  if (markAt(s, from, BRACKETS)) return bracketLabelAt(s, from);
  if (!markAt(s, from, FIRSTS) && !isChinese(s.charCodeAt(from))) return null;
  const colon = colonAfter(s, from);
  if (colon < 0) return barredLabelAt(s, from);
  const word = s.slice(from, colon);
  const bare = markIn(s, from, colon, OPEN) >= 0 ? word.replace(BRACKETED, '') : word;
  if (bare.length > 12 || (!heads && HEADS.has(bare))) return null;
  const kind = labelKind(word);
  const firstIsLead = word !== bare && FIRST_IS_LEAD.test(word);
  if (kind !== null) return { kind, word, from, to: colon + 1, slip: false, firstIsLead };
  const guess = repaired(bare) ?? null;
  if (guess === null) return barredLabelAt(s, from);
  return { kind: guess, word, from, to: colon + 1, slip: true, firstIsLead };
}

const LONGEST_BARRED = 8;
const BARS = marks('|/;');

/** A label that a bar parts from its value: 责任单位｜A · （责任单位/A、B）, but not 责任单位/配合单位; ';' is OCR's ':'. */
function barredLabelAt(s: string, from: number): Label | null {
  if (!markAt(s, from, FIRSTS)) return null;
  for (let to = from + 4; to <= from + LONGEST_BARRED; to++) {
    if (!markAt(s, to, BARS)) continue;
    const word = s.slice(from, to);
    const kind = labelKind(word);
    if (kind === null || HEADS.has(word)) return null;
    const next = s.slice(to + 1, to + 5);
    if (next.length === 0 || KINDS.has(next) || KINDS.has(next.slice(0, 3)) || '|/'.includes(next[0] as string))
      return null;
    return { kind, word, from, to: to + 1, slip: s[to] === ';', firstIsLead: false };
  }
  return null;
}

// 责任单位 要切实…: a sentence about those bodies, not a list of them
const SPEAKS = /^.{0,30}?(?:要(?!素)|应(?!急)|须|负责|做好|加强|推进|。)/;

/** A label that white space parts from its value instead of a colon: `牵头单位　县畜牧兽医中心`. */
export function spacedLabelAt(s: string, gap: Uint8Array, from: number): Label | null {
  if (!markAt(s, from, FIRSTS)) return null;
  for (let length = 8; length >= 4; length--) {
    const to = from + length;
    if (gap[to] !== 1 && gap[to] !== 3) continue;
    const word = s.slice(from, to);
    const kind = labelKind(word);
    if (kind === null || HEADS.has(word)) continue;
    if (kind !== 'deadline' && SPEAKS.test(s.slice(to, lineEnd(gap, to, to + 40)))) continue;
    return { kind, word, from, to, slip: false, firstIsLead: false };
  }
  return null;
}

const BRACKETS = marks('[【〔');

const OPEN = marks('(〔');
const CLOSE = marks(')〕');
const SENTENCE = marks('。;,“');
const COLON = 58;
const SPECIAL = marks('(〔)〕。;,“:');

function lineEnd(gap: Uint8Array, from: number, stop: number): number {
  for (let i = from + 1; i < stop; i++) if (gap[i] === 2) return i;
  return stop;
}

/** The colon that ends a label beginning at `from`, not farther than a label reaches; -1 where a sentence comes first. */
function colonAfter(s: string, from: number): number {
  let depth = 0;
  let plain = 0;
  const stop = Math.min(s.length, from + LONGEST);
  for (let i = from; i < stop; i++) {
    if (!markAt(s, i, SPECIAL)) {
      if (depth === 0 && ++plain > 12) return -1;
    } else if (markAt(s, i, OPEN)) depth++;
    else if (markAt(s, i, CLOSE)) {
      if (--depth < 0) return -1;
    } else if (depth === 0) {
      if (s.charCodeAt(i) === COLON) return i;
      if (markAt(s, i, SENTENCE)) return -1;
    }
  }
  return -1;
}

/** The longest word in brackets, with them. */
const LONGEST_IN_BRACKETS = 21;

function bracketLabelAt(s: string, from: number): Label | null {
  const close = s[from] === '[' ? ']' : s[from] === '【' ? '】' : '〕';
  const length = s.slice(from, from + LONGEST_IN_BRACKETS).indexOf(close);
  if (length < 0) return null;
  const end = from + length;
  const word = s.slice(from + 1, end).replace(/:$/, '');
  const kind = labelKind(word);
  if (kind === null || HEADS.has(word)) return null;
  const to = s[end + 1] === ':' ? end + 2 : end + 1;
  return { kind, word, from, to, slip: false, firstIsLead: FIRST_IS_LEAD.test(word) };
}
