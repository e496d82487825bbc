/**
 * Mandates (上级部署任务) that lost their row: they stand in rows of their own behind the tasks of a page and belong, in
 * order, to the tasks whose wording they share most.
 */
import type { Range } from '../../../blocks/compact.js';

/** Shared runs of three characters that make a kinship. */
const LEAST = 3;

function trigrams(s: string, ranges: readonly Range[]): Set<string> {
  const out = new Set<string>();
  for (const range of ranges) for (let i = range.from; i + 3 <= range.to; i++) out.add(s.slice(i, i + 3));
  return out;
}

/**
 * Input: bodies of the tasks without a mandate and the mandates without a task, both in document order.
 * Output: for each task the index of its mandate, -1 where it shares no wording with any.
 */
export function matchMandates(s: string, tasks: readonly (readonly Range[])[], mandates: readonly Range[]): number[] {
  const wanted = mandates.map((mandate) => trigrams(s, [mandate]));
  const share = tasks.map((body) => {
    const own = trigrams(s, body);
    return wanted.map((set) => {
      let n = 0;
      for (const gram of set) if (own.has(gram)) n++;
      return n >= LEAST ? n / Math.sqrt(Math.max(1, set.size)) : 0;
    });
  });
  // best[i][j]: most wording shared by the first i tasks when none of them has a mandate behind j
  const rows = tasks.length;
  const columns = mandates.length;
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  for (let i = 1; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      const skip = (best[i - 1] as Float64Array)[j] as number;
      const left = j > 0 ? ((best[i] as Float64Array)[j - 1] as number) : 0;
      const take =
        j > 0 && (share[i - 1]?.[j - 1] ?? 0) > 0
          ? ((best[i - 1] as Float64Array)[j] as number) + (share[i - 1]?.[j - 1] as number)
          : 0;
      (best[i] as Float64Array)[j] = Math.max(skip, left, take);
    }
  }
  const out = new Array<number>(rows).fill(-1);
  let j = columns;
  for (let i = rows; i > 0; i--) {
    while (j > 0 && (best[i] as Float64Array)[j] === (best[i] as Float64Array)[j - 1]) j--;
    if (j === 0) break;
    const take = ((best[i - 1] as Float64Array)[j] as number) + (share[i - 1]?.[j - 1] ?? 0);
    if ((share[i - 1]?.[j - 1] ?? 0) > 0 && (best[i] as Float64Array)[j] === take) out[i - 1] = j - 1;
  }
  return out;
}
