/** What a worker of the pool runs. */
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { parsersOf } from './batch/products.js';
import { workOf } from './batch/work.js';
import { parseDocument } from './parse.js';

// A run waits for its one writer: workers leave it the processor it needs. Elsewhere priority is the whole process's.
if (!isMainThread && process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

export const parsers = parsersOf(parseDocument);

export default workOf(parsers);
