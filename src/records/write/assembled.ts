/**
 * The last look at a record: a value that does not stand in its span as it is, and that nothing else explains, is noted.
 * Breaks, marks and blanks inside values are explained where they are met; this is for the text that nobody foresaw.
 */
import type { DiagnosticRow, DocumentRecord } from '../../model/model.js';
import { foldPassage, isCloseAround, passagesOf } from '../../text/passage.js';

type Look = (value: string, start: number, end: number, isTight: boolean) => void;

/**
 * Shows the values of a record whose evidence is the span of their row, and says whether it must be close around them. Each
 * table has a loop of its own: one place that reads rows of all shapes reads each of them slowly.
 */
function eachValue(record: DocumentRecord, look: Look): void {
  for (const row of record.recipients) look(row.name, row.span_start, row.span_end, true);
  for (const row of record.assignments) look(row.name, row.span_start, row.span_end, true);
  for (const row of record.deadlines) look(row.text, row.span_start, row.span_end, true);
  for (const row of record.contacts) look(row.value, row.span_start, row.span_end, false);
  for (const row of record.sections) look(row.heading, row.span_start, row.span_end, false);
  for (const row of record.measures) look(row.text, row.span_start, row.span_end, false);
  for (const row of record.targets) look(row.text, row.span_start, row.span_end, false);
  for (const row of record.reporting) look(row.text, row.span_start, row.span_end, false);
  for (const row of record.cases) look(row.title, row.span_start, row.span_end, false);
  for (const row of record.practices) look(row.title, row.span_start, row.span_end, false);
  for (const row of record.tasks) if (row.title !== null) look(row.title, row.span_start, row.span_end, false);
  eachDeadline(record, look);
}

/** What a task says of its time stands in a span of its own: the evidence lies in the order of the tasks. */
function eachDeadline({ tasks, evidence }: DocumentRecord, look: Look): void {
  let task = 0;
  for (const row of evidence) {
    if (row.column_name !== 'deadline_text' || row.table_name !== 'tasks' || row.seq !== 1) continue;
    while (task < tasks.length && tasks[task]?.id !== row.row_id) task++;
    const value = tasks[task]?.deadline_text;
    if (value) look(value, row.span_start, row.span_end, false);
  }
}

/** Adds the notes to `record`, whose diagnostics have no ids yet; `plain`: its text has no characters outside the BMP. */
export function noteAssembled(record: DocumentRecord, plain: boolean): void {
  const { diagnostics } = record;
  const text = passagesOf(record.document.text, plain);
  const isNoted = (start: number, end: number) =>
    diagnostics.some((note) => note.span_start === start && note.span_end === end);
  const isExplained = (from: number, to: number, value: string) =>
    diagnostics.some(
      ({ span_start: start, span_end: end }) =>
        start !== null && end !== null && start < to && from < end && isCloseAround(start, end, value),
    );
  eachValue(record, (value, start, end, isTight) => {
    const isNear = !isTight || isCloseAround(start, end, value);
    // Most values stand at the beginning of their spans, letter by letter.
    if (isNear && text.startsWith(value, start, end)) return;
    const stands = standsIn(text.slice(start, end), value);
    // What is spread over many pages is not explained by the number of one of them.
    if ((isNear && (stands || isExplained(start, end, value))) || isNoted(start, end)) return;
    diagnostics.push(assembled(record.document.id, start, end));
  });
}

/** Values stand at the beginning of their passages more often than not, and folding is dear. */
function standsIn(passage: string, value: string): boolean {
  if (beginsWith(passage, value) || passage.includes(value)) return true;
  const folded = foldPassage(value);
  const beginning = passage.slice(0, 2 * value.length + 40);
  return foldPassage(beginning).includes(folded) || (beginning !== passage && foldPassage(passage).includes(folded));
}

/**
 * Whether a passage begins with a value but for blanks: those inside its lines, and breaks of lines before Chinese
 * characters. A break behind a digit or a dash may end a page number.
 */
function beginsWith(passage: string, value: string): boolean {
  let at = 0;
  for (let i = 0; i < value.length; i++, at++) {
    const wanted = value.charCodeAt(i);
    if (passage.charCodeAt(at) === wanted) continue;
    let breaks = false;
    const before = passage.charCodeAt(at - 1);
    for (; isBlank(passage.charCodeAt(at)); at++) breaks ||= passage.charCodeAt(at) < 0x20;
    if (passage.charCodeAt(at) !== wanted) return false;
    if (breaks ? !isHan(wanted) || !isWide(before) : !isHan(wanted) && !isPlain(wanted)) return false;
  }
  return true;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** A Chinese character or mark; no digit or dash of full width (－ to ９). */
const isWide = (code: number): boolean => code >= 0x3000 && (code < 0xff0d || code > 0xff19);

/** ASCII, “” and the like, ，: normal forms join none of them with what stands before. */
const isPlain = (code: number): boolean =>
  code < 0x7f || (code >= 0x2010 && code < 0x2028) || (code >= 0xff01 && code < 0xff5f);

const isBlank = (code: number): boolean => code === 10 || code === 13 || code === 32 || code === 9 || code === 0x3000;

function assembled(document: string, start: number, end: number): DiagnosticRow {
  return {
    id: '',
    document_id: document,
    task_id: null,
    code: 'value-assembled',
    severity: 'info',
    message: 'a value here is put together from pieces of this passage',
    span_start: start,
    span_end: end,
  };
}
