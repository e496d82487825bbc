/** The rule of the ledger's evidence over a record: every value stands in its span, or a diagnostic explains why not. */
import type { DocumentRecord } from '../../src/model/model.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: separators that python counts as white space
const BLANK = /[\s\u001c-\u001f\u0085\u00ad\u200b-\u200d\u2060\ufeff]+/g;
const PAGE_NUMBER = /(?:^|(?<=\n))[ \t]*[-—–－]*[ \t]*\d{1,4}[ \t]*[-—–－]*[ \t]*(?=\n|$)/g;
/** Values whose span must be close around them. */
const TIGHT = new Set(['assignments', 'deadlines', 'recipients']);
const NAMED_COLUMNS = ['title', 'doc_number', 'issuer', 'index_number', 'validity'] as const;

const fold = (value: string): string => value.normalize('NFKC').replace(PAGE_NUMBER, '').replace(BLANK, '');

interface Value {
  kind: string;
  start: number;
  end: number;
  value: string;
}

interface Spanned {
  span_start: number;
  span_end: number;
}

function valuesOf(record: DocumentRecord): Value[] {
  const at = (kind: string, { span_start, span_end }: Spanned, value: string): Value => ({
    kind,
    start: span_start,
    end: span_end,
    value,
  });
  const values: Value[] = [];
  for (const task of record.tasks) {
    if (task.title !== null) values.push(at('tasks.title', task, task.title));
    if (task.deadline_text === null) continue;
    const finer = record.evidence.find(
      (row) =>
        row.table_name === 'tasks' && row.row_id === task.id && row.column_name === 'deadline_text' && row.seq === 1,
    );
    values.push(at('tasks.deadline', finer ?? task, task.deadline_text));
  }
  for (const column of NAMED_COLUMNS) {
    const rows = record.evidence.filter((row) => row.table_name === 'documents' && row.column_name === column);
    if (rows.length === 0) continue;
    const span_start = Math.min(...rows.map((row) => row.span_start));
    const span_end = Math.max(...rows.map((row) => row.span_end));
    values.push(at(`documents.${column}`, { span_start, span_end }, record.document[column] ?? ''));
  }
  return [
    ...values,
    ...record.recipients.map((row) => at('recipients', row, row.name)),
    ...record.assignments.map((row) => at('assignments', row, row.name)),
    ...record.deadlines.map((row) => at('deadlines', row, row.text)),
    ...record.sections.map((row) => at('sections', row, row.heading)),
    ...record.measures.map((row) => at('measures', row, row.text)),
    ...record.reporting.map((row) => at('reporting', row, row.text)),
    ...record.contacts.map((row) => at('contacts', row, row.value)),
    ...record.cases.map((row) => at('cases', row, row.title)),
    ...record.practices.map((row) => at('practices', row, row.title)),
  ];
}

export interface Grounding {
  values: number;
  explained: number;
  /** Values without evidence: kind and place, with a few characters of the value. */
  without: string[];
}

export function grounding(record: DocumentRecord): Grounding {
  const characters = [...record.document.text];
  const notes = record.diagnostics.flatMap(({ span_start, span_end }) =>
    span_start === null || span_end === null ? [] : [{ start: span_start, end: span_end }],
  );
  const values = valuesOf(record);
  let explained = 0;
  const without: string[] = [];
  for (const { kind, start, end, value } of values) {
    const room = 4 * [...value].length + 40;
    const inside =
      value !== '' && start >= 0 && start < end && end <= characters.length && !(TIGHT.has(kind) && end - start > room);
    if (inside && fold(characters.slice(start, end).join('')).includes(fold(value))) continue;
    const isNoted = notes.some((note) => note.start === start && note.end === end);
    if (
      isNoted ||
      (inside && notes.some((note) => note.start < end && start < note.end && note.end - note.start <= room))
    )
      explained++;
    else without.push(`${kind} at ${start}–${end}: ${value.slice(0, 12)}`);
  }
  return { values: values.length, explained, without };
}

/** What every record holds besides its values: spans within the text, parents before children, ids once. */
export function flaws(record: DocumentRecord): string[] {
  const found: string[] = [];
  const length = [...record.document.text].length;
  const { document: _, units: __, unit_names: ___, ...tables } = record;
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows) {
      for (const [column, value] of Object.entries(row))
        if (value === '') found.push(`${table}.${column}: empty, not null`);
      const { span_start: start, span_end: end } = row;
      if (start === null && end === null) continue;
      if (start === null || end === null || start < 0 || start > end || end > length)
        found.push(`${table}: span ${start}–${end} of ${length}`);
    }
  const seen = new Set<string>();
  for (const section of record.sections) {
    if (section.parent_id !== null && !seen.has(section.parent_id))
      found.push(`section ${section.id}: parent is not before`);
    seen.add(section.id);
  }
  const unitIds = new Set(record.units.map((unit) => unit.id));
  const taskIds = new Set(record.tasks.map((task) => task.id));
  for (const task of record.tasks)
    if (task.section_id !== null && !seen.has(task.section_id)) found.push(`task ${task.id}: no such section`);
  for (const row of record.assignments) {
    if (!unitIds.has(row.unit_id)) found.push(`assignment ${row.id}: no such unit`);
    if (row.task_id === null ? row.section_id === null || !seen.has(row.section_id) : !taskIds.has(row.task_id))
      found.push(`assignment ${row.id}: belongs to nothing`);
  }
  const ids = Object.values({ ...tables, units: record.units }).flatMap((rows) =>
    rows.flatMap((row) => ('id' in row ? [row.id] : [])),
  );
  const once = new Set<string>();
  for (const id of ids) {
    if (once.has(id)) found.push(`id ${id} twice`);
    once.add(id);
  }
  return found;
}
