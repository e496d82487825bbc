/** Diagnostics with the text they stand on and its place. */
import type Database from 'better-sqlite3';
import type { NotUnderstood } from '../model/exported.js';
import { contactsOf, masker } from './contacts.js';
import { excerpt, placesIn } from './places.js';
import type { TaskOptions } from './tasks.js';

/** All of them, or those of certain documents, or those of certain tasks. */
export type DiagnosticScope = { documentIds?: readonly string[]; taskIds?: readonly string[] };

type Row = Omit<NotUnderstood, 'excerpt' | 'line' | 'column'> & { document_id: string | null };

/** The errors that stand in place of a document belong to none: they are left out where documents or tasks are chosen. */
export function* readNotUnderstood(
  db: Database.Database,
  { documentIds, taskIds }: DiagnosticScope,
  { contacts }: TaskOptions,
): Generator<NotUnderstood> {
  const conditions = ['true'];
  if (documentIds) conditions.push('g.document_id IN (SELECT value FROM json_each(:documents))');
  if (taskIds) conditions.push('g.task_id IN (SELECT value FROM json_each(:tasks))');
  const rows = db
    .prepare<[Record<string, string>], Row>(
      `SELECT g.id, g.code, g.severity, g.message, g.span_start, g.span_end, g.source, g.task_id, g.document_id,
         d.title AS document_title
       FROM diagnostics g LEFT JOIN documents d INDEXED BY documents_head ON d.id = g.document_id
       WHERE ${conditions.join(' AND ')}
       ORDER BY g.source, g.span_start, g.id`,
    )
    .all({ documents: JSON.stringify(documentIds ?? []), tasks: JSON.stringify(taskIds ?? []) });
  const selectText = db.prepare<[string], string>('SELECT text FROM documents WHERE id = ?').pluck();
  const selectContacts = contactsOf(db);
  const readDocument = (id: string | null) => {
    const text = id === null ? '' : (selectText.get(id) ?? '');
    const hidden = contacts || id === null ? [] : selectContacts(id);
    return { id, text, placeAt: placesIn(text), mask: masker(hidden) };
  };
  let read = readDocument(null);
  for (const { document_id, ...row } of rows) {
    // Rows come document by document.
    if (read.id !== document_id) read = readDocument(document_id);
    const { text, placeAt, mask } = read;
    const { span_start: start, span_end: end } = row;
    const found = start === null || end === null ? null : excerpt(text, start, end);
    yield {
      ...row,
      message: mask(row.message),
      excerpt: found === null || found === '' ? null : mask(found),
      line: start === null ? null : placeAt(start).line,
      column: start === null ? null : placeAt(start).column,
    };
  }
}
