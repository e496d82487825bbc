/** Finds for each task of one ledger the same task in another one. */
import { foldForComparison, likeness, pairsOf } from './likeness.js';
import type { ComparedTask } from './tasks.js';

export interface Paired {
  pairs: [old: ComparedTask, now: ComparedTask][];
  dropped: ComparedTask[];
  added: ComparedTask[];
}

/** Texts less alike than this are two tasks. */
const ALIKE = 0.5;
/** Each task is compared with those that share one of its rarest pairs of characters, if few enough have it. */
const RAREST = 24;
const COMMON = 60;

/** Tasks with the same text first, then those with the same title in the same document, then the most alike. */
export function pairTasks(old: readonly ComparedTask[], now: readonly ComparedTask[]): Paired {
  const paired: Paired = { pairs: [], dropped: [...old], added: [...now] };
  byKey(paired, ({ source, body }) => `${source}\n${foldForComparison(body)}`);
  byKey(paired, ({ body }) => foldForComparison(body));
  byKey(paired, ({ source, title }) => (title === null ? null : `${source}\n${foldForComparison(title)}`));
  byLikeness(paired);
  return paired;
}

/** Pairs tasks with the same key; of several with one key, the first with the first. */
function byKey(paired: Paired, keyOf: (task: ComparedTask) => string | null): void {
  const waiting = new Map<string, ComparedTask[]>();
  for (const task of paired.dropped) {
    const key = keyOf(task);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), task]);
  }
  const taken = new Set<ComparedTask>();
  for (const task of paired.added) {
    const key = keyOf(task);
    const same = key === null ? undefined : waiting.get(key)?.shift();
    if (same === undefined) continue;
    paired.pairs.push([same, task]);
    taken.add(same).add(task);
  }
  leave(paired, taken);
}

function byLikeness(paired: Paired): void {
  const pairs = new Map([...paired.dropped, ...paired.added].map((task) => [task, pairsOf(task.body)]));
  const having = new Map<string, ComparedTask[]>();
  for (const task of paired.dropped)
    for (const pair of pairs.get(task) ?? []) {
      const tasks = having.get(pair);
      if (tasks) tasks.push(task);
      else having.set(pair, [task]);
    }
  const found: { old: ComparedTask; now: ComparedTask; alike: number; order: number }[] = [];
  for (const [order, now] of paired.added.entries()) {
    const own = pairs.get(now) ?? new Set();
    const rare = [...own]
      .map((pair) => having.get(pair) ?? [])
      .filter((tasks) => tasks.length > 0 && tasks.length <= COMMON)
      .sort((a, b) => a.length - b.length);
    for (const old of new Set(rare.slice(0, RAREST).flat())) {
      const alike = likeness(pairs.get(old) ?? new Set(), own);
      if (alike >= ALIKE) found.push({ old, now, alike, order });
    }
  }
  found.sort((a, b) => b.alike - a.alike || a.order - b.order);
  const taken = new Set<ComparedTask>();
  for (const { old, now } of found) {
    if (taken.has(old) || taken.has(now)) continue;
    paired.pairs.push([old, now]);
    taken.add(old).add(now);
  }
  leave(paired, taken);
}

function leave(paired: Paired, taken: ReadonlySet<ComparedTask>): void {
  paired.dropped = paired.dropped.filter((task) => !taken.has(task));
  paired.added = paired.added.filter((task) => !taken.has(task));
}
