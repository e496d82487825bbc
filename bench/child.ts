/** One run in a process of its own: `child.js extract|parse FOLDER DB JOBS` prints milliseconds and peak memory as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { inOrder } from '../src/batch/in-order.js';
import { planRun } from '../src/batch/plan.js';
import { aheadOf, parsePlanned } from '../src/batch/planned.js';
import { setEngine } from '../src/cli/engine.js';
import { collectInputs, extract, parserPool } from '../src/index.js';

const STATUS = '/proc/self/status';
const [what, folder = '.', db = '', jobs = '1'] = process.argv.slice(2);
setEngine(what);
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

/** Of this process alone: maxRSS begins, on Linux, with what the process had that started this one. */
function peakMegabytes(): number {
  const peak = existsSync(STATUS) ? /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return Number(peak ?? process.resourceUsage().maxRSS) / 1024;
}
console.log(JSON.stringify({ ms, megabytes: peakMegabytes() }));
