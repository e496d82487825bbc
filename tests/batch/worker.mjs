/** A worker for the tests of the pool: some documents hang, kill it or take all memory, the others are parsed. */
import { workOf } from '../../dist/batch/work.js';
import { parsers } from '../../dist/worker.js';

function misbehave(bytes) {
  const text = Buffer.from(bytes).toString();
  if (text.startsWith('HANG')) for (;;);
  if (text.startsWith('EXIT')) process.exit(1);
  if (text.startsWith('THROW')) throw new Error('a worker that throws');
  if (text.startsWith('EAT')) for (const eaten = []; ; ) eaten.push(new Array(1e6).fill(eaten.length));
}

const after = (parser) => (bytes) => {
  misbehave(bytes);
  return parser(bytes);
};

export default workOf(Object.fromEntries(Object.entries(parsers).map(([name, parser]) => [name, after(parser)])));
