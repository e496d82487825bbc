/** Reads and parses a document of the plan. */
import { type Failure, fileFailure } from './errors.js';
import { type Parse, type Parsed, parseReading, tooLarge } from './parse-input.js';
import type { PlannedDocument } from './plan.js';

/** A parsed document with the sources that still have its bytes. */
export interface Prepared {
  sources: string[];
  failures: Failure[];
  /** null: nothing was parsed. */
  parsed: Parsed | null;
}

export function sourcesOf(document: PlannedDocument): string[] {
  return document.inputs.map(({ source }) => source);
}

/** Reads the document again, since the plan kept its hash alone, and parses it; never rejects. */
export async function parsePlanned(document: PlannedDocument, parse: Parse): Promise<Prepared> {
  const sources = sourcesOf(document);
  if (document.tooLarge) return { sources, failures: [], parsed: tooLarge(document.size) };
  const failures: Failure[] = [];
  for (const [i, input] of document.inputs.entries()) {
    try {
      const reading = await input.load();
      if (reading.sha256 === document.sha256) {
        return { sources: sources.slice(i), failures, parsed: await parseReading(reading, parse) };
      }
      failures.push({ source: input.source, code: 'changed', message: 'changed while it was read' });
    } catch (error) {
      failures.push(fileFailure(input.source, error));
    }
  }
  return { sources: [], failures, parsed: null };
}
