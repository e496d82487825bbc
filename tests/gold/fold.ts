/** When two values count as the same: width, white space, brackets and quotes do not matter. As in shared/score.py. */

const UNIFIED: Readonly<Record<string, string>> = {
  '〈': '<',
  '〉': '>',
  '《': '<',
  '》': '>',
  '«': '<',
  '»': '>',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '〔': '[',
  '〕': ']',
  '﹝': '[',
  '﹞': ']',
  '—': '-',
  '–': '-',
  '－': '-',
  '・': '·',
  '。': '.',
};
const UNIFIABLE = new RegExp(`[${Object.keys(UNIFIED).join('')}]`, 'g');

// biome-ignore lint/suspicious/noControlCharactersInRegex: separators that python counts as white space
const BLANK = /[\s\u001c-\u001f\u0085\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** Width-folded, without white space, brackets and quotes unified. */
export function fold(value: string): string {
  return value
    .normalize('NFKC')
    .replace(BLANK, '')
    .replace(UNIFIABLE, (mark) => UNIFIED[mark] ?? mark);
}

/** Letters and digits only: for comparing running text. */
export function bare(value: string | null | undefined): string {
  return fold(value ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The first sentence of a heading without its ordinal, letters and digits only. */
export function normHeading(heading: string | null | undefined): string {
  const [sentence = ''] = (heading ?? '').split('。');
  const withoutChapter = sentence.normalize('NFKC').replace(/^\s*第[一二三四五六七八九十百]+[章节条]/, '');
  return bare(
    withoutChapter.trim().replace(/^\s*[（(]?[一二三四五六七八九十百]+[)）、．.]+|^\s*[（(]?\d+[)）、．.]+/, ''),
  );
}
