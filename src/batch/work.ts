/** What the pool and its workers say to each other. */
import type { Parsed, Parser } from './parse-input.js';

/** What a worker is given: the bytes, and where it writes when it began, so that its start does not count as the document's time. */
export interface PoolTask {
  bytes: Uint8Array;
  began: SharedArrayBuffer;
}

/** What the module of a worker exports. */
export function workOf(parser: Parser): (task: PoolTask) => Promise<Parsed> {
  return ({ bytes, began }) => {
    new Float64Array(began)[0] = Date.now();
    return parser(bytes);
  };
}
