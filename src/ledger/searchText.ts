/**
 * Text as the full-text index reads it: one character, one token. Chinese is not cut into words: a phrase of characters
 * finds every name of two characters, which words and trigrams miss.
 */

/** A letter to the tokenizer, so that a phrase does not run over a comma; what is asked for is folded the same way. */
const MARK = 'ǀ';
const MARKS = /[^\p{L}\p{N}\s]+/gu;
const CHARACTERS = /[\p{L}\p{N}]/gu;

/** 区发改委、LPR → 区 发 改 委 ǀ L P R; width-folded. */
export function searchText(text: string | null): string {
  return text === null ? '' : text.normalize('NFKC').replace(MARKS, MARK).replace(CHARACTERS, '$& ');
}
