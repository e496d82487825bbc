/** Stated deadlines and dated promises of a task → rows. */
import type { Range } from '../../blocks/compact.js';
import type { Clause } from '../clause/clause.js';
import type { Deadline } from '../dates/deadline.js';
import { findMilestones } from '../dates/milestones.js';
import type { TaskDraft } from '../draft.js';
import type { Writer } from './writer.js';

/** What is to be said of a date in the body. */
const DATE_NOTES = {
  yearInferred: { code: 'year-inferred', severity: 'info', message: 'the year was taken from the context' },
  slip: {
    code: 'date-slip',
    severity: 'warning',
    message: 'the end of a year and a month stand together; read as the month',
  },
  impossible: {
    code: 'date-impossible',
    severity: 'warning',
    message: 'a day that does not exist; read as the last day of the month',
  },
} as const;

export function deadlinesIn(clauses: readonly Clause[]): readonly Deadline[] {
  const [first] = clauses;
  if (first === undefined || clauses.length === 1) return first?.deadlines ?? [];
  const all: Deadline[] = [];
  for (const clause of clauses) for (const deadline of clause.deadlines) all.push(deadline);
  return all;
}

/** Stated deadlines with their phases, then the dated promises of the body. */
export function writeDeadlines(
  writer: Writer,
  draft: TaskDraft,
  deadlines: readonly Deadline[],
  id: string,
  year: number | null,
): void {
  const { record, copy } = writer;
  let n = 0;
  const promise = (
    row: { dueOn: string | null; yearInferred: boolean } & Range,
    origin: 'deadline' | 'body',
    kind: 'by' | 'ongoing' | 'recurring',
    startsOn: string | null,
  ): void => {
    n++;
    writer.mindEdges(row, id);
    const span = writer.span(row);
    record.deadlines.push({
      id: `${id}:p${n}`,
      task_id: id,
      seq: n,
      origin,
      text: writer.text(row),
      kind,
      starts_on: startsOn,
      due_on: row.dueOn,
      year_inferred: row.yearInferred ? 1 : 0,
      span_start: span.span_start,
      span_end: span.span_end,
    });
  };
  for (const deadline of deadlines) {
    for (const phase of deadline.phases) promise(phase, 'deadline', phase.kind, phase.startsOn);
    for (const note of deadline.notes) {
      writer.note({ ...note, severity: note.code === 'year-inferred' ? 'info' : 'warning' }, id);
    }
  }
  for (const piece of draft.body) {
    for (const found of findMilestones(copy.s, piece.from, piece.to, year)) {
      promise(found, 'body', 'by', null);
      for (const what of ['yearInferred', 'slip', 'impossible'] as const) {
        if (found[what]) writer.note({ ...DATE_NOTES[what], from: found.from, to: found.to }, id);
      }
    }
  }
}
