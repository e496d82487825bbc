/**
 * Width-folds a text character for character: same length, so an offset into the copy is an offset into the original.
 * Full-width forms, radicals and look-alikes become one form; white space becomes ' ', '\t' or '\n'.
 */
import { CONFUSABLES } from '../lexicon/confusables.js';
import { scratch, stringOf } from '../model/scratch.js';

const UNKNOWN = 0;
const table = new Uint16Array(0x10000);

const NEWLINES = '\n\v\f\u0085\u2028\u2029';
// White space that counts as none: U+00AD, U+200B–200D, U+2060, U+FEFF stand beside Unicode's own.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters of old texts are blanks
const INVISIBLE = /^[\s\u00ad\u200b-\u200d\u2060\ufeff\u0000-\u001f]$/u;

const ENCLOSED = /^[\u2460-\u24ff\u3200-\u32ff\u00b2\u00b3\u00b9\u2070-\u209f]$/;

function foldUnit(code: number): number {
  const ch = String.fromCharCode(code);
  if (ch === '\t') return code;
  if (NEWLINES.includes(ch)) return 10;
  if (INVISIBLE.test(ch)) return 32;
  const own = CONFUSABLES[ch];
  if (own !== undefined) return own.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return code;
  // ① ㊀ ² are no plain digits: an ordinal, a sign of its own, an exponent.
  if (ENCLOSED.test(ch)) return code;
  const folded = ch.normalize('NFKC');
  if (folded.length !== 1) return code;
  if (folded === ' ') return 32;
  return (CONFUSABLES[folded] ?? folded).charCodeAt(0);
}

/** Input: any text. Output: the folded copy, of the same length in UTF-16 units. */
export function fold(text: string): string {
  const out = scratch(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let folded = table[code] as number;
    if (folded === UNKNOWN) {
      folded = code === 0 ? 32 : foldUnit(code);
      table[code] = folded;
    }
    // A lone CR ends a line (old Mac files); before LF it is white space at the line's end.
    if (code === 13 && text.charCodeAt(i + 1) !== 10) folded = 10;
    out[i] = folded;
  }
  return stringOf(out, text.length);
}
