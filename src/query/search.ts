/** Full text over the tasks and cases of a ledger. */
import type Database from 'better-sqlite3';
import { CASES } from '../ledger/searched.js';
import { numberIn, placeIn } from '../ledger/searchIndex.js';
import { matchExpression, type SearchQuery } from './searchQuery.js';
import { type Snippet, snippetOf } from './snippet.js';

export interface Found {
  kind: 'task' | 'case';
  id: string;
  source: string;
  document_title: string | null;
  title: string | null;
  /** Around the first place that was found, in the body or in the names of the bodies. */
  snippet: Snippet;
  lead: string | null;
  due_on: string | null;
}

export interface SearchOptions {
  query: SearchQuery;
  limit: number;
  /** Only these tasks. */
  taskIds?: readonly string[] | undefined;
}

/** A word in the title says more about a task than one in its body; a body's name stands between them. */
const RANK = 'bm25(search_index, 8.0, 1.0, 3.0)';

const SELECT = `SELECT t.id AS task_id, c.id AS case_id, ${RANK} AS rank
  FROM search_index i JOIN search_documents s ON s.number = ${numberIn('i.rowid')}
    LEFT JOIN tasks t ON t.document_id = s.document_id AND t.seq = ${placeIn('i.rowid')}
    LEFT JOIN cases c ON c.document_id = s.document_id AND c.seq = ${placeIn('i.rowid')} - ${CASES}
  WHERE i.search_index MATCH :match`;

interface Hit {
  task_id: string | null;
  case_id: string | null;
}

const TASK = `SELECT 'task' AS kind, l.task_id AS id, l.source, l.document_title, l.title, l.body, l.lead, l.due_on,
    (SELECT group_concat(name, '、') FROM (SELECT name FROM assignments WHERE task_id = l.task_id ORDER BY role, seq, id)) AS units
  FROM ledger l WHERE l.task_id = ?`;
const CASE = `SELECT 'case' AS kind, c.id, d.source, d.title AS document_title, c.title,
    coalesce(c.summary || char(10), '') || coalesce((SELECT group_concat(title || coalesce(char(10) || body, ''), char(10))
      FROM (SELECT title, body FROM practices WHERE case_id = c.id ORDER BY seq, id)), '') AS body,
    NULL AS lead, NULL AS due_on, NULL AS units
  FROM cases c JOIN documents d INDEXED BY documents_head ON d.id = c.document_id WHERE c.id = ?`;

type Row = Omit<Found, 'snippet'> & { body: string; units: string | null };

/**
 * Input: an open ledger, terms. Output: the tasks and cases that have all of them, the best first; equals in the order of
 * their ids. Whether the index holds the whole ledger is the caller's to ask (`searchIsCurrent`).
 */
export function search(db: Database.Database, { query, limit, taskIds }: SearchOptions): Found[] {
  const parameters: Record<string, string | number> = { match: matchExpression(query), limit };
  let sql = SELECT;
  if (taskIds) {
    parameters.tasks = JSON.stringify(taskIds);
    sql += ' AND t.id IN (SELECT value FROM json_each(:tasks))';
  }
  const hits = db.prepare<[typeof parameters], Hit>(`${sql} ORDER BY rank, i.rowid LIMIT :limit`).all(parameters);
  const task = db.prepare<[string], Row>(TASK);
  const oneCase = db.prepare<[string], Row>(CASE);
  return hits.flatMap(({ task_id, case_id }) => {
    const row = task_id === null ? oneCase.get(case_id ?? '') : task.get(task_id);
    if (!row) return [];
    const { body, units, ...shown } = row;
    return [{ ...shown, snippet: snippetOf([body, units, row.title], query.terms) }];
  });
}
