/** What a run has to do: its documents by their bytes, in the order of their ids. */
import pLimit from 'p-limit';
import { byteOrder } from '../ledger/byte-order.js';
import { type Failure, fileFailure, UsageError } from './errors.js';
import type { Input } from './inputs.js';

export interface PlannedDocument {
  /** SHA-256 of its bytes, in hex. */
  sha256: string;
  /** In bytes. */
  size: number;
  tooLarge: boolean;
  /** Where it stands in this run, in byte order of the sources; never empty. */
  inputs: [Input, ...Input[]];
}

export interface Plan {
  documents: PlannedDocument[];
  failures: Failure[];
}

/** Inputs that are planned at once: promises for all of them together would outgrow the plan. */
const AT_ONCE = 256;
/** Files read at once, for each job: with fewer this thread waits for the file system at every one. */
const READ_AT_ONCE = 4;

/**
 * Reads every input once for its hash. The order of the plan follows from the bytes alone, so that two builds write the
 * same pages in the same order.
 * @param jobs as many times READ_AT_ONCE files are read at once
 * @throws UsageError when one source has different bytes
 */
export async function planRun(inputs: readonly Input[], jobs: number): Promise<Plan> {
  const limit = pLimit(jobs * READ_AT_ONCE);
  const failures: Failure[] = [];
  const hashBySource = new Map<string, string>();
  const documents = new Map<string, PlannedDocument>();
  const ordered = [...inputs].sort((a, b) => byteOrder(a.source, b.source));
  const read = async (input: Input) => {
    if (input.known) return { ...input.known, tooLarge: false };
    try {
      const { sha256, size, bytes } = await input.load();
      return { sha256, size, tooLarge: bytes === null };
    } catch (error) {
      failures.push(fileFailure(input.source, error));
      return null;
    }
  };
  for (let from = 0; from < ordered.length; from += AT_ONCE) {
    const some = ordered.slice(from, from + AT_ONCE);
    const readings = await limit.map(some, read);
    for (const [i, input] of some.entries()) {
      const reading = readings[i];
      if (!reading) continue;
      const other = hashBySource.get(input.source);
      if (other !== undefined && other !== reading.sha256)
        throw new UsageError(`${input.source}: two different documents`);
      if (other !== undefined) continue;
      hashBySource.set(input.source, reading.sha256);
      const known = documents.get(reading.sha256);
      if (known) known.inputs.push(input);
      else documents.set(reading.sha256, { ...reading, inputs: [input] });
    }
  }
  return { documents: [...documents.values()].sort((a, b) => byteOrder(a.sha256, b.sha256)), failures };
}
