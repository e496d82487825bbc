/**
 * Pairs of neighbouring characters of a text, as a table of their hashes: whether a name can stand in the text at all,
 * before the whole of it is searched. Built at the first question.
 */

export interface Pairs {
  /** False where the text does not hold the name; true where it does, and now and then where it does not. */
  mayHold(name: string): boolean;
}

/** A short text is searched as fast as its table is made. */
const SHORT = 8000;

/** Hash of two neighbouring characters, by their units. */
const hashOf = (first: number, second: number): number => (first * 31 + second) & 0xffff;

/** Hash of the two characters at a place. */
export const pairHash = (text: string, at: number): number => hashOf(text.charCodeAt(at), text.charCodeAt(at + 1));

export function pairsOf(text: string): Pairs {
  let table: Uint8Array | null = null;
  return {
    mayHold(name) {
      if (text.length < SHORT) return true;
      table ??= tableOf(text);
      for (let i = 0; i + 1 < name.length; i++) if (table[pairHash(name, i)] !== 1) return false;
      return true;
    },
  };
}

/** A function of its own: inside `mayHold` the loop would be compiled, and the code thrown away, for each text anew. */
function tableOf(text: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  let before = text.charCodeAt(0);
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    table[hashOf(before, unit)] = 1;
    before = unit;
  }
  return table;
}
