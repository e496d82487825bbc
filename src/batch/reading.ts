/** The bytes of an input with their hash; beyond a limit the hash alone, so that memory stays bounded. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

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

/**
 * Reads a file.
 * @throws the file system's error where it cannot be read
 */
export async function readFile(path: string, maxBytes: number): Promise<Reading> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size <= maxBytes) {
      const bytes = await file.readFile();
      if (bytes.length <= maxBytes) return { sha256: sha256(bytes), size: bytes.length, bytes };
    }
  } finally {
    await file.close();
  }
  return readStream(createReadStream(path), maxBytes);
}
