/** What became of the tasks between two ledgers: added, dropped, changed. */
import { foldForComparison } from './likeness.js';
import { pairTasks } from './pair.js';
import { type ComparedTask, FIELDS } from './tasks.js';

export interface FieldChange {
  field: (typeof FIELDS)[number];
  old: string | null;
  new: string | null;
}

export type TaskChange =
  | { kind: 'added'; task: ComparedTask }
  | { kind: 'dropped'; task: ComparedTask }
  | { kind: 'changed'; old: ComparedTask; task: ComparedTask; fields: FieldChange[] };

export interface Diff {
  unchanged: number;
  /** In the order of the new ledger; what was dropped comes last, in the order of the old one. */
  changes: TaskChange[];
}

function fieldChanges(old: ComparedTask, now: ComparedTask): FieldChange[] {
  return FIELDS.flatMap((field) =>
    // Dates are compared as they are: folding takes their dashes.
    (field === 'due_on' ? old[field] === now[field] : foldForComparison(old[field]) === foldForComparison(now[field]))
      ? []
      : [{ field, old: old[field], new: now[field] }],
  );
}

/** Input: the tasks of the old and of the new ledger. */
export function diffTasks(old: readonly ComparedTask[], now: readonly ComparedTask[]): Diff {
  const { pairs, dropped, added } = pairTasks(old, now);
  const became = new Map<ComparedTask, TaskChange>(added.map((task) => [task, { kind: 'added', task }]));
  let unchanged = 0;
  for (const [before, task] of pairs) {
    const fields = fieldChanges(before, task);
    if (fields.length === 0) unchanged += 1;
    else became.set(task, { kind: 'changed', old: before, task, fields });
  }
  const changes = now.flatMap((task) => became.get(task) ?? []);
  return { unchanged, changes: [...changes, ...dropped.map((task): TaskChange => ({ kind: 'dropped', task }))] };
}
