/** Parses documents in a fixed number of worker threads, each with a time limit: a document that hangs or kills its worker fails alone. */
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import type { Obstacle, Parsed, Parser } from './parse-input.js';
import type { PoolTask } from './work.js';

export interface PoolOptions {
  /** The module that the workers run; its default export takes bytes and returns what became of them. */
  worker: URL;
  /** How many workers: each keeps what it has loaded until the pool closes. */
  jobs: number;
  /** How long one document may take, in milliseconds. */
  timeout: number;
  /** How much memory a worker's objects may take, in megabytes; 2,048 unless told. */
  memory?: number;
}

export interface ParserPool {
  parser: Parser;
  close(): Promise<void>;
}

type Pool = Piscina<PoolTask, Parsed>;

const MEMORY = 2048;

function tookTooLong(ms: number): Obstacle {
  return { kind: 'trouble', code: 'timeout', message: `took longer than ${ms / 1000} s` };
}

function died(error: unknown, ending: AbortSignal): Obstacle {
  if (ending.reason instanceof Error && ending.reason.name !== 'AbortError')
    return { kind: 'trouble', code: 'worker-died', message: `its worker did not start: ${ending.reason.message}` };
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return { kind: 'trouble', code: 'worker-died', message: isMemory ? 'took too much memory' : 'its worker died' };
}

/** Starts the workers; they live until `close`, but for those whose document took too long: they are replaced. */
export function parserPool({ worker, jobs, timeout, memory = MEMORY }: PoolOptions): ParserPool {
  const pool: Pool = new Piscina({
    filename: worker.href,
    minThreads: 1,
    maxThreads: jobs,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const ending = new AbortController();
  pool.on('error', (error: Error) => {
    // An answer that comes after its document was given up: nobody waits for it, and unheard it would end the process.
    if (error.message.startsWith('Unexpected message')) return;
    // Workers that cannot start would leave every document waiting.
    ending.abort(error);
  });
  // No more tasks than workers: the clock of a document starts when its work does.
  const limit = pLimit(jobs);
  const underWay = new Set<Promise<Parsed>>();
  const parser: Parser = (bytes) =>
    limit(async () => {
      const parsing = parseInTime(pool, bytes, timeout, ending.signal);
      underWay.add(parsing);
      try {
        return await parsing;
      } finally {
        underWay.delete(parsing);
      }
    });
  return {
    parser,
    async close() {
      limit.clearQueue();
      ending.abort();
      await Promise.all(underWay);
      await pool.destroy();
    },
  };
}

async function parseInTime(pool: Pool, bytes: Uint8Array, timeout: number, ending: AbortSignal): Promise<Parsed> {
  const asked = Date.now();
  const began = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  const clock = new AbortController();
  const check = () => {
    const start = began[0] as number;
    const left = start === 0 ? timeout : start + timeout - Date.now();
    if (left > 0) timer = setTimeout(check, left);
    else clock.abort();
  };
  let timer = setTimeout(check, timeout);
  try {
    const signal = AbortSignal.any([clock.signal, ending]);
    return await pool.run({ bytes, began: began.buffer as SharedArrayBuffer }, { signal });
  } catch (error) {
    return { ...(clock.signal.aborted ? tookTooLong(timeout) : died(error, ending)), ms: Date.now() - asked };
  } finally {
    clearTimeout(timer);
  }
}
