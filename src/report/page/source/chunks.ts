/** Cuts a text into pieces that can be laid out and marked one at a time. */

/** A piece ends with a line once it is this long … */
const CHUNK = 3000;
/** … and inside a line only when that line is longer than this. */
const LONGEST = 12_000;

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** Start of each piece, in UTF-16 units; the first is 0. Pieces begin after line breaks, and never inside a character. */
export function chunkStarts(text: string): number[] {
  const starts = [0];
  let start = 0;
  while (text.length - start > CHUNK) {
    const newline = text.indexOf('\n', start + CHUNK - 1);
    let end = newline < 0 ? text.length : newline + 1;
    if (end - start > LONGEST) {
      end = start + LONGEST;
      if (isLowSurrogate(text.charCodeAt(end))) end -= 1;
    }
    if (end >= text.length) break;
    starts.push(end);
    start = end;
  }
  return starts;
}

/** The piece in which an offset lies: the last that does not start behind it. */
export function chunkAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
