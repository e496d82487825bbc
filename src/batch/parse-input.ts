/** From the bytes of one document to its record, or to what stood in the way. */
import { type DocumentRecord, UnreadableDocument } from '../model/model.js';
import type { Reading } from './reading.js';

/** Reads a document; throws UnreadableDocument for bytes that are none. */
export type Parse = (bytes: Uint8Array) => DocumentRecord | Promise<DocumentRecord>;

/** `unreadable` is the fault of the bytes and stays until they change; after `trouble` the next run tries again. */
export interface Obstacle {
  kind: 'unreadable' | 'trouble';
  code: string;
  message: string;
}

export type Parsed = { kind: 'record'; record: DocumentRecord } | Obstacle;

/** A document over the limit of a run. */
export function tooLarge(size: number): Obstacle {
  return { kind: 'unreadable', code: 'too-large', message: `${size} bytes are more than --max-bytes allows` };
}

/** Anything the program itself did wrong on one document; the others go on. */
export function internalTrouble(error: unknown): Obstacle {
  return { kind: 'trouble', code: 'internal', message: `internal error: ${oneLine(error)}` };
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
}

/** Parses what was read; never throws. */
export async function parseReading({ size, bytes }: Reading, parse: Parse): Promise<Parsed> {
  if (bytes === null) return tooLarge(size);
  try {
    return { kind: 'record', record: await parse(bytes) };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { kind: 'unreadable', code: error.code, message: oneLine(error) };
    return internalTrouble(error);
  }
}
