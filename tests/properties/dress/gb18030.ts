/** GB18030 by turning the decoder of Node around: two bytes, and four bytes for the rest of Unicode. */

let table: Map<string, number[]> | undefined;

function fourBytes(linear: number): number[] {
  return [
    0x81 + Math.floor(linear / 12600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

function gbTable(): Map<string, number[]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  const put = (bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && character !== '\uFFFD' && !table?.has(character)) table?.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) put([lead, trail]);
  for (let linear = 0; linear < 39420; linear++) put(fourBytes(linear));
  return table;
}

export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code >= 0x10000) bytes.push(...fourBytes(code - 0x10000 + (0x90 - 0x81) * 12600));
    else bytes.push(...(gbTable().get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}
