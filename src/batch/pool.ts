/** Parses documents in a fixed number of worker threads, each with a time limit: a document that hangs or kills its worker fails alone. */
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import type { Obstacle, Parsed } from './parse-input.js';
import type { Parsers, Products } from './products.js';
import { BEGAN, DONE, NOT_YET, type PoolTask, THREAD } from './work.js';

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

/** Documents a worker is given at once: the next ones wait there, so that it need not wait while the writer is busy. */
const AHEAD = 4;
/** A document whose worker died of another one is given to the next worker, so often: it may stand behind several such. */
const TRIES = 10;

/** Starts the workers; they live until `close`, but for those whose document took too long: they are replaced. */
export function parserPool({ worker, jobs, timeout, memory = MEMORY }: PoolOptions): ParserPool {
  const pool: Pool = new Piscina({
    filename: worker.href,
    minThreads: 1,
    maxThreads: jobs,
    concurrentTasksPerWorker: AHEAD,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  // Neither this set nor the queue of `limit` may lead to a record: what they leave behind when they grow and shrink is
  // collected late, and whatever hangs on it.
  const underWay = new Set<Promise<void>>();
  let broken: Error | null = null;
  pool.on('error', (error: Error) => {
    // An answer that comes after its document was given up: nobody waits for it, and unheard it would end the process.
    if (error.message.startsWith('Unexpected message')) return;
    // Workers that cannot start would leave every document waiting.
    broken = error;
    void pool.destroy();
  });
  const attempt = async (product: keyof Products, bytes: Uint8Array): Promise<Attempt> => {
    if (broken) return { parsed: { ...notStarted(broken), ms: 0 }, isLost: false };
    const trying = parseInTime(pool, { product, bytes }, timeout);
    const settled = trying.then(() => {});
    underWay.add(settled);
    try {
      const { parsed, isLost } = await trying;
      return isLost && broken
        ? { parsed: { ...notStarted(broken), ms: parsed.ms }, isLost: false }
        : { parsed, isLost };
    } finally {
      underWay.delete(settled);
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
      await pool.destroy();
      await Promise.all(underWay);
    },
  };
}

interface Attempt {
  parsed: Made;
  /** Its worker ended before it began with this document, or between the end of it and its answer. */
  isLost: boolean;
}

async function parseInTime(pool: Pool, wanted: Omit<PoolTask, 'progress'>, timeout: number): Promise<Attempt> {
  const asked = Date.now();
  const told = new Float64Array(new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT));
  let isLate = false;
  const check = () => {
    const began = told[BEGAN] as number;
    // Its answer may wait where this thread is busy.
    if (began === DONE) return;
    const left = began === NOT_YET ? timeout : began + timeout - Date.now();
    if (left > 0) {
      timer = setTimeout(check, left);
      return;
    }
    isLate = true;
    // An aborted task would end its worker too, but the pool gives a worker no second task beside one that can be aborted.
    void pool.threads.find(({ threadId }) => threadId === told[THREAD])?.terminate();
  };
  let timer = setTimeout(check, timeout);
  try {
    const task = { ...wanted, progress: told.buffer as SharedArrayBuffer };
    const answer = await pool.run(task);
    const parsed = { ...answer };
    // The pool keeps its tasks in a table that leads, when it has grown, to the next one: what hangs on one task hangs on
    // all later ones, where the table is old. So the answer is emptied.
    if (answer.kind === 'parsed') answer.value = '';
    return { parsed, isLost: false };
  } catch (error) {
    const obstacle = isLate ? tookTooLong(timeout) : died(error);
    const isUnderWay = (told[BEGAN] as number) > NOT_YET;
    return { parsed: { ...obstacle, ms: Date.now() - asked }, isLost: !isLate && !isUnderWay };
  } finally {
    clearTimeout(timer);
  }
}
