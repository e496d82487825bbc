/** Room to write a text in, unit by unit, before it becomes a string: kept, for fresh memory costs more than the writing. */

/** 2 MB: what longer texts need is given back to the system. */
const MOST_KEPT = 1 << 20;
let kept = new Uint16Array(0);

/** Input: how many units are needed. Output: room for at least as many, to be used before anyone else asks. */
export function scratch(units: number): Uint16Array {
  if (units > MOST_KEPT) return new Uint16Array(units);
  if (kept.length < units) kept = new Uint16Array(Math.min(MOST_KEPT, units * 2));
  return kept;
}

/** The string of the first units. */
export const stringOf = (room: Uint16Array, units: number): string =>
  Buffer.from(room.buffer, 0, units * 2).toString('utf16le');

/**
 * The same text in memory of its own: what `slice` gives is a view of the text that it was cut from. Not made in the room
 * above: whoever asks for a copy may stand in the middle of filling it.
 */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
