/** What can be chosen in the filters, with how many tasks each choice has. */
import type { ReportIndex } from '../../data.js';

export interface Choice {
  value: string;
  count: number;
}

function counted(values: Iterable<string>): Choice[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

const byValue = (a: Choice, b: Choice) => (a.value < b.value ? -1 : 1);
const byCount = (a: Choice, b: Choice) => b.count - a.count || byValue(a, b);

/** Months in which something is due. */
export function months({ tasks }: ReportIndex): Choice[] {
  const ofTask = tasks.flatMap(({ deadlines }) => [
    ...new Set(deadlines.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn.slice(0, 7)]))),
  ]);
  return counted(ofTask).sort(byValue);
}

/** Bodies, the busiest first. */
export function bodies({ tasks, units }: ReportIndex): Choice[] {
  const named = tasks.flatMap(({ duties }) => [...new Set(duties.map(({ unit }) => unit))]);
  return counted(named.map((unit) => units[unit]?.name ?? '')).sort(byCount);
}

/** Codes of findings, by the number of tasks they stand on. */
export function codes({ findings }: ReportIndex): Choice[] {
  const pairs = new Set(findings.filter(({ task }) => task !== null).map(({ code, task }) => `${code} ${task}`));
  return counted([...pairs].map((pair) => pair.slice(0, pair.indexOf(' ')))).sort(byCount);
}
