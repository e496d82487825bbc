/** Word lists that are asked which of their words ends or begins at a place: the longest one. */

export interface WordList {
  /** Length of the longest word that ends right before `at` and does not begin before `floor`; 0: none. */
  endsAt(s: string, floor: number, at: number): number;
  /** Length of the longest word that begins at `at` and does not reach beyond `ceil`; 0: none. */
  startsAt(s: string, at: number, ceil: number): number;
}

const NONE: readonly string[] = [];

/** Words by the unit of one of their characters, the longest first: a lookup reads the few words that can fit. */
function index(words: readonly string[], key: (word: string) => number): Map<number, string[]> {
  const map = new Map<number, string[]>();
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    const list = map.get(key(word));
    if (list) list.push(word);
    else map.set(key(word), [word]);
  }
  return map;
}

export function wordList(words: readonly string[]): WordList {
  const byLast = index(words, (word) => word.charCodeAt(word.length - 1));
  const byFirst = index(words, (word) => word.charCodeAt(0));
  return {
    endsAt(s, floor, at) {
      if (at <= floor) return 0;
      for (const word of byLast.get(s.charCodeAt(at - 1)) ?? NONE) {
        if (at - word.length >= floor && s.startsWith(word, at - word.length)) return word.length;
      }
      return 0;
    },
    startsAt(s, at, ceil) {
      for (const word of byFirst.get(s.charCodeAt(at)) ?? NONE) {
        if (at + word.length <= ceil && s.startsWith(word, at)) return word.length;
      }
      return 0;
    },
  };
}
