/** Two spellings of the same fact: the folding of the scoring rules (widths, white space, quotes and brackets). */

const ALIKE: Readonly<Record<string, string>> = {
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

const ALIKE_CHARACTERS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: separators that python counts as white space
const BLANK = /[\s\u001c-\u001f\u0085\u00ad\u200b-\u200d\u2060\ufeff]+/g;

export function fold(value: string | null): string | null {
  if (value === null) return null;
  return value
    .normalize('NFKC')
    .replace(BLANK, '')
    .replace(ALIKE_CHARACTERS, (character) => ALIKE[character] ?? character);
}

/** Letters and digits only: to know a task again. */
export function bare(value: string | null): string {
  return (fold(value) ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
}
