/** Contacts (联系人、电话、传真、邮箱) wherever the document names them. */
import { type Compact, GAP, type Range } from '../blocks/compact.js';
import { markAt, marks } from '../blocks/marks.js';
import { CONTACT_LABELS } from '../lexicon/meta.js';

export type ContactKind = 'person' | 'phone' | 'fax' | 'email';

export interface Contact extends Range {
  kind: ContactKind;
}

const KINDS = Object.keys(CONTACT_LABELS) as ContactKind[];
const WORDS = [...new Set(KINDS.flatMap((kind) => [...CONTACT_LABELS[kind]]))].sort((a, b) => b.length - a.length);
const LASTS = marks(WORDS.map((word) => word.charAt(word.length - 1)).join(''));
const LONGEST = Math.max(...WORDS.map((word) => word.length));
// 029-87296123 · 3260678 · 13912345678 · 029)8729… with an extension
const PHONE = /(?:[(]?0\d{2,3}[)]?-?)?\d{5,12}(?:-\d{1,6})?/g;
const EMAIL = /[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;
const NAME = /^[\u4e00-\u9fa5·]{2,8}/;

/** Input: the reading copy of a document. Output: its contacts in order; a number for telephone and fax is both. */
export function findContacts(copy: Compact): Contact[] {
  const { s } = copy;
  const found: Contact[] = [];
  for (let label = nextLabel(s, 0); label !== null; label = nextLabel(s, label.colon + 1)) {
    const { word, colon } = label;
    const to = valueEnd(copy, colon + 1);
    const kinds = KINDS.filter((kind) => CONTACT_LABELS[kind].includes(word));
    for (const kind of kinds) found.push(...values(copy, kind, colon + 1, to));
  }
  return found;
}

/** The next label at or behind a place: the longest word before its colon. Colons are rarer than words to begin with. */
function nextLabel(s: string, from: number, to = s.length): { word: string; colon: number } | null {
  for (let colon = s.indexOf(':', from); colon >= 0 && colon < to; colon = s.indexOf(':', colon + 1)) {
    if (!markAt(s, colon - 1, LASTS)) continue;
    const word = WORDS.find((one) => colon - one.length >= from && s.startsWith(one, colon - one.length));
    if (word !== undefined) return { word, colon };
  }
  return null;
}
// 8.建立维修网点: the next item, not the rest of a number
const ITEM = /^\d{1,3}[.、][\u4e00-\u9fa5]/;

/** A value ends at a full stop, a bracket, the next label, or the end of its line. */
function valueEnd(copy: Compact, from: number): number {
  const { s, gap } = copy;
  const stop = Math.min(s.length, from + 80);
  const next = nextLabel(s, from, Math.min(s.length, stop + LONGEST));
  const limit = next ? Math.min(stop, next.colon - next.word.length) : stop;
  for (let i = from; i < limit; i++) {
    if ('。;】'.includes(s[i] as string)) return i;
    if (s[i] === ')' && !s.slice(from, i).includes('(')) return i;
    if (i > from && gap[i] === GAP.line && (!/[\dA-Za-z@._、,-]/.test(s[i] as string) || ITEM.test(s.slice(i, i + 6))))
      return i;
  }
  return limit;
}

function values(copy: Compact, kind: ContactKind, from: number, to: number): Contact[] {
  const { s } = copy;
  const text = s.slice(from, to);
  if (kind === 'email' || kind === 'phone' || kind === 'fax') {
    const expression = kind === 'email' ? EMAIL : PHONE;
    return [...text.matchAll(expression)].map((m) => ({
      kind,
      from: from + m.index,
      to: from + m.index + m[0].length,
    }));
  }
  const out: Contact[] = [];
  let begin = from;
  for (let i = from; i <= to; i++) {
    const white = i > begin && i < to && copy.gap[i] !== GAP.none && (s[i - 1] as string) > '一' && i - begin >= 2;
    if (i < to && !white && !'、,/'.includes(s[i] as string)) continue;
    const name = NAME.exec(s.slice(begin, i));
    if (name) out.push({ kind, from: begin, to: begin + name[0].length });
    if (white && i < to) return out;
    begin = i + 1;
  }
  return out;
}
