/** Answers that are kept from document to document: what follows from a few words alone is not worked out again. */
import { ownCopy } from './scratch.js';

/**
 * Input: how to answer, and how many answers are kept: all are forgotten before there are more. A word is copied before it
 * is kept or read: cut out of a document it would keep the whole document's text alive, and so would whatever is cut out
 * of it in turn.
 */
export function remembered<T>(most: number, answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      const own = ownCopy(word);
      found = answer(own);
      if (known.size >= most) known.clear();
      known.set(own, found);
    }
    return found;
  };
}
