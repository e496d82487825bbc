/** A worker for the tests of the pool: some documents hang, kill it or take all memory, the others are parsed. */
import { workOf } from '../../dist/batch/work.js';
import { parser } from '../../dist/worker.js';

export default workOf((bytes) => {
  const text = Buffer.from(bytes).toString();
  if (text.startsWith('HANG')) for (;;);
  if (text.startsWith('EXIT')) process.exit(1);
  if (text.startsWith('THROW')) throw new Error('a worker that throws');
  if (text.startsWith('EAT')) for (const eaten = []; ; ) eaten.push(new Array(1e6).fill(eaten.length));
  return parser(bytes);
});
