/** From UTF-16 offsets to Unicode code points, the way SQLite's substr counts. */

/** Input: a text, and whether its units are its code points. Output: the number of code points before each UTF-16 offset of it. */
export function codePoints(text: string, plain: boolean): (offset: number) => number {
  if (plain) return (offset) => offset;
  const before = new Int32Array(text.length + 1);
  let points = 0;
  for (let i = 0; i < text.length; i++) {
    before[i] = points;
    const code = text.charCodeAt(i);
    const pairs = code >= 0xd800 && code <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    if (!pairs) points++;
  }
  before[text.length] = points;
  return (offset) => before[offset] as number;
}
