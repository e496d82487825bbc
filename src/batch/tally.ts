/** What a run did: counted, and told to whoever listens. */
import type { Outcome } from '../ledger/write.js';
import type { Failure } from './errors.js';

export interface DocumentEvent {
  id: string;
  sources: readonly string[];
  outcome: Outcome;
  /** How long parsing took; 0 where nothing was parsed. */
  ms: number;
  /** How many warnings the document has. */
  warnings: number;
}

/** Hears of what happens as it happens; each part is optional. */
export interface Observer {
  /** The run knows how many documents it has. */
  planned?(documents: number): void;
  /** One document of the plan is done with, well or not. */
  advanced?(): void;
  document?(event: DocumentEvent): void;
  failure?(failure: Failure): void;
  /** A source left the ledger because its file is gone. */
  pruned?(source: string): void;
}

export interface Slow {
  source: string;
  /** Milliseconds that parsing took. */
  ms: number;
}

export interface Tally extends Record<Outcome, number> {
  failed: Failure[];
  /** Documents of this run that have warnings. */
  warned: number;
  /** The documents that took longest, the slowest first. */
  slowest: Slow[];
}

export interface Tallying {
  done(event: DocumentEvent): void;
  fail(failure: Failure): void;
  advance(): void;
  told(): Tally;
}

const SLOWEST = 3;

export function tally(observer: Observer): Tallying {
  const count: Tally = { loaded: 0, replaced: 0, unchanged: 0, failed: [], warned: 0, slowest: [] };
  return {
    done(event) {
      count[event.outcome] += 1;
      if (event.warnings > 0) count.warned += 1;
      if (event.ms > (count.slowest.at(SLOWEST - 1)?.ms ?? 0)) {
        const slow = [...count.slowest, { source: event.sources[0] as string, ms: Math.round(event.ms) }];
        count.slowest = slow.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
      }
      observer.document?.(event);
    },
    fail(failure) {
      count.failed.push(failure);
      observer.failure?.(failure);
    },
    advance: () => observer.advanced?.(),
    told: () => ({ ...count }),
  };
}
