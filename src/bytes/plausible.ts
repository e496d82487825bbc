/** How much a decoded string looks like a Chinese document: what tells the right charset from a wrong one. */

export interface Looks {
  /** UTF-16 code units looked at. */
  length: number;
  /** U+FFFD: bytes the charset does not know. */
  broken: number;
  /** C0 controls and DEL except tab, LF, VT, FF, CR. */
  control: number;
  /** Private use, unassigned, C1 controls and scripts that do not occur here: gb18030 decodes much binary to them. */
  odd: number;
  /** Legitimate but seldom: 生僻字, supplementary planes, other letters and symbols. */
  rare: number;
}

const FAMILIAR = 0;
const RARE = 1;
const ODD = 2;
const CONTROL = 3;
const BROKEN = 4;

/** Assigned characters of the scripts a Chinese document may hold. */
const POSSIBLE_CHARACTER =
  /[\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const NOT_A_CHARACTER = /[\p{Cn}\p{Co}\p{Cc}]/u;

let kinds: Uint8Array | undefined;

/** One byte for each UTF-16 code unit; built at first use (about 10 ms). */
function kindTable(): Uint8Array {
  if (kinds) return kinds;
  kinds = new Uint8Array(0x10000).fill(ODD);
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (unit >= 0xd800 && unit < 0xe000) kinds[unit] = RARE;
    else if (POSSIBLE_CHARACTER.test(character) && !NOT_A_CHARACTER.test(character)) kinds[unit] = RARE;
  }
  for (let unit = 0; unit < 0x20; unit++) kinds[unit] = CONTROL;
  for (let unit = 0x20; unit < 0x7f; unit++) kinds[unit] = FAMILIAR;
  kinds[0x7f] = CONTROL;
  for (const unit of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0xa0]) kinds[unit] = FAMILIAR;
  for (const character of familiarGb2312()) kinds[character.charCodeAt(0)] = FAMILIAR;
  kinds[0xfffd] = BROKEN;
  return kinds;
}

/** Rows 1–3 of GB 2312 (punctuation, numbers, full-width ASCII) and rows 16–55 (一级汉字, the 3,755 common characters). */
function familiarGb2312(): string {
  const bytes: number[] = [];
  for (let row = 1; row <= 55; row++) {
    if (row > 3 && row < 16) continue;
    for (let cell = 1; cell <= 94; cell++) bytes.push(0xa0 + row, 0xa0 + cell);
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

/** Counts the kinds of characters of a text; linear. */
export function looksOf(text: string): Looks {
  const table = kindTable();
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const kind = table[text.charCodeAt(i)] ?? ODD;
    // Nearly all are, and nobody asks how many.
    if (kind !== FAMILIAR) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [, rare = 0, odd = 0, control = 0, broken = 0] = counts;
  return { length: text.length, broken, control, odd, rare };
}

/** A rare character is a third of a wrong one: names of places and people hold them, mojibake is made of them. */
const RARE_WEIGHT = 0.3;

/** How unlikely the text is: 0 (all familiar) to 1; `withBroken` false leaves the undecodable characters aside. */
export function strangeness(looks: Looks, withBroken = true): number {
  const wrong = looks.odd + looks.control + RARE_WEIGHT * looks.rare;
  const length = withBroken ? looks.length : looks.length - looks.broken;
  return length > 0 ? (wrong + (withBroken ? looks.broken : 0)) / length : 1;
}
