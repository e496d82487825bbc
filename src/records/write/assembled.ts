/**
 * The last look at a record: a value that does not stand in its span as it is, and that nothing else explains, is noted.
 * Breaks, marks and blanks inside values are explained where they are met; this is for the text that nobody foresaw.
 */
import type { DiagnosticRow, DocumentRecord } from '../../model/model.js';
import { foldPassage, isCloseAround, passagesOf } from '../../text/passage.js';

interface Spanned {
  span_start: number;
  span_end: number;
}

/** The values of a record whose evidence is the span of their row, and whether it must be close around them. */
function* valuesOf(record: DocumentRecord): Generator<[value: string, row: Spanned, isTight: boolean]> {
  for (const row of record.recipients) yield [row.name, row, true];
  for (const row of record.assignments) yield [row.name, row, true];
  for (const row of record.deadlines) yield [row.text, row, true];
  for (const row of record.contacts) yield [row.value, row, false];
  for (const row of record.sections) yield [row.heading, row, false];
  for (const row of record.measures) yield [row.text, row, false];
  for (const row of record.targets) yield [row.text, row, false];
  for (const row of record.reporting) yield [row.text, row, false];
  for (const row of record.cases) yield [row.title, row, false];
  for (const row of record.practices) yield [row.title, row, false];
  for (const row of record.tasks) if (row.title !== null) yield [row.title, row, false];
  yield* deadlinesOf(record);
}

/** What a task says of its time stands in a span of its own. */
function* deadlinesOf(record: DocumentRecord): Generator<[string, Spanned, boolean]> {
  const texts = new Map(record.tasks.map(({ id, deadline_text }) => [id, deadline_text]));
  for (const row of record.evidence) {
    if (row.table_name !== 'tasks' || row.column_name !== 'deadline_text' || row.seq !== 1) continue;
    const value = texts.get(row.row_id);
    if (value) yield [value, row, false];
  }
}

/** Adds the notes to `record`, whose diagnostics have no ids yet. */
export function noteAssembled(record: DocumentRecord): void {
  const text = passagesOf(record.document.text);
  const isNoted = ({ span_start, span_end }: Spanned) =>
    record.diagnostics.some((note) => note.span_start === span_start && note.span_end === span_end);
  const isExplained = (row: Spanned, value: string) =>
    record.diagnostics.some(
      ({ span_start: start, span_end: end }) =>
        start !== null &&
        end !== null &&
        start < row.span_end &&
        row.span_start < end &&
        isCloseAround(start, end, value),
    );
  for (const [value, row, isTight] of valuesOf(record)) {
    const passage = text.slice(row.span_start, row.span_end);
    const isNear = !isTight || isCloseAround(row.span_start, row.span_end, value);
    const stands = standsIn(passage, value);
    // What is spread over many pages is not explained by the number of one of them.
    if ((isNear && (stands || isExplained(row, value))) || isNoted(row)) continue;
    record.diagnostics.push(assembled(record.document.id, row));
  }
}

/** Values stand at the beginning of their passages more often than not, and folding is dear. */
function standsIn(passage: string, value: string): boolean {
  if (passage.includes(value)) return true;
  const folded = foldPassage(value);
  const beginning = passage.slice(0, 2 * value.length + 40);
  return foldPassage(beginning).includes(folded) || (beginning !== passage && foldPassage(passage).includes(folded));
}

function assembled(document: string, { span_start, span_end }: Spanned): DiagnosticRow {
  return {
    id: '',
    document_id: document,
    task_id: null,
    code: 'value-assembled',
    severity: 'info',
    message: 'a value here is put together from pieces of this passage',
    span_start,
    span_end,
  };
}
