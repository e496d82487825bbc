/**
 * Text as the full-text index reads it: one character, one token. Chinese is not cut into words: a phrase of characters
 * finds every name of two characters, which words and trigrams miss.
 */

/** A letter to the tokenizer, so that a phrase does not run over a comma; what is asked for is folded the same way. */
export const MARK = 'ǀ';
const CHARACTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** 区发改委、LPR → 区 发 改 委 ǀ L P R; width-folded. Marks in a row are one. */
export function searchText(text: string | null): string {
  if (text === null) return '';
  let tokens = '';
  let isAfterMark = false;
  for (const character of text.normalize('NFKC')) {
    // Nearly all are Han: they are told by their number, the others asked of Unicode.
    if (isHan(character.charCodeAt(0)) || CHARACTER.test(character)) {
      tokens += `${character} `;
      isAfterMark = false;
    } else if (SPACE.test(character)) isAfterMark = false;
    else if (!isAfterMark) {
      tokens += `${MARK} `;
      isAfterMark = true;
    }
  }
  return tokens;
}
