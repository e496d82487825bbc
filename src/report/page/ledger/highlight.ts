/** Marks what was searched for. */
import { h } from '../dom.js';

/** The text in pieces, what is found in `<b class=hit>`. Only what is written as searched for is found: no folding. */
export function highlighted(text: string, words: readonly string[]): (Node | string)[] {
  const lower = text.toLowerCase();
  if (words.length === 0 || lower.length !== text.length) return [text];
  const pieces: (Node | string)[] = [];
  let at = 0;
  while (at < text.length) {
    const found = words
      .map((word) => ({ start: lower.indexOf(word, at), length: word.length }))
      .filter(({ start }) => start >= 0)
      .sort((a, b) => a.start - b.start || b.length - a.length)[0];
    if (!found) break;
    if (found.start > at) pieces.push(text.slice(at, found.start));
    at = found.start + found.length;
    pieces.push(h('b', { class: 'hit' }, text.slice(found.start, at)));
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
