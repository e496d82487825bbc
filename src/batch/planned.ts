/** Reads and parses a document of the plan. */
import { type Failure, fileFailure } from './errors.js';
import type { Ahead } from './in-order.js';
import { type Parsed, type Parser, parseReading } from './parse-input.js';
import type { PlannedDocument } from './plan.js';

/** A parsed document with the sources that still have its bytes. */
export interface Prepared<T> {
  sources: string[];
  failures: Failure[];
  /** null: nothing was parsed. */
  parsed: Parsed<T> | null;
}

/** A slow document must not keep the workers idle: others are parsed behind it and wait, up to this many a job … */
const WAITING = 32;
/** … and to this many bytes of sources; their records take some ten times as much. */
const WAITING_BYTES = 8 * 1024 * 1024;

export function aheadOf(jobs: number): Ahead<PlannedDocument> {
  return { items: jobs * WAITING, weight: WAITING_BYTES, weightOf: ({ size, tooLarge }) => (tooLarge ? 0 : size) };
}

export function sourcesOf(document: PlannedDocument): string[] {
  return document.inputs.map(({ source }) => source);
}

/** Reads the document again, since the plan kept its hash alone, and parses it; never rejects. */
export async function parsePlanned<T>(document: PlannedDocument, parser: Parser<T>): Promise<Prepared<T>> {
  const sources = sourcesOf(document);
  const { size, sha256 } = document;
  if (document.tooLarge)
    return { sources, failures: [], parsed: await parseReading({ size, sha256, bytes: null }, parser) };
  const failures: Failure[] = [];
  for (const [i, input] of document.inputs.entries()) {
    try {
      const reading = await input.load();
      if (reading.sha256 === sha256) {
        return { sources: sources.slice(i), failures, parsed: await parseReading(reading, parser) };
      }
      failures.push({ source: input.source, code: 'changed', message: 'changed while it was read' });
    } catch (error) {
      failures.push(fileFailure(input.source, error));
    }
  }
  return { sources: [], failures, parsed: null };
}
