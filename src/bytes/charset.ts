/** Which charset the bytes are in: byte order mark, strict UTF-8, then whatever reads most like a Chinese document. */
import { isUtf8, transcode } from 'node:buffer';
import { GB_CHARSET_NAMES } from '../lexicon/charset.js';
import { type Looks, looksOf, strangeness } from './plausible.js';

export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Reading {
  charset: Charset;
  /** Decoded, without BOM, U+FFFD for what is not in the charset. */
  text: string;
  looks: Looks;
  /** What speaks for the charset: valid UTF-8 is proof, a byte order mark nearly so. */
  proof: 'valid' | 'mark' | 'guess';
}

/** UTF-16 without BOM must be unmistakable. */
const UTF16_MAX_STRANGENESS = 0.1;
/** What a declared charset weighs between two readings that are as good as one another. */
const DECLARATION_BONUS = 0.01;

/**
 * Decodes the bytes in the charset they are in. A declared charset is only a hint: pages are often declared wrongly.
 * @param bytes the whole file, not empty
 */
export function readCharset(bytes: Uint8Array): Reading {
  const marked = charsetOfMark(bytes);
  if (marked === 'utf-16le' || marked === 'utf-16be') return read(bytes, marked, 'mark');
  const strict = strictUtf8(bytes);
  if (strict && strict.looks.control === 0) return strict;

  const declared = declaredCharset(bytes);
  const candidates = [strict ?? read(bytes, 'utf-8', 'guess'), read(bytes, 'gb18030', 'guess')];
  for (const charset of ['utf-16le', 'utf-16be'] as const) {
    const reading = read(bytes, charset, 'guess');
    if (strangeness(reading.looks) <= UTF16_MAX_STRANGENESS) candidates.push(reading);
  }
  const cost = (reading: Reading): number =>
    strangeness(reading.looks) - (reading.charset === (marked ?? declared) ? DECLARATION_BONUS : 0);
  return candidates.reduce((best, reading) => (cost(reading) < cost(best) ? reading : best));
}

function charsetOfMark(bytes: Uint8Array): Charset | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'gb18030';
  return null;
}

function strictUtf8(bytes: Uint8Array): Reading | null {
  if (!isUtf8(bytes)) return null;
  // A tenth of the time that TextDecoder takes; it keeps the BOM.
  const decoded = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  return { charset: 'utf-8', text, looks: looksOf(text), proof: 'valid' };
}

function read(bytes: Uint8Array, charset: Charset, proof: Reading['proof']): Reading {
  const decoded = new TextDecoder(charset).decode(bytes);
  // The decoder of gb18030 keeps its BOM (84 31 95 33).
  const text = charset === 'gb18030' && decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  return { charset, text, looks: looksOf(text), proof };
}

/** <meta charset="gb2312">, <meta http-equiv=Content-Type content="text/html; charset=gbk">, <?xml encoding="GBK"?> */
const DECLARATION = /<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,20})/i;
/** A declaration stands in the first kilobytes (HTML asks for the first 1,024 bytes; real pages are later). */
const DECLARATION_WITHIN = 8192;

function declaredCharset(bytes: Uint8Array): Charset | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_WITHIN)).toString(
    'latin1',
  );
  const name = DECLARATION.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (GB_CHARSET_NAMES.has(name)) return 'gb18030';
  return name === 'utf-8' || name === 'utf8' ? 'utf-8' : null;
}
