/** From UTF-16 offsets to Unicode code points, the way SQLite's substr counts. */

const ASTRAL = /[\ud800-\udbff]/;

/** Input: a text. Output: the number of code points before each UTF-16 offset of it. */
export function codePoints(text: string): (offset: number) => number {
  if (!ASTRAL.test(text)) return (offset) => offset;
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
