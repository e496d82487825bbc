/** Line ends of other systems. */
import { type Dress, utf8 } from './dress.js';

const ended = (name: string, end: string): Dress => ({
  name,
  fits: () => true,
  wear: ({ text }) => utf8(text.replace(/\r?\n/g, end)),
});

export const lineEnds = [ended('CR LF', '\r\n'), ended('lone CR', '\r')];
