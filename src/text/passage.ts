/** Passages of a text by spans that count code points, and how a value is compared with one. */

const BLANK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
/** A page number on a line of its own: ‘- 12 -’. */
const PAGE_NUMBER = /(^|\n)[ \t]*[-—–－]*[ \t]*\d{1,4}[ \t]*[-—–－]*[ \t]*(?=\n|$)/g;
const SURROGATE = /[\ud800-\udbff]/;

export interface Passages {
  /** In code points. */
  length: number;
  slice(start: number, end: number): string;
  /** Whether a value stands at the beginning of a span as it is; may say no where astral characters stand. */
  startsWith(value: string, start: number, end: number): boolean;
}

/** Whether code points and UTF-16 units of a text are the same. */
export const isPlain = (text: string): boolean => !SURROGATE.test(text);

export function passagesOf(text: string, plain = isPlain(text)): Passages {
  if (plain) {
    return {
      length: text.length,
      slice: (start, end) => text.slice(start, end),
      startsWith: (value, start, end) => value.length <= end - start && text.startsWith(value, start),
    };
  }
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) offsets.push(i);
  const at = (point: number) => offsets[point] ?? text.length;
  const slice = (start: number, end: number) => text.slice(at(start), at(end));
  return { length: offsets.length, slice, startsWith: (value, start, end) => slice(start, end).startsWith(value) };
}

/** Width-folded, without white space and without page numbers on lines of their own. */
export function foldPassage(text: string): string {
  return text.normalize('NFKC').replace(PAGE_NUMBER, '$1').replace(BLANK, '');
}

/** Whether a span is no longer than a value needs: the same measure for a value and for a diagnostic that explains one. */
export function isCloseAround(start: number, end: number, value: string): boolean {
  return end - start <= 4 * value.length + 40;
}
