/** What the pictures count. Pure functions of the tasks chosen. */
import type { Role } from '../../../model/model.js';
import type { Target, Task } from '../../data.js';

export interface MonthCount {
  /** `2023-09` */
  month: string;
  deadline: number;
  body: number;
}

/** Deadlines with a date, per month and origin, in the order of time. */
export function deadlinesByMonth(tasks: readonly Task[]): MonthCount[] {
  const months = new Map<string, MonthCount>();
  for (const { origin, dueOn } of tasks.flatMap((task) => task.deadlines)) {
    if (dueOn === null) continue;
    const month = dueOn.slice(0, 7);
    const count = months.get(month) ?? { month, deadline: 0, body: 0 };
    count[origin] += 1;
    months.set(month, count);
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Months since year 0. */
const ordinal = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const nameOf = (months: number) =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;

/** Gaps up to so many months are drawn as empty months, longer ones as a break. */
const SHORT_GAP = 3;

/** The months of a time line: counts, empty months, and the lengths of longer gaps. */
export function timeLine(counts: readonly MonthCount[]): (MonthCount | number)[] {
  return counts.flatMap((count, i) => {
    const before = counts[i - 1];
    if (!before) return [count];
    const missing = ordinal(count.month) - ordinal(before.month) - 1;
    if (missing > SHORT_GAP) return [missing, count];
    const empty = Array.from({ length: missing }, (_, k) => ({
      month: nameOf(ordinal(before.month) + 1 + k),
      deadline: 0,
      body: 0,
    }));
    return [...empty, count];
  });
}

export interface Load {
  unit: number;
  roles: Record<Role, number>;
  total: number;
}

/** Tasks of each body by role, the busiest first. A role of a whole section is not counted again for each of its tasks. */
export function loads(tasks: readonly Task[]): Load[] {
  const found = new Map<number, Load>();
  for (const { duties } of tasks) {
    const counted = new Set<string>();
    for (const { unit, role, scope } of duties) {
      if (scope === 'section' || counted.has(`${unit} ${role}`)) continue;
      counted.add(`${unit} ${role}`);
      const load = found.get(unit) ?? { unit, roles: { lead: 0, responsible: 0, support: 0, chief: 0 }, total: 0 };
      load.roles[role] += 1;
      load.total += 1;
      found.set(unit, load);
    }
  }
  return [...found.values()].sort((a, b) => b.total - a.total || a.unit - b.unit);
}

export interface Pairs {
  /** Bodies in the order in which they are drawn: those that work together stand together. */
  units: number[];
  /** Number of tasks that name both. */
  common(a: number, b: number): number;
  most: number;
}

/** The bodies that share most tasks, and how many each two share. */
export function pairs(tasks: readonly Task[], limit: number): Pairs {
  const shares = new Map<number, Map<number, number>>();
  const weight = new Map<number, number>();
  for (const { duties } of tasks) {
    const own = duties.filter(({ scope, role }) => scope !== 'section' && role !== 'chief');
    const units = [...new Set(own.map(({ unit }) => unit))];
    for (const a of units) {
      const row = shares.get(a) ?? new Map<number, number>();
      shares.set(a, row);
      for (const b of units) if (a !== b) row.set(b, (row.get(b) ?? 0) + 1);
      weight.set(a, (weight.get(a) ?? 0) + units.length - 1);
    }
  }
  const common = (a: number, b: number) => shares.get(a)?.get(b) ?? 0;
  const ranked = [...weight]
    .filter(([, shared]) => shared > 0)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .map(([unit]) => unit);
  const units = neighbours(together(ranked, limit, common), common);
  const most = Math.max(0, ...units.flatMap((a) => units.map((b) => common(a, b))));
  return { units, common, most };
}

/** The bodies that share most, without those that share nothing with another of them: a busy body alone shows nothing. */
function together(ranked: readonly number[], limit: number, common: (a: number, b: number) => number): number[] {
  let chosen = ranked.slice(0, limit);
  for (let next = limit; ; ) {
    const linked = chosen.filter((a) => chosen.some((b) => common(a, b) > 0));
    if (linked.length === chosen.length) return chosen;
    const room = limit - linked.length;
    chosen = [...linked, ...ranked.slice(next, next + room)];
    next += room;
  }
}

/** Orders bodies so that each stands beside the one it shares most with, from the busiest on. */
function neighbours(units: readonly number[], common: (a: number, b: number) => number): number[] {
  const left = [...units];
  const ordered = left.splice(0, 1);
  while (left.length > 0) {
    const last = ordered.at(-1) as number;
    let best = 0;
    for (let i = 1; i < left.length; i += 1) {
      if (common(last, left[i] as number) > common(last, left[best] as number)) best = i;
    }
    ordered.push(...left.splice(best, 1));
  }
  return ordered;
}

export interface TargetEntry {
  task: number;
  target: Target;
}

/** Targets by unit of measure ('' for none), the commonest unit first; in each the largest value first. */
export function targetsByUnit(tasks: readonly Task[], chosen: readonly number[]): [unit: string, TargetEntry[]][] {
  const groups = new Map<string, TargetEntry[]>();
  for (const [i, task] of tasks.entries()) {
    for (const target of task.targets) {
      const unit = target.unit ?? '';
      const group = groups.get(unit) ?? [];
      group.push({ task: chosen[i] as number, target });
      groups.set(unit, group);
    }
  }
  for (const group of groups.values()) group.sort((a, b) => b.target.value - a.target.value || a.task - b.task);
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}
