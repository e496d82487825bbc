/** One task as the report lists it. */
import type { AssignmentRow, DeadlineRow, MeasureRow, Role, TargetRow, TaskRow } from '../../model/model.js';
import type { Duty, Task } from '../data.js';
import type { Places } from './places.js';
import type { Around } from './sections.js';

const ROLES: readonly Role[] = ['lead', 'responsible', 'support', 'chief'];

/** What belongs to a task, and what is around it. */
export interface TaskParts {
  assignments: readonly AssignmentRow[];
  deadlines: readonly DeadlineRow[];
  targets: readonly TargetRow[];
  measures: readonly MeasureRow[];
}

export interface TaskContext {
  /** Indexes in the report. */
  document: number;
  task: number;
  places: Places;
  around: Around;
  unitIndex(unitId: string): number;
  /** The place of an assignment to a whole section, which many tasks share. */
  sectionPlace(row: AssignmentRow): number;
}

/** The task's own before those of its measures. */
function byRole(a: AssignmentRow, b: AssignmentRow): number {
  const ofMeasure = (row: AssignmentRow) => Number(row.measure_id !== null);
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || ofMeasure(a) - ofMeasure(b) || a.seq - b.seq;
}

function duties(row: TaskRow, assignments: readonly AssignmentRow[], context: TaskContext): Duty[] {
  const duty = (one: AssignmentRow, scope: Duty['scope'], place: number): Duty => ({
    role: one.role,
    name: one.name,
    unit: context.unitIndex(one.unit_id),
    scope,
    isGroup: one.is_group === 1,
    openEnded: one.open_ended === 1,
    declared: one.basis === 'declared',
    place,
  });
  const own = [...assignments]
    .sort(byRole)
    .map((one) =>
      duty(
        one,
        one.measure_id === null ? 'task' : 'measure',
        context.places.add(one.role, context.task, 'assignments', one, 'name'),
      ),
    );
  const inherited = context.around
    .assigned(row.section_id)
    .map((one) => duty(one, 'section', context.sectionPlace(one)));
  return [...own, ...inherited];
}

/** Makes the entry of a task and adds its places. */
export function taskEntry(row: TaskRow, parts: TaskParts, context: TaskContext): Task {
  const { places, task } = context;
  return {
    id: row.id,
    document: context.document,
    seq: row.seq,
    ordinal: row.ordinal,
    title: row.title,
    body: row.body,
    path: context.around.path(row.section_id),
    place: places.addRow('task', task, row),
    bodyPlace: places.add('body', task, 'tasks', row, 'body'),
    titlePlace: places.addNarrow('title', task, 'tasks', row.id, 'title'),
    measures: parts.measures.map((one) => ({
      text: one.text,
      place: places.add('measure', task, 'measures', one, 'text'),
    })),
    targets: parts.targets.map((one) => ({
      text: one.text,
      subject: one.subject,
      comparator: one.comparator,
      value: one.value,
      valueHigh: one.value_high,
      unit: one.unit,
      dueOn: one.due_on,
      place: places.add('target', task, 'targets', one, 'text'),
    })),
    duties: duties(row, parts.assignments, context),
    deadlineText: row.deadline_text,
    deadlineKind: row.deadline_kind,
    dueOn: row.due_on,
    deadlinePlace: places.addNarrow('deadline', task, 'tasks', row.id, 'deadline_text'),
    deadlines: parts.deadlines.map((one) => ({
      origin: one.origin,
      text: one.text,
      kind: one.kind,
      startsOn: one.starts_on,
      dueOn: one.due_on,
      yearInferred: one.year_inferred === 1,
      place: places.add('deadline', task, 'deadlines', one, 'text'),
    })),
  };
}
