/** The bytes of an input with their hash; beyond a limit the hash alone, so that memory stays bounded. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { promisify } from 'node:util';

export interface Reading {
  /** SHA-256 in hex. */
  sha256: string;
  /** In bytes. */
  size: number;
  /** null where there are more than the limit. */
  bytes: Uint8Array | null;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a stream to its end and keeps at most `maxBytes` of it. */
export async function readStream(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Reading> {
  const hash = createHash('sha256');
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks = [];
  }
  return { sha256: hash.digest('hex'), size, bytes: size <= maxBytes ? Buffer.concat(chunks) : null };
}

/** Thousands of files: a promise around each call leaves half the garbage that a FileHandle does. */
const open = promisify(fs.open);
const fstat = promisify(fs.fstat);
const read = promisify(fs.read);
const close = promisify(fs.close);

/**
 * Reads a file.
 * @throws the file system's error where it cannot be read
 */
export async function readFile(path: string, maxBytes: number): Promise<Reading> {
  const file = await open(path, 'r');
  try {
    const { size } = await fstat(file);
    const bytes = size <= maxBytes ? await readWhole(file, size) : null;
    if (bytes) return { sha256: sha256(bytes), size: bytes.length, bytes };
  } finally {
    await close(file);
  }
  return readStream(fs.createReadStream(path), maxBytes);
}

/** @returns null where the file is longer than it was said to be: it grows, or is none that has a size */
async function readWhole(file: number, size: number): Promise<Uint8Array | null> {
  const room = new Uint8Array(size + 1);
  let length = 0;
  do {
    const { bytesRead } = await read(file, room, length, room.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  } while (length < size);
  return length > size ? null : room.subarray(0, length);
}
