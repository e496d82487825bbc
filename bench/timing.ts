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
  // Garbage of the round before must not fall into this one.
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median milliseconds of each work: two rounds to warm up, then the works take turns. */
export function compare(works: readonly [() => void, () => void], rounds: number): [number, number] {
  const [first, second] = works;
  for (let i = 0; i < 2; i++) {
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
