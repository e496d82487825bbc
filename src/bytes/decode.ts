/** The first stage: from the bytes of a file to its text. */
import type { Note } from '../model/model.js';
import { UnreadableDocument } from '../model/unreadable.js';
import { type Charset, type Reading, readCharset } from './charset.js';
import { binaryFormat } from './magic.js';
import { mediaTypeOf } from './media.js';
import { strangeness } from './plausible.js';
import { damageNotes, replaceNul } from './repair.js';

export interface Decoded {
  /** Without BOM, line ends as they stood, U+0000 and undecodable bytes as U+FFFD. */
  text: string;
  mediaType: 'text/plain' | 'text/html';
  charset: Charset;
  /** Repairs, with UTF-16 offsets into `text`. */
  notes: Note[];
}

/** Above these shares of the characters the file is not a text, or too damaged to trust. */
const MAX_CONTROL = 0.02;
const MAX_STRANGE: Record<Reading['proof'], number> = { valid: 1, mark: 0.4, guess: 0.22 };
const MAX_UNDECODABLE_TEXT = 0.3;
const MAX_BROKEN = 0.01;
/** So many are tolerated in a text of any length (a cut tail, a stray byte). */
const ALWAYS_CONTROL = 4;
const ALWAYS_BROKEN = 2;

/**
 * Decodes a file: media type and charset come from the bytes alone.
 * @param bytes the whole file
 * @throws UnreadableDocument `empty` (nothing or white space), `no-text` (other format, random bytes), `damaged`
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new UnreadableDocument('empty', 'the file is empty');
  const format = binaryFormat(bytes);
  if (format) throw new UnreadableDocument('no-text', `not a text: ${format}`);
  const reading = readCharset(bytes);
  if (reading.text.trim() === '') throw new UnreadableDocument('empty', 'the file holds nothing but white space');
  refuseUnreadable(reading);
  if (reading.charset.startsWith('utf-16')) refuseCutUtf16(bytes, reading);
  const damage = damageNotes(reading.text, reading.charset);
  const { text, notes } = replaceNul(reading.text);
  return { text, mediaType: mediaTypeOf(text), charset: reading.charset, notes: [...damage, ...notes] };
}

function refuseUnreadable({ looks, proof }: Reading): void {
  const { length, control, broken } = looks;
  if (control > Math.max(ALWAYS_CONTROL, MAX_CONTROL * length)) {
    throw new UnreadableDocument('no-text', `not a text: ${control} control characters in ${length} characters`);
  }
  if (strangeness(looks, false) > MAX_STRANGE[proof] || broken > MAX_UNDECODABLE_TEXT * length) {
    throw new UnreadableDocument('no-text', 'not a text: the bytes make no sense in UTF-8, UTF-16 or GB18030');
  }
  if (broken > Math.max(ALWAYS_BROKEN, MAX_BROKEN * length)) {
    const share = ((100 * broken) / length).toFixed(1);
    throw new UnreadableDocument('damaged', `damaged: ${broken} undecodable places (${share} % of the characters)`);
  }
}

/** UTF-16 that was cut off in the middle of a unit or of a surrogate pair. */
function refuseCutUtf16(bytes: Uint8Array, { charset }: Reading): void {
  if (bytes.length % 2 === 1) {
    throw new UnreadableDocument('damaged', `damaged: ${charset} text with an odd number of bytes (${bytes.length})`);
  }
  const high = bytes[bytes.length - (charset === 'utf-16le' ? 1 : 2)] ?? 0;
  if (high >= 0xd8 && high < 0xdc) {
    throw new UnreadableDocument('damaged', `damaged: ${charset} text ends inside a surrogate pair`);
  }
}
