/** The place in a text where terms were found, with some text around it. */
import { MARK, searchText } from '../ledger/searchText.js';
import { tokensOf } from './searchQuery.js';

export interface Snippet {
  text: string;
  /** What was found, in UTF-16 offsets of `text`. */
  marks: { start: number; end: number }[];
}

/** Characters before the first place, and in all. */
const BEFORE = 20;
const LENGTH = 80;

interface Token {
  token: string;
  start: number;
  end: number;
}

/** The tokens of a text as the index has them, each with its place. */
function placed(text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const token of searchText(character).split(/\s+/)) {
      // Marks in a row are one token.
      const last = tokens.at(-1);
      if (token === MARK && last?.token === MARK && last.end === start) last.end = end;
      else if (token !== '') tokens.push({ token: token.toLowerCase(), start, end });
    }
    start = end;
  }
  return tokens;
}

/** Where the terms stand in a text, without overlaps, first to last. */
function findAll(text: string, terms: readonly string[]): Snippet['marks'] {
  const tokens = placed(text);
  const wanted = terms.map((term) => tokensOf(term).map((token) => token.toLowerCase()));
  const marks: Snippet['marks'] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = wanted.find((words) => words.every((word, i) => tokens[at + i]?.token === word));
    if (!found) continue;
    marks.push({ start: (tokens[at] as Token).start, end: (tokens[at + found.length - 1] as Token).end });
    at += found.length - 1;
  }
  return marks;
}

/**
 * Input: texts, the likeliest first, and the terms. Output: a piece of the first text that has one of them; the beginning
 * of the first text where none has.
 */
export function snippetOf(texts: readonly (string | null)[], terms: readonly string[]): Snippet {
  const given = texts.filter((text) => text !== null);
  for (const text of given) {
    const marks = findAll(text, terms);
    if (marks[0]) return cut(text, marks, Math.max(0, marks[0].start - BEFORE));
  }
  return cut(given[0] ?? '', [], 0);
}

function cut(text: string, marks: Snippet['marks'], from: number): Snippet {
  const [start, end] = [whole(text, from), whole(text, Math.min(text.length, from + LENGTH))];
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).replaceAll('\n', ' ')}${after}`,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

/** Not between the two halves of a character. */
const whole = (text: string, at: number): number => ((text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at);
