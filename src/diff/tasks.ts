/** The tasks of a ledger as they are compared. */
import type Database from 'better-sqlite3';

export interface ComparedTask {
  id: string;
  source: string;
  document_title: string | null;
  title: string | null;
  body: string;
  lead: string | null;
  responsible: string | null;
  support: string | null;
  chief: string | null;
  deadline_text: string | null;
  due_on: string | null;
}

/** What can change in a task; the document it stands in is not one of them: next year's plan is another document. */
export const FIELDS = ['title', 'body', 'lead', 'responsible', 'support', 'chief', 'deadline_text', 'due_on'] as const;

const SELECT = `SELECT task_id AS id, source, document_title, title, body, lead, responsible, support, chief, deadline_text, due_on
  FROM ledger`;

/**
 * Input: an open ledger; ids of the documents to compare, all without. Output: tasks by source and place.
 */
export function comparedTasks(db: Database.Database, documentIds?: readonly string[]): ComparedTask[] {
  const where = documentIds ? 'WHERE document_id IN (SELECT value FROM json_each(?))' : 'WHERE ? IS NOT NULL';
  return db
    .prepare<[string], ComparedTask>(`${SELECT} ${where} ORDER BY source, seq, task_id`)
    .all(JSON.stringify(documentIds ?? []));
}
