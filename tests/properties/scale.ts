/**
 * Prints how time grows with the size of each hostile input: `node tests/properties/run.mjs scale [name]`. Each runs in a
 * process of its own, ended after LIMIT: `scale NAME SIZE` is that process.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseDocument } from '../../src/parse.js';
import { hostileInputs } from './hostile.js';

const LIMIT = 30_000;
const [wanted = '', size] = process.argv.slice(3);
const inputs = hostileInputs.filter((input) =>
  size === undefined ? input.name.includes(wanted) : input.name === wanted,
);

function milliseconds(bytes: Uint8Array): number {
  const before = performance.now();
  try {
    parseDocument(bytes);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnreadableDocument') throw error;
  }
  return performance.now() - before;
}

function alone(name: string, count: number): number {
  const run = fileURLToPath(new URL('./run.mjs', import.meta.url));
  const ran = spawnSync(process.execPath, [run, 'scale', name, String(count)], { timeout: LIMIT, encoding: 'utf8' });
  if (ran.status !== null && ran.status !== 0) console.log(`  ${ran.stderr.trim().slice(0, 200)}`);
  return ran.status === 0 ? Number(ran.stdout) : Number.NaN;
}

const shown = (time: number): string =>
  (Number.isNaN(time) ? `> ${LIMIT / 1000} s` : `${time.toFixed(0)} ms`).padStart(10);

if (size !== undefined)
  for (const input of inputs) process.stdout.write(String(milliseconds(input.make(Number(size)))));
else {
  console.log(
    `${'input'.padEnd(40)}${['n', 'time n', 'time 2n', 'time 4n', 'growth'].map((head) => head.padStart(10)).join('')}`,
  );
  for (const { name, size: most } of inputs) {
    const times = [most / 4, most / 2, most].map((count) => alone(name, count));
    const [first = 0, , last = 0] = times;
    // 4 is linear, 16 is quadratic; below a tenth of a second it is only noise.
    const growth = last < 100 ? '' : (last / first).toFixed(1);
    console.log(`${name.padEnd(40)}${String(most / 4).padStart(10)}${times.map(shown).join('')}${growth.padStart(10)}`);
  }
}
