/** Parses documents in a fixed number of worker threads, each with a time limit: a document that hangs or kills its worker fails alone. */
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import type { Obstacle, Parsed } from './parse-input.js';
import type { Parsers, Products } from './products.js';
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
  parsers: Parsers;
  close(): Promise<void>;
}

type Made = Parsed<Products[keyof Products]>;
type Pool = Piscina<PoolTask, Made>;

const MEMORY = 2048;

function tookTooLong(ms: number): Obstacle {
  return { kind: 'trouble', code: 'timeout', message: `took longer than ${ms / 1000} s` };
}

function died(error: unknown): Obstacle {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return { kind: 'trouble', code: 'worker-died', message: isMemory ? 'took too much memory' : 'its worker died' };
}

function notStarted(error: Error): Obstacle {
  return { kind: 'trouble', code: 'worker-died', message: `its worker did not start: ${error.message}` };
}

/** Documents that the pool is given at once for each worker, which has one at a time: the next ones wait inside. */
const AHEAD = 4;
/** A document whose worker died of another one is given to the next worker, so often. */
const TRIES = 3;

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
  // Neither this map nor the queue of `limit` may lead to a record: what they leave behind when they grow and shrink is
  // collected late, and whatever hangs on it.
  const underWay = new Map<AbortController, Promise<void>>();
  let broken: Error | null = null;
  const endAll = () => {
    for (const clock of underWay.keys()) clock.abort();
  };
  pool.on('error', (error: Error) => {
    // An answer that comes after its document was given up: nobody waits for it, and unheard it would end the process.
    if (error.message.startsWith('Unexpected message')) return;
    // Workers that cannot start would leave every document waiting.
    broken = error;
    endAll();
  });
  const attempt = async (product: keyof Products, bytes: Uint8Array): Promise<Attempt> => {
    if (broken) return { parsed: { ...notStarted(broken), ms: 0 }, isLost: false };
    const clock = new AbortController();
    const trying = parseInTime(pool, { product, bytes }, timeout, clock);
    underWay.set(
      clock,
      trying.then(() => {}),
    );
    try {
      const { parsed, isLost } = await trying;
      return isLost && broken
        ? { parsed: { ...notStarted(broken), ms: parsed.ms }, isLost: false }
        : { parsed, isLost };
    } finally {
      underWay.delete(clock);
    }
  };
  const limit = pLimit(jobs * AHEAD);
  const make = (product: keyof Products) => async (bytes: Uint8Array) => {
    const made: { parsed?: Made } = {};
    await limit(async () => {
      let { parsed, isLost } = await attempt(product, bytes);
      for (let tries = 1; isLost && tries < TRIES; tries++) ({ parsed, isLost } = await attempt(product, bytes));
      made.parsed = parsed;
    });
    return made.parsed;
  };
  return {
    // A worker makes what it is asked for.
    parsers: { json: make('json'), rows: make('rows'), redacted: make('redacted') } as Parsers,
    async close() {
      limit.clearQueue();
      endAll();
      await Promise.all(underWay.values());
      await pool.destroy();
    },
  };
}

interface Attempt {
  parsed: Made;
  /** Its worker ended before it began with this document. */
  isLost: boolean;
}

async function parseInTime(
  pool: Pool,
  wanted: Omit<PoolTask, 'began'>,
  timeout: number,
  clock: AbortController,
): Promise<Attempt> {
  const asked = Date.now();
  const began = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  let isLate = false;
  const check = () => {
    const start = began[0] as number;
    const left = start === 0 ? timeout : start + timeout - Date.now();
    if (left > 0) timer = setTimeout(check, left);
    else {
      isLate = true;
      clock.abort();
    }
  };
  let timer = setTimeout(check, timeout);
  try {
    const task = { ...wanted, began: began.buffer as SharedArrayBuffer };
    return { parsed: await pool.run(task, { signal: clock.signal }), isLost: false };
  } catch (error) {
    const obstacle = isLate ? tookTooLong(timeout) : died(error);
    return { parsed: { ...obstacle, ms: Date.now() - asked }, isLost: !isLate && began[0] === 0 };
  } finally {
    clearTimeout(timer);
  }
}
