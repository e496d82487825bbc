/** Prints how time grows with the size of each hostile input: `node tests/properties/run.mjs scale [name]` */
import { parseDocument } from '../../src/parse.js';
import { hostileInputs } from './hostile.js';

const wanted = process.argv[3] ?? '';

function milliseconds(bytes: Uint8Array): number {
  const before = performance.now();
  try {
    parseDocument(bytes);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnreadableDocument') console.log(`  ${error}`.slice(0, 120));
  }
  return performance.now() - before;
}

console.log(`${'input'.padEnd(40)}${['n', 'time n', 'time 2n', 'time 4n', 'growth'].map((head) => head.padStart(10)).join('')}`);
for (const { name, size, make } of hostileInputs.filter((input) => input.name.includes(wanted))) {
  const times = [Number(process.argv[4] ?? 4), 2, 1].map((part) => size / part).map((count) => milliseconds(make(count)));
  const [first = 0, , last = 0] = times;
  // 4 is linear, 16 is quadratic.
  const growth = last < 100 ? '' : (last / Math.max(first, 1)).toFixed(1);
  console.log(`${name.padEnd(40)}${String(size / 4).padStart(10)}${times.map((time) => `${time.toFixed(0)} ms`.padStart(10)).join('')}${growth.padStart(10)}`);
}
