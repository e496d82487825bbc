/** What the pool and its workers say to each other. */
import type { Parsed } from './parse-input.js';
import type { Parsers, Products } from './products.js';

/** What a worker is given: the bytes, and where it writes when it began, so that its start does not count as the document's time. */
export interface PoolTask {
  product: keyof Products;
  bytes: Uint8Array;
  began: SharedArrayBuffer;
}

/** What the module of a worker exports. */
export function workOf(parsers: Parsers): (task: PoolTask) => Promise<Parsed<Products[keyof Products]>> {
  return ({ product, bytes, began }) => {
    new Float64Array(began)[0] = Date.now();
    return parsers[product](bytes);
  };
}
