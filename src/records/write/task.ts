/** A task → its row, with its measures, roles, deadlines and targets. */
import type { Deadline } from '../dates/deadline.js';
import type { SectionDraft, TaskDraft } from '../draft.js';
import { deadlinesIn, writeDeadlines } from './deadlines.js';
import { writeRoles } from './roles.js';
import { writeTargets } from './targets.js';
import type { Writer } from './writer.js';

export function writeTask(
  writer: Writer,
  draft: TaskDraft,
  seq: number,
  sections: Map<SectionDraft, string>,
  year: number | null,
): void {
  const { record } = writer;
  const id = `${writer.id}:t${seq}`;
  const deadlines = deadlinesIn(draft.clauses);
  const stated = combine(deadlines);
  const section = draft.section ? (sections.get(draft.section) ?? null) : null;
  // A run-in heading of marks alone is none.
  const title = (draft.title && writer.text(draft.title)) || null;
  // Rows are written out rather than spread: one shape each, and no copies.
  const span = writer.span(draft);
  record.tasks.push({
    id,
    document_id: writer.id,
    section_id: section,
    seq,
    ordinal: draft.ordinal,
    title,
    body: writer.texts(draft.body) || writer.text(draft),
    measure_count: draft.measures.length,
    deadline_text: stated ? writer.text(stated) : null,
    deadline_kind: stated?.kind ?? null,
    due_on: stated?.dueOn ?? null,
    span_start: span.span_start,
    span_end: span.span_end,
  });
  if (draft.title && title !== null) writer.evidence('tasks', id, 'title', [draft.title]);
  writer.evidence('tasks', id, 'body', draft.body);
  if (stated) {
    writer.evidence('tasks', id, 'deadline_text', [stated]);
    writer.mindEdges(stated, id);
  }
  writeRoles(writer, draft.clauses, { task_id: id, section_id: null, measure_id: null });
  draft.measures.forEach((measure, i) => {
    const measureId = `${id}:m${i + 1}`;
    const span = writer.span(measure);
    record.measures.push({
      id: measureId,
      task_id: id,
      seq: i + 1,
      ordinal: measure.ordinal,
      text: writer.text(measure),
      span_start: span.span_start,
      span_end: span.span_end,
    });
    writeRoles(writer, measure.clauses, { task_id: id, section_id: null, measure_id: measureId });
  });

  writeDeadlines(writer, draft, deadlines, id, year);
  writeTargets(writer, draft, id, year);
  for (const clause of draft.clauses) for (const note of clause.notes) writer.note(note, id);
  for (const measure of draft.measures) {
    for (const clause of measure.clauses) for (const note of clause.notes) writer.note(note, id);
  }
  for (const note of draft.notes) writer.note(note, id);
}

/** The deadline of the whole task: several stated ones are phases of it. */
function combine(deadlines: readonly Deadline[]): Deadline | null {
  const first = deadlines[0];
  if (!first || deadlines.length === 1) return first ?? null;
  const dates = deadlines.map((deadline) => deadline.dueOn).filter((date) => date !== null);
  const same = deadlines.every((deadline) => deadline.dueOn === first.dueOn && deadline.kind === first.kind);
  return { ...first, kind: same ? first.kind : 'phased', dueOn: dates.sort().at(-1) ?? null };
}
