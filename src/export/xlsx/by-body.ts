/** The view 按单位: one row for each body, role and task. */
import { byteOrder } from '../../ledger/byte-order.js';
import type { AssignmentScope, ExportedTask } from '../../model/exported.js';
import type { Role } from '../../model/model.js';
import { ROLE_NAMES } from '../names.js';

const ROLES = Object.keys(ROLE_NAMES) as Role[];
/** The nearest first: who has a role in the task itself does not show again for a measure or a section. */
const SCOPES: readonly AssignmentScope[] = ['task', 'measure', 'section'];
const SCOPE_NAMES: Readonly<Record<AssignmentScope, string>> = { task: '任务', measure: '分项', section: '章节' };

export interface Duty {
  unit: string;
  role: string;
  scope: string;
  /** Place of the task among the tasks of the export. */
  task: number;
}

/** Four numbers a duty: of a hundred thousand tasks there are many. */
type Packed = readonly [unit: number, role: number, scope: number, task: number];

export interface Duties {
  add(task: ExportedTask, index: number): void;
  /** Bodies by name in byte order (areas with them: names begin with the area), then roles, then as `dueOf` sorts tasks. */
  sorted(dueOf: (task: number) => number): Generator<Duty>;
}

export function collectDuties(): Duties {
  const numbers = new Map<string, number>();
  const units: { id: string; name: string }[] = [];
  const duties: Packed[] = [];

  function numberOf(id: string, name: string): number {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, units.length);
    return units.push({ id, name }) - 1;
  }

  return {
    add(task, index) {
      const nearest = new Map<string, { unit: number; role: number; scope: number }>();
      for (const { unit_id, unit, role, scope } of task.assignments) {
        const duty = { unit: numberOf(unit_id, unit), role: ROLES.indexOf(role), scope: SCOPES.indexOf(scope) };
        const key = `${duty.role} ${unit_id}`;
        const known = nearest.get(key);
        if (known === undefined || duty.scope < known.scope) nearest.set(key, duty);
      }
      for (const { unit, role, scope } of nearest.values()) duties.push([unit, role, scope, index]);
    },
    *sorted(dueOf) {
      const order = units.map((_, i) => i).sort((a, b) => compare(units[a], units[b]));
      const rank = new Int32Array(units.length);
      for (const [at, unit] of order.entries()) rank[unit] = at;
      duties.sort(
        ([unitA, roleA, , a], [unitB, roleB, , b]) =>
          (rank[unitA] as number) - (rank[unitB] as number) || roleA - roleB || dueOf(a) - dueOf(b) || a - b,
      );
      for (const [unit, role, scope, task] of duties) {
        yield {
          unit: units[unit]?.name ?? '',
          role: ROLE_NAMES[ROLES[role] as Role],
          scope: SCOPE_NAMES[SCOPES[scope] as AssignmentScope],
          task,
        };
      }
    },
  };
}

type Named = { id: string; name: string } | undefined;

function compare(a: Named, b: Named): number {
  return byteOrder(a?.name ?? '', b?.name ?? '') || byteOrder(a?.id ?? '', b?.id ?? '');
}
