/** The order of the ledger's rows. Only here, in the browser, are strings compared as people expect. */

import type { Role } from '../../../model/model.js';
import type { ReportIndex, Task } from '../../data.js';
import { documentName } from './names.js';
import type { State } from './state.js';

const collator = new Intl.Collator('zh-CN', { numeric: true });

const namesIn = (role: Role) => (task: Task) =>
  task.duties
    .filter((duty) => duty.role === role && duty.scope !== 'section')
    .map(({ name }) => name)
    .join('、');

function keysOf(index: ReportIndex, sort: State['sort']): (string | number)[] {
  const { tasks, documents, findings } = index;
  switch (sort) {
    case 'title':
      return tasks.map(({ title, body }) => title ?? body.slice(0, 40));
    case 'lead':
    case 'responsible':
    case 'support':
      return tasks.map(namesIn(sort));
    case 'due':
      return tasks.map(({ dueOn }) => dueOn ?? '');
    case 'source':
      return tasks.map(({ document }) => documentName(documents[document]));
    case 'findings': {
      const counts = tasks.map(() => 0);
      for (const { task, severity } of findings) {
        if (task !== null && severity !== 'info') counts[task] = (counts[task] ?? 0) + 1;
      }
      return counts;
    }
    default:
      return tasks.map((_, i) => i);
  }
}

/** The rank of each task; equal keys rank equally, those without a key last whatever the direction. */
function ranks(keys: readonly (string | number)[]): number[] {
  const distinct = [...new Set(keys)];
  if (typeof keys[0] === 'string') distinct.sort((a, b) => collator.compare(String(a), String(b)));
  else distinct.sort((a, b) => Number(a) - Number(b));
  const rankOf = new Map(distinct.map((key, rank) => [key, rank]));
  return keys.map((key) => (key === '' ? Number.NaN : (rankOf.get(key) ?? 0)));
}

/** Returns the function that orders tasks; the ranks of a column are worked out once. */
export function taskOrder(index: ReportIndex): (tasks: number[], state: State) => number[] {
  const known = new Map<State['sort'], number[]>();
  return (tasks, { sort, desc }) => {
    if (sort === '') return desc ? tasks.reverse() : tasks;
    const rank = known.get(sort) ?? ranks(keysOf(index, sort));
    known.set(sort, rank);
    const sign = desc ? -1 : 1;
    return tasks.sort((a, b) => {
      const [x = 0, y = 0] = [rank[a], rank[b]];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
      return sign * (x - y) || a - b;
    });
  };
}
