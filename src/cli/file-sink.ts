/** A file that is there in whole or not at all. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sink } from '../export/sink.js';

/** Runs `write` on a file beside `path`, which takes the place of `path` when all went well. */
export async function writeFile<T>(path: string, write: (sink: Sink) => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  const file = openSync(part, 'w');
  try {
    const result = await write(sinkOf(file)).finally(() => closeSync(file));
    renameSync(part, path);
    return result;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function sinkOf(file: number): Sink {
  return {
    async write(chunk) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    },
  };
}
