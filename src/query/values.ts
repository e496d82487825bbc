/** Every value of a task with the text it was read off. */
import type { ExportedTask } from '../model/exported.js';
import { excerpt, type PlaceInText, placesIn } from './places.js';

export interface Evidence extends PlaceInText {
  span_start: number;
  span_end: number;
  excerpt: string;
}

export interface ShownValue {
  table: 'tasks' | 'measures' | 'assignments' | 'deadlines' | 'targets' | 'diagnostics';
  row_id: string;
  field: string;
  value: string;
  /** Several where a break cuts the value; none where it stands nowhere. */
  evidence: Evidence[];
}

interface Span {
  span_start: number | null;
  span_end: number | null;
}

/** Columns whose text another column holds: the day is read off the deadline. */
const READ_OFF: Readonly<Record<string, string>> = { deadline_kind: 'deadline_text', due_on: 'deadline_text' };

/** Input: a task and the text of its document. Output: its values in the order in which it is read. */
export function valuesOf(task: ExportedTask, text: string): ShownValue[] {
  const placeAt = placesIn(text);
  const evidenceAt = ({ span_start, span_end }: Span): Evidence[] =>
    span_start === null || span_end === null
      ? []
      : [{ span_start, span_end, ...placeAt(span_start), excerpt: excerpt(text, span_start, span_end) }];

  function value(table: ShownValue['table'], row: Span & { id: string }, field: string, shown: string | null) {
    if (shown === null) return [];
    const column = READ_OFF[field] ?? field;
    const own = task.evidence.filter(
      (one) => one.table_name === table && one.row_id === row.id && one.column_name === column,
    );
    const spans: Span[] = own.length > 0 ? own : [row];
    return [{ table, row_id: row.id, field, value: shown, evidence: spans.flatMap(evidenceAt) }];
  }

  return [
    ...(['ordinal', 'title', 'body', 'deadline_text', 'deadline_kind', 'due_on'] as const).flatMap((field) =>
      value('tasks', task, field, task[field]),
    ),
    ...task.assignments.flatMap((row) =>
      value('assignments', row, row.role, row.name === row.unit ? row.name : `${row.name} = ${row.unit}`),
    ),
    ...task.measures.flatMap((row) => value('measures', row, 'measure', row.text)),
    ...task.deadlines.flatMap((row) => value('deadlines', row, row.origin, `${row.text} → ${row.due_on ?? row.kind}`)),
    ...task.targets.flatMap((row) => value('targets', row, 'target', targetText(row))),
    ...task.diagnostics.flatMap((row) => value('diagnostics', row, row.code, row.message)),
  ];
}

function targetText({ subject, comparator, value, value_high, unit }: ExportedTask['targets'][number]): string {
  const high = value_high === null ? '' : `–${value_high}`;
  return `${subject ?? ''} ${comparator} ${value}${high}${unit ?? ''}`.trim();
}
