/** What a worker of the pool runs. */
import { parsersOf } from './batch/products.js';
import { workOf } from './batch/work.js';
import { parseDocument } from './parse.js';

export const parsers = parsersOf(parseDocument);

export default workOf(parsers);
