/** What a worker of the pool runs. */
import { inThread } from './batch/parse-input.js';
import { workOf } from './batch/work.js';
import { parseDocument } from './parse.js';

export const parser = inThread(parseDocument);

export default workOf(parser);
