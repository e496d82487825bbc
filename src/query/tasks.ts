/** Reads tasks with everything that hangs on them, many at a time, so that memory does not grow with the ledger. */
import type Database from 'better-sqlite3';
import type { ExportedAssignment, ExportedDocument, ExportedTask } from '../model/exported.js';
import { contactsOf, masker } from './contacts.js';
import { type Surroundings, sectionsOf } from './sections.js';

export interface TaskOptions {
  /** Give contacts; without it they are masked wherever a text holds one. */
  contacts: boolean;
}

const BATCH = 500;

type TaskColumns = Omit<
  ExportedTask,
  | 'document'
  | 'plan'
  | 'path'
  | 'mandate'
  | 'measures'
  | 'assignments'
  | 'deadlines'
  | 'targets'
  | 'diagnostics'
  | 'evidence'
>;
type Head = Omit<ExportedDocument, 'contacts'>;
type OfTask<Row> = Row & { task_id: string };

interface Row extends TaskColumns {
  section_id: string | null;
  head: string;
}

/** CROSS JOIN: the few tasks of a batch lead, whatever the planner thinks of the length of a list it cannot see. */
const BATCHED = '(SELECT key AS nth, value AS wanted FROM json_each(?)) j CROSS JOIN';

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

/** In the order in which a task is read: whoever leads first. */
const ROLE_ORDER = "CASE a.role WHEN 'chief' THEN 0 WHEN 'lead' THEN 1 WHEN 'responsible' THEN 2 ELSE 3 END";

const COLUMNS = {
  measures: 'id, task_id, seq, ordinal, text, span_start, span_end',
  deadlines: 'id, task_id, seq, origin, text, kind, starts_on, due_on, year_inferred, span_start, span_end',
  targets: 'id, task_id, seq, text, subject, comparator, value, value_high, unit, due_on, span_start, span_end',
} as const;

/** Rows by the task they belong to, without `task_id`. */
function grouped<T>(rows: readonly OfTask<T>[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { task_id, ...row } of rows) {
    const group = groups.get(task_id);
    if (group) group.push(row as T);
    else groups.set(task_id, [row as T]);
  }
  return groups;
}

/**
 * The tasks with these ids, in this order; an id that is not there is left out.
 * @param db an open ledger, which must stay open until the last task was read
 */
