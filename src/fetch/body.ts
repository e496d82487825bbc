/** The body of an answer, into a file: never more than the limit, whatever its headers say. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { FetchProblem } from './problem.js';

/** What the requests ask for; an answer in anything else is an error. */
export const ENCODINGS = 'gzip, br';

export interface SavedBody {
  path: string;
  /** SHA-256 of the document, in hex. */
  sha256: string;
  /** Of the document, in bytes. */
  size: number;
}

function decoderOf(encoding: string): Transform[] {
  if (encoding === '' || encoding === 'identity') return [];
  if (encoding === 'gzip' || encoding === 'x-gzip') return [createGunzip()];
  if (encoding === 'br') return [createBrotliDecompress()];
  const name = /^[a-z0-9, -]{1,20}/.exec(encoding)?.[0] ?? '?';
  throw new FetchProblem('network', `an answer in content-encoding ${name}, which was not asked for`);
}

/** Passes bytes on and stops at the first one over the limit, which is told as `told`. */
function counted(limit: number, told: number, see: (chunk: Buffer) => void = () => {}): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) return done(tooLarge(told));
      see(chunk);
      return done(null, chunk);
    },
  });
}

function tooLarge(maxBytes: number): FetchProblem {
  return new FetchProblem('too-large', `more than ${maxBytes} bytes`);
}

/**
 * Saves the body at `path`, decompressed. Both ends are counted: a few bytes may unpack to gigabytes, and an endless stream
 * may unpack to nothing.
 * @throws FetchProblem `too-large`, `network`; the error of the connection
 */
export async function saveBody(
  response: IncomingMessage,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<SavedBody> {
  const decoder = decoderOf((response.headers['content-encoding'] ?? '').trim().toLowerCase());
  // Packing may add some bytes to a small document, but never doubles a large one.
  const maxSent = decoder.length > 0 ? 2 * maxBytes + 1024 : maxBytes;
  if (Number(response.headers['content-length'] ?? 0) > maxSent) throw tooLarge(maxBytes);
  const hash = createHash('sha256');
  let size = 0;
  const measure = counted(maxBytes, maxBytes, (chunk) => {
    hash.update(chunk);
    size += chunk.length;
  });
  await pipeline([response, counted(maxSent, maxBytes), ...decoder, measure, createWriteStream(path)], { signal });
  return { path, sha256: hash.digest('hex'), size };
}
