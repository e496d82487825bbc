/** What the pool and its workers say to each other. */
import { threadId } from 'node:worker_threads';
import type { Parsed } from './parse-input.js';
import type { Parsers, Products } from './products.js';

/** Where a worker writes how far it is: its thread, and when it began, so that what it does before is not the document's time. */
export const THREAD = 0;
export const BEGAN = 1;
/** In place of when it began: not yet, and no longer. */
export const NOT_YET = 0;
export const DONE = -1;

/** What a worker is given. */
export interface PoolTask {
  product: keyof Products;
  bytes: Uint8Array;
  progress: SharedArrayBuffer;
}

/** What the module of a worker exports: it does one task at a time, whatever waits. */
export function workOf(parsers: Parsers): (task: PoolTask) => Promise<Parsed<Products[keyof Products]>> {
  let before: Promise<unknown> = Promise.resolve();
  const work = async ({ product, bytes, progress }: PoolTask) => {
    const told = new Float64Array(progress);
    told[THREAD] = threadId;
    told[BEGAN] = Date.now();
    try {
      return await parsers[product](bytes);
    } finally {
      told[BEGAN] = DONE;
    }
  };
  return (task) => {
    const made = before.then(() => work(task));
    before = made.catch(() => {});
    return made;
  };
}