export function* readTasks(
  db: Database.Database,
  ids: readonly string[],
  { contacts: withContacts }: TaskOptions,
): Generator<ExportedTask> {
  const all = <T>(sql: string) => db.prepare<[string], T>(sql);
  const ofTasks = <T>(select: string) => {
    const statement = all<OfTask<T>>(select);
    return (batch: string) => grouped(statement.all(batch));
  };
  const children = <T>(table: keyof typeof COLUMNS) =>
    ofTasks<T>(`SELECT ${COLUMNS[table]} FROM ${BATCHED} ${table} ON task_id = j.wanted ORDER BY j.nth, seq, id`);
  const selectTasks = all<Row>(TASKS);
  const measures = children<ExportedTask['measures'][number]>('measures');
  const deadlines = children<ExportedTask['deadlines'][number]>('deadlines');
  const targets = children<ExportedTask['targets'][number]>('targets');
  const diagnostics = ofTasks<ExportedTask['diagnostics'][number]>(
    `SELECT g.id, task_id, code, severity, message, span_start, span_end
     FROM ${BATCHED} diagnostics g ON task_id = j.wanted ORDER BY j.nth, span_start, g.id`,
  );
  const assignments = ofTasks<ExportedAssignment>(
    `SELECT a.task_id, iif(a.measure_id IS NULL, 'task', 'measure') AS scope, ${ASSIGNMENT}
     FROM ${BATCHED} assignments a ON a.task_id = j.wanted JOIN units u ON u.id = a.unit_id
     ORDER BY j.nth, a.measure_id IS NOT NULL, ${ROLE_ORDER}, a.seq, a.id`,
  );
  const sectionAssignments = all<ExportedAssignment>(
    `SELECT 'section' AS scope, ${ASSIGNMENT} FROM sections s CROSS
       JOIN assignments a INDEXED BY assignments_section ON a.section_id = s.id AND a.task_id IS NULL JOIN units u ON u.id = a.unit_id
     WHERE s.document_id = ? ORDER BY ${ROLE_ORDER}, a.seq, a.id`,
  );
  const selectEvidence = all<ExportedTask['evidence'][number]>(
    `SELECT e.table_name, e.row_id, e.column_name, e.seq, e.span_start, e.span_end
     FROM ${BATCHED} evidence e
       ON e.document_id = j.wanted ->> 0 AND e.table_name = j.wanted ->> 1 AND e.row_id = j.wanted ->> 2
     ORDER BY j.nth, e.column_name, e.seq`,
  );
  const selectSections = sectionsOf(db);
  const selectContacts = contactsOf(db);

  /** What the tasks of one document share; tasks come document by document. */
  function readDocument(head: Head) {
    const found = selectContacts(head.id);
    return {
      document: withContacts ? { ...head, contacts: found } : head,
      mask: withContacts || found.length === 0 ? null : masker(found),
      around: selectSections(head.id),
      ofSections: groupBySection(head.id),
    };
  }

  function groupBySection(documentId: string): Map<string, ExportedAssignment[]> {
    const groups = new Map<string, ExportedAssignment[]>();
    for (const row of sectionAssignments.all(documentId)) {
      const key = row.section_id as string;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return groups;
  }

  let shared: ReturnType<typeof readDocument> | undefined;
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = JSON.stringify(ids.slice(from, from + BATCH));
    const rows = selectTasks.all(batch);
    const [m, a, l, q, g] = [measures(batch), assignments(batch), deadlines(batch), targets(batch), diagnostics(batch)];
    const tasks = rows.map(({ head: json, section_id, ...row }) => {
      const head = JSON.parse(json) as Head;
      if (shared?.document.id !== head.id) shared = readDocument(head);
      const { ids: sections, ...around }: Surroundings = shared.around(section_id);
      const inherited = sections.flatMap((id) => shared?.ofSections.get(id) ?? []);
      const task: ExportedTask = {
        ...row,
        section_id,
        document: shared.document,
        ...around,
        measures: m.get(row.id) ?? [],
        assignments: [...inherited, ...(a.get(row.id) ?? [])],
        deadlines: l.get(row.id) ?? [],
        targets: q.get(row.id) ?? [],
        diagnostics: g.get(row.id) ?? [],
        evidence: [],
      };
      return { task, mask: shared.mask };
    });
    const owners = new Map<string, ExportedTask>();
    const keys: [string, string, string][] = [];
    for (const { task } of tasks) {
      const own = (table: string, rowId: string) => {
        owners.set(rowId, task);
        keys.push([task.document.id, table, rowId]);
      };
      own('tasks', task.id);
      for (const table of ['measures', 'deadlines', 'targets'] as const)
        for (const { id } of task[table]) own(table, id);
      for (const { id, scope } of task.assignments) if (scope !== 'section') own('assignments', id);
    }
    for (const row of selectEvidence.all(JSON.stringify(keys))) owners.get(row.row_id)?.evidence.push(row);
    for (const { task, mask } of tasks) yield mask === null ? task : masked(task, mask);
  }
}

/** The task with a mask over its free texts; names of bodies and chiefs are duties, no contacts. */
function masked(task: ExportedTask, mask: (text: string) => string): ExportedTask {
  const orNull = (text: string | null) => (text === null ? null : mask(text));
  return {
    ...task,
    title: orNull(task.title),
    body: mask(task.body),
    deadline_text: orNull(task.deadline_text),
    plan: orNull(task.plan),
    path: task.path.map(mask),
    mandate: orNull(task.mandate),
    measures: task.measures.map((row) => ({ ...row, text: mask(row.text) })),
    deadlines: task.deadlines.map((row) => ({ ...row, text: mask(row.text) })),
    targets: task.targets.map((row) => ({ ...row, text: mask(row.text), subject: orNull(row.subject) })),
    diagnostics: task.diagnostics.map((row) => ({ ...row, message: mask(row.message) })),
  };
}
