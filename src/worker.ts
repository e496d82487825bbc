/** What a worker of the pool runs: bytes in, what became of them out. */
import { inThread } from './batch/parse-input.js';
import { parseDocument } from './parse.js';

export default inThread(parseDocument);
