/** Parses documents in a fixed number of worker threads, each with a time limit: a document that hangs or kills its worker fails alone. */
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import type { Obstacle, Parsed, Parser } from './parse-input.js';

export interface PoolOptions {
  /** The module that the workers run; its default export takes bytes and returns what became of them. */
  worker: URL;
  /** How many workers: each keeps what it has loaded until the pool closes. */
  jobs: number;
  /** How long one document may take, in milliseconds. */
  timeout: number;
}

export interface ParserPool {
  parser: Parser;
  close(): Promise<void>;
}

function tookTooLong(ms: number): Obstacle {
  return { kind: 'trouble', code: 'timeout', message: `took longer than ${ms / 1000} s` };
}

function died(error: unknown): Obstacle {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return { kind: 'trouble', code: 'worker-died', message: isMemory ? 'took too much memory' : 'its worker died' };
}

/** Starts the workers; they live until `close`, but for those whose document took too long: they are replaced. */
export function parserPool({ worker, jobs, timeout }: PoolOptions): ParserPool {
  const pool = new Piscina<Uint8Array, Parsed>({
    filename: worker.href,
    minThreads: jobs,
    maxThreads: jobs,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
  });
  // No more tasks than workers: the clock of a document starts when its work does.
  const limit = pLimit(jobs);
  return {
    parser: (bytes) => limit(() => parseInTime(pool, bytes, timeout)),
    close: () => pool.destroy(),
  };
}

async function parseInTime(pool: Piscina<Uint8Array, Parsed>, bytes: Uint8Array, timeout: number): Promise<Parsed> {
  const start = performance.now();
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), timeout);
  try {
    return await pool.run(bytes, { signal: clock.signal });
  } catch (error) {
    return { ...(clock.signal.aborted ? tookTooLong(timeout) : died(error)), ms: performance.now() - start };
  } finally {
    clearTimeout(timer);
  }
}
