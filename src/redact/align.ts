/** Finds the places of a value's characters in the passage that it was read from. */

const MASK = '■';

/** Width does not matter, white space and what a slip repaired is passed over. */
const fold = (character: string): string => character.normalize('NFKC').toLowerCase();

/**
 * Input: a value; the characters of its passage with their places. Output: the value with ■ for each character whose place
 * is masked; null where the value does not stand there, character after character.
 */
export function maskAlong(
  value: string,
  passage: readonly { character: string; place: number }[],
  isMasked: (place: number) => boolean,
): string | null {
  let at = 0;
  let masked = '';
  for (const character of value) {
    const wanted = fold(character);
    const from = at;
    while (at < passage.length && fold((passage[at] as { character: string }).character) !== wanted) at++;
    if (at === passage.length) {
      // White space of a value may stand for any white space, or for none.
      if (!/\s/.test(character)) return null;
      at = from;
      masked += character;
      continue;
    }
    masked += isMasked((passage[at] as { place: number }).place) ? MASK : character;
    at++;
  }
  return masked;
}
