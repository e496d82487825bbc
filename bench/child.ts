/** One run in a process of its own: `child.js extract|parse FOLDER DB JOBS` prints milliseconds and peak memory as JSON. */
import { Readable } from 'node:stream';
import { inOrder } from '../src/batch/in-order.js';
import { planRun } from '../src/batch/plan.js';
import { aheadOf, parsePlanned } from '../src/batch/planned.js';
import { collectInputs, extract, parserPool } from '../src/index.js';

const [what, folder = '.', db = '', jobs = '1'] = process.argv.slice(2);
const worker = new URL('../../../dist/worker.js', import.meta.url);

const start = performance.now();
const pool = parserPool({ worker, jobs: Number(jobs), timeout: 60_000 });
const found = await collectInputs([folder], { cwd: '.', maxBytes: 32 * 1024 * 1024, stdin: Readable.from([]) });
if (what === 'extract') await extract({ ...found, db, parser: pool.parsers.rows, jobs: Number(jobs) });
else {
  // As `parse` does: bounded, and nothing is kept.
  const { documents } = await planRun(found.inputs, Number(jobs));
  for await (const _ of inOrder(documents, aheadOf(Number(jobs)), (one) => parsePlanned(one, pool.parsers.json)));
}
const ms = performance.now() - start;
await pool.close();
// Kilobytes on Linux.
console.log(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024 }));
