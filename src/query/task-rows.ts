/** The rows of many tasks at once, by task. */
import type Database from 'better-sqlite3';
import type { ExportedAssignment, ExportedDocument, ExportedTask } from '../model/exported.js';

/** CROSS JOIN: the few tasks of a batch lead, whatever the planner thinks of the length of a list it cannot see. */
const BATCHED = '(SELECT key AS nth, value AS wanted FROM json_each(?)) j CROSS JOIN';

/** The columns of a task; `head` is its document as JSON. */
export type TaskRow = Pick<
  ExportedTask,
  | 'id'
  | 'section_id'
  | 'seq'
  | 'ordinal'
  | 'title'
  | 'body'
  | 'measure_count'
  | 'deadline_text'
  | 'deadline_kind'
  | 'due_on'
  | 'span_start'
  | 'span_end'
> & { head: string };

export type Head = Omit<ExportedDocument, 'contacts'>;

const TASKS = `
  SELECT t.id, t.section_id, t.seq, t.ordinal, t.title, t.body, t.measure_count, t.deadline_text, t.deadline_kind,
    t.due_on, t.span_start, t.span_end,
    json_object('id', d.id, 'source', d.source, 'title', d.title, 'doc_number', d.doc_number, 'issuer', d.issuer,
      'issued_on', d.issued_on, 'jurisdiction', d.jurisdiction, 'adcode', d.adcode) AS head
  FROM ${BATCHED} tasks t ON t.id = j.wanted
  JOIN documents d INDEXED BY documents_head ON d.id = t.document_id
  ORDER BY j.nth`;

const ASSIGNMENT = `a.id, a.section_id, a.measure_id, a.role, a.seq, a.name, a.unit_id, a.is_group, a.open_ended, a.basis,
  a.span_start, a.span_end, u.name AS unit`;

/** In the order in which a task is read: who answers for it, who leads, who helps. */
const ROLE_ORDER = "CASE a.role WHEN 'chief' THEN 0 WHEN 'lead' THEN 1 WHEN 'responsible' THEN 2 ELSE 3 END";

const COLUMNS = {
  measures: 'id, task_id, seq, ordinal, text, span_start, span_end',
  deadlines: 'id, task_id, seq, origin, text, kind, starts_on, due_on, year_inferred, span_start, span_end',
  targets: 'id, task_id, seq, text, subject, comparator, value, value_high, unit, due_on, span_start, span_end',
} as const;

const DIAGNOSTICS = `SELECT g.id, task_id, code, severity, message, span_start, span_end
  FROM ${BATCHED} diagnostics g ON task_id = j.wanted ORDER BY j.nth, span_start, g.id`;

const ASSIGNMENTS = `SELECT a.task_id, iif(a.measure_id IS NULL, 'task', 'measure') AS scope, ${ASSIGNMENT}
  FROM ${BATCHED} assignments a ON a.task_id = j.wanted JOIN units u ON u.id = a.unit_id
  ORDER BY j.nth, a.measure_id IS NOT NULL, ${ROLE_ORDER}, a.seq, a.id`;

/** Of whole sections; the index is named because SQLite would read those of all documents. */
const OF_SECTIONS = `SELECT 'section' AS scope, ${ASSIGNMENT}
  FROM sections s
    CROSS JOIN assignments a INDEXED BY assignments_section ON a.section_id = s.id AND a.task_id IS NULL
    JOIN units u ON u.id = a.unit_id
  WHERE s.document_id = ? ORDER BY ${ROLE_ORDER}, a.seq, a.id`;

const EVIDENCE = `SELECT e.table_name, e.row_id, e.column_name, e.seq, e.span_start, e.span_end
  FROM ${BATCHED} evidence e
    ON e.document_id = j.wanted ->> 0 AND e.table_name = j.wanted ->> 1 AND e.row_id = j.wanted ->> 2
  ORDER BY j.nth, e.column_name, e.seq`;

/** Rows by a column that is not one of theirs afterwards. */
function grouped<T>(rows: readonly (T & { task_id: string })[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { task_id, ...row } of rows) {
    const group = groups.get(task_id);
    if (group) group.push(row as T);
    else groups.set(task_id, [row as T]);
  }
  return groups;
}

/** Prepares the statements. Each call takes a JSON array: of ids of tasks, or for evidence of [document, table, row]. */
export function taskRows(db: Database.Database) {
  const all = <T>(sql: string) => {
    const statement = db.prepare<[string], T>(sql);
    return (batch: string) => statement.all(batch);
  };
  const byTask = <T>(sql: string) => {
    const rows = all<T & { task_id: string }>(sql);
    return (batch: string) => grouped<T>(rows(batch));
  };
  const children = <T>(table: keyof typeof COLUMNS) =>
    byTask<T>(`SELECT ${COLUMNS[table]} FROM ${BATCHED} ${table} ON task_id = j.wanted ORDER BY j.nth, seq, id`);
  return {
    tasks: all<TaskRow>(TASKS),
    measures: children<ExportedTask['measures'][number]>('measures'),
    assignments: byTask<ExportedAssignment>(ASSIGNMENTS),
    deadlines: children<ExportedTask['deadlines'][number]>('deadlines'),
    targets: children<ExportedTask['targets'][number]>('targets'),
    diagnostics: byTask<ExportedTask['diagnostics'][number]>(DIAGNOSTICS),
    evidence: all<ExportedTask['evidence'][number]>(EVIDENCE),
    /** Takes the id of a document. */
    ofSections: all<ExportedAssignment>(OF_SECTIONS),
  };
}
