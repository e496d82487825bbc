/** Roles of clauses → assignments of a task, a measure or a section. */
import { ROLES } from '../../model/roles.js';
import type { Clause, RoleEntry } from '../clause/clause.js';
import type { Writer } from './writer.js';

interface Owner {
  task_id: string | null;
  section_id: string | null;
  measure_id: string | null;
}

/** Writes the roles of some clauses, each body once per role. */
export function writeRoles(writer: Writer, clauses: readonly Clause[], owner: Owner): void {
  const counts = ROLES.map(() => 0);
  for (const clause of clauses) {
    for (const entry of clause.roles) {
      if (entry.from >= entry.to) continue;
      const unit = writer.unit(entry, entry.isGroup);
      if (unit.lastOf !== owner) {
        unit.lastOf = owner;
        unit.roles = 0;
      }
      const role = ROLES.indexOf(entry.role);
      if ((unit.roles & (1 << role)) !== 0) continue;
      unit.roles |= 1 << role;
      const seq = (counts[role] as number) + 1;
      counts[role] = seq;
      unit.name = writer.nameAgain(unit.name, entry);
      writeRole(writer, entry, owner, unit.name, unit.id, seq);
    }
  }
}

function writeRole(writer: Writer, entry: RoleEntry, owner: Owner, name: string, unit: string, seq: number): void {
  const { assignments } = writer.record;
  const { span_start, span_end } = writer.span(entry);
  assignments.push({
    id: writer.assignmentId + (assignments.length + 1),
    task_id: owner.task_id,
    section_id: owner.section_id,
    measure_id: owner.measure_id,
    role: entry.role,
    seq,
    name,
    unit_id: unit,
    is_group: entry.isGroup ? 1 : 0,
    open_ended: entry.openEnded ? 1 : 0,
    basis: entry.declared ? 'declared' : 'stated',
    span_start,
    span_end,
  });
}
