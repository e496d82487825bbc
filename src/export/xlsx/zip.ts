/**
 * A zip archive written as it grows. fflate and not zlib: what zlib makes of the same bytes depends on the processor (Node's
 * is Chromium's, with code for each), and the same ledger gives the same file everywhere.
 */
import { Zip, ZipDeflate } from 'fflate';
import type { Sink } from '../sink.js';

/** fflate reads it in local time, so it is made in local time; noon stays clear of changes of the clock. */
const NO_TIME = new Date(1980, 0, 1, 12);
const ENOUGH = 1 << 18;

export interface ZipWriter {
  /** Writes one entry. */
  file(path: string, pieces: Iterable<string>): Promise<void>;
  end(): Promise<void>;
}

export function zipTo(sink: Sink): ZipWriter {
  const waiting: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    waiting.push(chunk);
  });
  const send = async () => {
    for (const chunk of waiting.splice(0)) await sink.write(chunk);
  };
  return {
    async file(path, pieces) {
      const entry = new ZipDeflate(path, { level: 6 });
      entry.mtime = NO_TIME;
      zip.add(entry);
      let text = '';
      for (const piece of pieces) {
        text += piece;
        if (text.length < ENOUGH) continue;
        entry.push(Buffer.from(text));
        text = '';
        await send();
      }
      entry.push(Buffer.from(text), true);
      await send();
    },
    async end() {
      zip.end();
      await send();
    },
  };
}
