/** From the ledger's offsets, which count code points, to those of JavaScript's strings, which count UTF-16 units. */

/** Returns the function that gives the UTF-16 offset of the code point at an offset of `text` (its length included). */
export function utf16Offsets(text: string): (codePoints: number) => number {
  // Offsets, in code points, right behind each character that takes two units.
  const behindPairs: number[] = [];
  let codePoints = 0;
  for (let i = 0; i < text.length; i += 1, codePoints += 1) {
    const code = text.codePointAt(i) as number;
    if (code <= 0xffff) continue;
    i += 1;
    behindPairs.push(codePoints + 1);
  }
  return (offset) => offset + countUpTo(behindPairs, offset);
}

/** How many of the ascending numbers are not above `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
