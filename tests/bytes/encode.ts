/** Writes test files in every charset; GB18030 by turning the decoder of Node around. */

let table: Map<string, number[]> | undefined;

function gbTable(): Map<string, number[]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  return table;
}

/** Four-byte form of a supplementary character. */
function fourBytes(character: string): number[] {
  let linear = (character.codePointAt(0) ?? 0) - 0x10000 + (0x90 - 0x81) * 12600;
  const last = linear % 10;
  linear = Math.floor(linear / 10);
  const third = linear % 126;
  linear = Math.floor(linear / 126);
  return [0x81 + Math.floor(linear / 10), 0x30 + (linear % 10), 0x81 + third, 0x30 + last];
}

export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const pair = gbTable().get(character);
      if (pair) return pair;
      if (code < 0x10000) throw new Error(`no two-byte form: ${character}`);
      return fourBytes(character);
    }),
  );
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const utf8Bom = (text: string): Uint8Array => utf8(`\uFEFF${text}`);

export function utf16(text: string, order: 'le' | 'be', bom: boolean): Uint8Array {
  const bytes = Buffer.from(bom ? `\uFEFF${text}` : text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}

export function randomBytes(size: number, seed: number): Uint8Array {
  let state = seed * 2654435761 + 12345;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
