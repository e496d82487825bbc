/** From the bytes of one document to what is wanted of it, or to what stood in the way. */
import { UnreadableDocument } from '../model/unreadable.js';
import type { Reading } from './reading.js';

/** Reads a document; throws UnreadableDocument for bytes that are none. */
export type Parse<T> = (bytes: Uint8Array) => T | Promise<T>;

/** `unreadable` is the fault of the bytes and stays until they change; after `trouble` the next run tries again. */
export interface Obstacle {
  kind: 'unreadable' | 'trouble';
  code: string;
  message: string;
}

/** What became of the bytes, and how long it took in milliseconds. */
export type Parsed<T> = ({ kind: 'parsed'; value: T } | Obstacle) & { ms: number };

/** Parses bytes somewhere: here or in a worker. Never rejects. */
export type Parser<T> = (bytes: Uint8Array) => Promise<Parsed<T>>;

/** A document over the limit of a run. */
function tooLarge(size: number): Obstacle & { ms: number } {
  return { kind: 'unreadable', code: 'too-large', message: `${size} bytes are more than --max-bytes allows`, ms: 0 };
}

/** Anything the program itself did wrong on one document; the others go on. */
export function internalTrouble(error: unknown): Obstacle {
  return { kind: 'trouble', code: 'internal', message: `internal error: ${oneLine(error)}` };
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
}

async function outcomeOf<T>(bytes: Uint8Array, parse: Parse<T>) {
  try {
    return { kind: 'parsed' as const, value: await parse(bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) return internalTrouble(error);
    return { kind: 'unreadable' as const, code: error.code, message: oneLine(error) };
  }
}

/** The parser that works in this thread, one document after the other. */
export function inThread<T>(parse: Parse<T>): Parser<T> {
  return async (bytes) => {
    const start = performance.now();
    const outcome = await outcomeOf(bytes, parse);
    return { ...outcome, ms: performance.now() - start };
  };
}

/** Parses what was read; never rejects. */
export async function parseReading<T>({ size, bytes }: Reading, parser: Parser<T>): Promise<Parsed<T>> {
  return bytes === null ? tooLarge(size) : parser(bytes);
}
