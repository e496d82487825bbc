/** Reads every span of a document again: does the text there hold the value, or does a diagnostic say why not? */
import type Database from 'better-sqlite3';
import { foldPassage, isCloseAround, type Passages, passagesOf } from '../text/passage.js';
import type { Finding } from './finding.js';

/** Tables whose rows have spans, with the way to their document and the column that their span is the evidence of. */
const SPANNED: Readonly<Record<string, { from: string; value: string | null }>> = {
  recipients: { from: 'recipients r WHERE r.document_id = ?', value: 'r.name' },
  contacts: { from: 'contacts r WHERE r.document_id = ?', value: 'r.value' },
  sections: { from: 'sections r WHERE r.document_id = ?', value: 'r.heading' },
  tasks: { from: 'tasks r WHERE r.document_id = ?', value: 'r.title' },
  measures: { from: 'measures r JOIN tasks t ON t.id = r.task_id WHERE t.document_id = ?', value: 'r.text' },
  assignments: {
    from: 'assignments r LEFT JOIN tasks t ON t.id = r.task_id LEFT JOIN sections s ON s.id = r.section_id WHERE coalesce(t.document_id, s.document_id) = ?',
    value: 'r.name',
  },
  deadlines: { from: 'deadlines r JOIN tasks t ON t.id = r.task_id WHERE t.document_id = ?', value: 'r.text' },
  targets: { from: 'targets r JOIN tasks t ON t.id = r.task_id WHERE t.document_id = ?', value: 'r.text' },
  reporting: { from: 'reporting r WHERE r.document_id = ?', value: 'r.text' },
  cases: { from: 'cases r WHERE r.document_id = ?', value: 'r.title' },
  practices: { from: 'practices r JOIN cases c ON c.id = r.case_id WHERE c.document_id = ?', value: 'r.title' },
  diagnostics: { from: 'diagnostics r WHERE r.document_id = ? AND r.span_start IS NOT NULL', value: null },
};

interface Spanned {
  id: string;
  value: string | null;
  start: number;
  end: number;
}

interface Span {
  start: number;
  end: number;
}

/** A diagnostic explains the values that it stands close to, not a whole page of them. */
function isExplained(span: Span, value: string, notes: readonly Span[]): boolean {
  return notes.some(
    (note) =>
      (note.start === span.start && note.end === span.end) ||
      (note.start < span.end && span.start < note.end && isCloseAround(note.start, note.end, value)),
  );
}

/** Checks the spans of every document, one document at a time. */
export function* checkEvidence(db: Database.Database): Generator<Finding> {
  const text = db.prepare<[string], string>('SELECT text FROM documents WHERE id = ?').pluck();
  const notesOf = db.prepare<[string], Span>(
    'SELECT span_start AS start, span_end AS end FROM diagnostics WHERE document_id = ? AND span_start IS NOT NULL',
  );
  const rows = Object.entries(SPANNED).map(([table, { from, value }]) => ({
    table,
    all: spannedRows(db, table, from, value),
  }));
  for (const id of db.prepare<[], string>('SELECT id FROM documents ORDER BY id').pluck().all()) {
    const passages = passagesOf(text.get(id) ?? '');
    const notes = notesOf.all(id);
    for (const { table, all } of rows) for (const row of all(id)) yield* checkRow(table, row, passages, notes);
    yield* checkColumns(db, id, passages, notes);
  }
}

function spannedRows(db: Database.Database, table: string, from: string, value: string | null) {
  const key = table === 'recipients' || table === 'contacts' ? "r.document_id || ' ' || r.seq" : 'r.id';
  const select = `SELECT ${key} AS id, ${value ?? 'NULL'} AS value, r.span_start AS start, r.span_end AS end FROM ${from}`;
  const statement = db.prepare<[string], Spanned>(select);
  return (document: string) => statement.all(document);
}

function* checkRow(where: string, row: Spanned, text: Passages, notes: readonly Span[]): Generator<Finding> {
  if (row.start < 0 || row.end < row.start || row.end > text.length) {
    yield { where, row: row.id, what: `its span ${row.start}-${row.end} is outside the text of ${text.length}` };
    return;
  }
  if (row.value === null) return;
  const isThere = foldPassage(text.slice(row.start, row.end)).includes(foldPassage(row.value));
  if (!isThere && !isExplained(row, row.value, notes))
    yield { where, row: row.id, what: `its span does not hold ${JSON.stringify(row.value)}` };
}

interface ColumnEvidence extends Span {
  table_name: string;
  row_id: string;
  column_name: string;
}

/** The evidence of single columns: several spans where a break cuts the value. */
function* checkColumns(
  db: Database.Database,
  document: string,
  text: Passages,
  notes: readonly Span[],
): Generator<Finding> {
  const rows = db
    .prepare<[string], ColumnEvidence>(
      `SELECT table_name, row_id, column_name, span_start AS start, span_end AS end FROM evidence
       WHERE document_id = ? ORDER BY table_name, row_id, column_name, seq`,
    )
    .all(document);
  for (const parts of groups(rows)) {
    const [first] = parts as [ColumnEvidence, ...ColumnEvidence[]];
    const where = 'evidence';
    const row = `${first.row_id} ${first.table_name}.${first.column_name}`;
    const value = columnValue(db, first);
    if (value === undefined) yield { where, row, what: 'its row or column is not there' };
    else if (value === null) yield { where, row, what: 'stands for a value that is NULL' };
    else if (parts.some(({ start, end }) => start < 0 || end < start || end > text.length))
      yield { where, row, what: 'its span is outside the text' };
    else {
      const passage = foldPassage(parts.map(({ start, end }) => text.slice(start, end)).join(''));
      const isThere = passage.includes(foldPassage(value)) || IMPLIED.has(`${first.table_name}.${first.column_name}`);
      if (!isThere && !parts.some((part) => isExplained(part, value, notes)))
        yield { where, row, what: `its spans do not hold ${JSON.stringify(value)}` };
    }
  }
}

/** Values that are read off their evidence, not copied: dates, areas, numbers. */
const IMPLIED = new Set([
  'documents.issued_on',
  'documents.published_on',
  'documents.jurisdiction',
  'documents.adcode',
  'documents.kind',
]);

function* groups(rows: readonly ColumnEvidence[]): Generator<ColumnEvidence[]> {
  let group: ColumnEvidence[] = [];
  const key = ({ table_name, row_id, column_name }: ColumnEvidence) => `${table_name} ${row_id} ${column_name}`;
  for (const row of rows) {
    const [first] = group;
    if (first && key(first) !== key(row)) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield group;
}

const NAME = /^[a-z_]+$/;

/** undefined: there is no such row or column. */
function columnValue(db: Database.Database, at: ColumnEvidence): string | null | undefined {
  if (!NAME.test(at.table_name) || !NAME.test(at.column_name)) return undefined;
  try {
    const select = `SELECT CAST("${at.column_name}" AS TEXT) FROM "${at.table_name}" WHERE id = ?`;
    return db.prepare<[string], string | null>(select).pluck().get(at.row_id);
  } catch {
    return undefined;
  }
}
