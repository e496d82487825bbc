/** Compares two strings by their UTF-8 bytes, as SQLite does; JavaScript's own order differs beyond U+FFFF. */
export function byteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
