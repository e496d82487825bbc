/** Which tasks a question is about, as data, and as SQL with bound parameters. */
import type Database from 'better-sqlite3';
import type { Role } from '../model/model.js';

/** All that is given must hold. Ids come from `unitsCalled`, `documentsCalled` and `documentsIn`. */
export interface TaskFilter {
  unitIds?: readonly string[];
  role?: Role;
  documentIds?: readonly string[];
  /** Due on or after this day: some dated deadline or milestone of the task, ISO. */
  after?: string;
  /** Due on or before this day. */
  before?: string;
}

interface Sql {
  with: string[];
  where: string[];
  parameters: Record<string, string>;
}

/** The assignments of the bodies, by their index. */
const OF_BODIES = `
  SELECT a.task_id, a.section_id FROM assignments a WHERE a.unit_id IN (SELECT value FROM json_each(:units))`;

/** Those of a role whoever has it, read off indexes: in the table they lie between their spans. */
const OF_ROLE = `
  SELECT task_id, NULL FROM assignments INDEXED BY assignments_task WHERE role = :role AND task_id IS NOT NULL
  UNION ALL
  SELECT NULL, section_id FROM assignments INDEXED BY assignments_section
  WHERE section_id IS NOT NULL AND role = :role AND task_id IS NULL`;

/** Tasks that the body, or any body, has a role in: in the task, in one measure, or in a section around it. */
function byAssignment({ unitIds, role }: TaskFilter, sql: Sql): void {
  if (unitIds === undefined && role === undefined) return;
  if (unitIds !== undefined) sql.parameters.units = JSON.stringify(unitIds);
  if (role !== undefined) sql.parameters.role = role;
  const ofBodies = `${OF_BODIES} ${role === undefined ? '' : 'AND a.role = :role'}`;
  // One list for both kinds, so that the bodies' assignments are looked up once.
  sql.with.push(
    `chosen (task_id, section_id) AS MATERIALIZED (${unitIds === undefined ? OF_ROLE : ofBodies})`,
    `below (id) AS (
      SELECT section_id FROM chosen WHERE task_id IS NULL
      UNION SELECT s.id FROM below JOIN sections s ON s.parent_id = below.id)`,
  );
  sql.where.push(`t.id IN (
    SELECT task_id FROM chosen WHERE task_id IS NOT NULL
    UNION SELECT inner_task.id FROM below JOIN tasks inner_task ON inner_task.section_id = below.id)`);
}

/** Conditions on `deadlines l`. */
function dateRange({ after, before }: TaskFilter, parameters: Record<string, string>): string[] {
  const conditions = [];
  if (after !== undefined) {
    parameters.after = after;
    conditions.push('l.due_on >= :after');
  }
  if (before !== undefined) {
    parameters.before = before;
    conditions.push('l.due_on <= :before');
  }
  return conditions;
}

function conditionsOf(filter: TaskFilter): Sql {
  const sql: Sql = { with: [], where: [], parameters: {} };
  if (filter.documentIds !== undefined) {
    sql.parameters.documents = JSON.stringify(filter.documentIds);
    sql.where.push('t.document_id IN (SELECT value FROM json_each(:documents))');
  }
  byAssignment(filter, sql);
  return sql;
}

const withClause = ({ with: parts }: Sql): string => (parts.length > 0 ? `WITH RECURSIVE ${parts.join(', ')}` : '');
const whereClause = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

/** By the path of the document, then as the document has them. */
const IN_ORDER = 'd.source, t.seq, t.id';
const HEAD = 'documents d INDEXED BY documents_head ON d.id = t.document_id';

/** The ids of the tasks, by source of their document (byte order), then in document order. */
export function taskIds(db: Database.Database, filter: TaskFilter): string[] {
  const sql = conditionsOf(filter);
  const dates = dateRange(filter, sql.parameters);
  const where = [...sql.where];
  if (dates.length > 0) where.push(`t.id IN (SELECT l.task_id FROM deadlines l WHERE ${dates.join(' AND ')})`);
  const query = `${withClause(sql)} SELECT t.id FROM tasks t JOIN ${HEAD} ${whereClause(where)} ORDER BY ${IN_ORDER}`;
  return db.prepare<[Record<string, string>], string>(query).pluck().all(sql.parameters);
}

export interface DueDate {
  task_id: string;
  deadline_id: string;
}

/** Every dated deadline and milestone of the tasks within the dates, soonest first. */
export function dueDates(db: Database.Database, filter: TaskFilter): DueDate[] {
  const sql = conditionsOf(filter);
  const where = [...sql.where, 'l.due_on IS NOT NULL', ...dateRange(filter, sql.parameters)];
  const query = `${withClause(sql)}
    SELECT l.task_id, l.id AS deadline_id
    FROM deadlines l JOIN tasks t ON t.id = l.task_id JOIN ${HEAD} ${whereClause(where)}
    ORDER BY l.due_on, ${IN_ORDER}, l.seq`;
  return db.prepare<[Record<string, string>], DueDate>(query).all(sql.parameters);
}

/** The ids of the tasks that no day is set for: ongoing, recurring, tied to an event, or silent. In order of `taskIds`. */
export function undatedTaskIds(db: Database.Database, filter: TaskFilter): string[] {
  const sql = conditionsOf(filter);
  const where = [
    ...sql.where,
    'NOT EXISTS (SELECT 1 FROM deadlines l WHERE l.task_id = t.id AND l.due_on IS NOT NULL)',
  ];
  const query = `${withClause(sql)} SELECT t.id FROM tasks t JOIN ${HEAD} ${whereClause(where)} ORDER BY ${IN_ORDER}`;
  return db.prepare<[Record<string, string>], string>(query).pluck().all(sql.parameters);
}
