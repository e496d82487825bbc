/**
 * Text as the full-text index reads it: one character, one token. Chinese is not cut into words: a phrase of characters
 * finds every name of two characters, which words and trigrams miss.
 */
import { scratch, stringOf } from '../model/scratch.js';

/** A letter to the tokenizer, so that a phrase does not run over a comma; what is asked for is folded the same way. */
export const MARK = 'ǀ';
const CHARACTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

/** 区发改委、LPR → 区 发 改 委 ǀ L P R; width-folded. Marks in a row are one. */
export function searchText(text: string | null): string {
  if (text === null) return '';
  const folded = text.normalize('NFKC');
  // A character, two small letters at most for a capital, and a blank; a mark takes the place of one.
  const tokens = scratch(3 * folded.length);
  let length = 0;
  let isAfterMark = false;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (isHan(unit)) {
      tokens[length++] = unit;
      tokens[length++] = BLANK;
      isAfterMark = false;
      continue;
    }
    // Nearly all are Han, told by their number; the others are asked of Unicode.
    const character = String.fromCodePoint(folded.codePointAt(i) as number);
    i += character.length - 1;
    if (CHARACTER.test(character)) {
      for (const one of character.toLowerCase()) {
        for (let at = 0; at < one.length; at++) tokens[length++] = one.charCodeAt(at);
      }
      tokens[length++] = BLANK;
      isAfterMark = false;
    } else if (SPACE.test(character)) isAfterMark = false;
    else if (!isAfterMark) {
      tokens[length++] = MARK_UNIT;
      tokens[length++] = BLANK;
      isAfterMark = true;
    }
  }
  return stringOf(tokens, length);
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const BLANK = 32;
const MARK_UNIT = MARK.charCodeAt(0);
