/** Clocks of the benchmark. */

/** Milliseconds of one run. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function clock(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Rounds before the first that counts: as many as the compiler needs to be done. */
const WARM_UP = 6;

/**
 * Median milliseconds of each work; the works take turns. Garbage is collected when it is due, as in any run: forcing it
 * between the rounds would also throw compiled code away.
 */
export function compare(works: readonly [() => void, () => void], rounds: number): [number, number] {
  const [first, second] = works;
  for (let i = 0; i < WARM_UP; i++) {
    first();
    second();
  }
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    times[0].push(clock(first));
    times[1].push(clock(second));
  }
  return [median(times[0]), median(times[1])];
}
