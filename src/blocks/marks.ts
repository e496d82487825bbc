/**
 * Sets of characters as tables over UTF-16 units, for loops that look at every character: `s[i]` makes a string of each
 * Chinese character and a search of each test; a unit looked up in a table costs neither.
 */

export type Marks = Uint8Array;

/** Input: characters of one UTF-16 unit each. Output: a table that holds 1 for them and 0 for all others. */
export function marks(characters: string): Marks {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}

/** Of a UTF-16 unit: 0 to 9. */
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Of a UTF-16 unit: a Chinese character of those that documents are written in. */
export const isChinese = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fa5;

/** Whether the character at `i` is in a set; false outside of the text. */
export const markAt = (s: string, i: number, set: Marks): boolean =>
  i >= 0 && i < s.length && set[s.charCodeAt(i)] === 1;

/** The first place of a set's characters in a range; -1 where none stands there. Looks no farther than the range. */
export function markIn(s: string, from: number, to: number, set: Marks): number {
  const stop = Math.min(to, s.length);
  for (let i = from; i < stop; i++) if (set[s.charCodeAt(i)] === 1) return i;
  return -1;
}

/** The same of the last character: a cheap test before an expression that hangs on the end. */
export const endsIn = (text: string, set: Marks): boolean => markAt(text, text.length - 1, set);
