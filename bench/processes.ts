/** Runs child.ts, on so many processors. */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './timing.js';

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));
const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

export interface Run {
  ms: number;
  megabytes: number;
}

/** Can a process be held to some processors here? */
export const CAN_PIN = spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;

/** @param cores undefined: all of them */
export function runChild(what: 'extract' | 'parse', folder: string, jobs: number, cores?: number): Run {
  const db = join(tmpdir(), `taizhang-bench-${process.pid}.sqlite`);
  const args = [CHILD, what, folder, db, String(jobs)];
  const pinned = cores === undefined ? [] : ['taskset', '-c', cores === 1 ? '0' : `0-${cores - 1}`];
  const [command = process.execPath, ...rest] = [...pinned, process.execPath, ...args];
  // What was written before, the documents themselves, would go to disk meanwhile.
  spawnSync('sync');
  try {
    return JSON.parse(execFileSync(command, rest, { encoding: 'utf8' })) as Run;
  } finally {
    rmSync(db, { force: true });
  }
}

/** The run of median time of several. */
export function medianRun(times: number, run: () => Run): Run {
  const runs = Array.from({ length: times }, run);
  const ms = median(runs.map((one) => one.ms));
  return runs.reduce((best, one) => (Math.abs(one.ms - ms) < Math.abs(best.ms - ms) ? one : best));
}

/** Milliseconds from the shell to the end of `taizhang parse FILE`, and of a Node that does nothing. */
export function coldStart(file: string): [parse: number, nothing: number] {
  const clock = (args: string[]) => {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - start;
  };
  const rounds = Array.from({ length: 9 }, () => [clock([CLI, 'parse', file]), clock(['-e', '0'])] as const);
  return [median(rounds.map(([one]) => one)), median(rounds.map(([, one]) => one))];
}
