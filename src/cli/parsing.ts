/** Where documents are parsed: given to the command line by whoever starts it, so that it starts without the parser. */
import type { ParserPool, PoolOptions } from '../batch/pool.js';
import type { Parsers } from '../batch/products.js';

export interface Parsing {
  inThread: Pick<Parsers, 'json'>;
  startPool(options: Omit<PoolOptions, 'worker'>): Promise<ParserPool>;
}
