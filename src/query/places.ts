/** Where a code point stands in a text, as editors show it. */

export interface PlaceInText {
  line: number;
  column: number;
}

/** Input: a document's text. Output: line and column, from 1, of an offset in code points. */
export function placesIn(text: string): (offset: number) => PlaceInText {
  const starts = [0];
  let offset = 0;
  for (const character of text) {
    offset += 1;
    if (character === '\n') starts.push(offset);
  }
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1 };
  };
}

/** The text between two offsets in code points. */
export function excerpt(text: string, start: number, end: number): string {
  // Without characters outside the plane of most, offsets are those of the string.
  if (!/[\ud800-\udbff]/.test(text)) return text.slice(start, end);
  return Array.from(text).slice(start, end).join('');
}
