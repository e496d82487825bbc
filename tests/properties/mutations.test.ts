/**
 * Seeded mutations of the corpus: no throw, no hang, every span re-read, a second run equal. A failing input is written to
 * out/mutations; once understood it moves to fixtures/regressions, where it is replayed for ever.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.js';
import { ROOT } from '../corpus.js';
import { fault, mutation } from './mutations.js';

/** How many seeds; TAIZHANG_MUTATIONS=10000000 for a night. */
const SEEDS = Number(process.env.TAIZHANG_MUTATIONS ?? 100_000);
const THREADS = availableParallelism();
/** A thread that stays at one seed for this many milliseconds hangs. */
const PATIENCE = 30_000;
const KEPT = join(ROOT, 'out/mutations');
const REGRESSIONS = join(ROOT, 'fixtures/regressions');

interface Fault {
  seed: number;
  found: string;
}

function readInThread(first: number): Promise<Fault[]> {
  const at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData = { from: first, to: SEEDS, step: THREADS, at };
  const worker = new Worker(new URL('./mutate-thread.mjs', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    let last = -1;
    const watch = setInterval(() => {
      if (last === at[0]) resolve([{ seed: last, found: 'hangs' }]);
      last = at[0] as number;
    }, PATIENCE);
    const end = (settle: () => void) => {
      clearInterval(watch);
      void worker.terminate();
      settle();
    };
    worker.once('message', (faults: Fault[]) => end(() => resolve(faults)));
    worker.once('error', (error) => end(() => reject(error)));
  });
}

function keep(seed: number): string {
  const bytes = mutation(seed);
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.txt`;
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, name), bytes);
  return name;
}

test(`${SEEDS} mutations`, { timeout: Math.max(600_000, SEEDS * 10) }, async () => {
  const faults = (await Promise.all(Array.from({ length: THREADS }, (_, first) => readInThread(first)))).flat();
  const told = faults
    .sort((a, b) => a.seed - b.seed)
    .map(({ seed, found }) => `${keep(seed)} (seed ${seed}): ${found}`);
  expect(told.slice(0, 10)).toEqual([]);
});

describe('inputs that failed once', () => {
  const names = existsSync(REGRESSIONS) ? readdirSync(REGRESSIONS).sort() : [];
  test.each(names)('%s', (name) => {
    expect(fault(readFileSync(join(REGRESSIONS, name)), parseDocument)).toBeNull();
  });
});
