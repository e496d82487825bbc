/** Where documents are parsed: given to the command line by whoever starts it, so that it starts without the parser. */
import type { Parser } from '../batch/parse-input.js';
import type { ParserPool, PoolOptions } from '../batch/pool.js';

export interface Parsers {
  inThread: Parser;
  startPool(options: Omit<PoolOptions, 'worker'>): Promise<ParserPool>;
}
