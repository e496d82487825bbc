/** What the full-text index holds of a document: the same from its record and from the ledger's rows. */
import type Database from 'better-sqlite3';
import { groupBy } from '../model/groupBy.js';
import type { AssignmentRow, CaseRow, PracticeRow, TaskRow, UnitRow } from '../model/model.js';
import { remembered } from '../model/remembered.js';
import { MARK, searchText } from './searchText.js';

/** The rows that are searched. */
export interface SearchedRows {
  tasks: readonly Pick<TaskRow, 'id' | 'seq' | 'title' | 'body'>[];
  assignments: readonly Pick<AssignmentRow, 'id' | 'task_id' | 'role' | 'seq' | 'name' | 'unit_id'>[];
  units: readonly Pick<UnitRow, 'id' | 'name'>[];
  cases: readonly Pick<CaseRow, 'id' | 'seq' | 'title' | 'summary'>[];
  practices: readonly Pick<PracticeRow, 'id' | 'case_id' | 'seq' | 'title' | 'body'>[];
}

/** A task or a case as the index reads it: text in tokens. */
export interface Searched {
  /** A task stands at its `seq`, a case at its own behind CASES. */
  place: number;
  title: string;
  body: string;
  units: string;
}

/** More than the tasks that the largest document can have; as many places again are for its cases. */
export const CASES = 2 ** 23;

/** No phrase runs from one name into the next. */
const MARK_BETWEEN = `${MARK} `;

/** Bodies stand under every name that a reader may look for: as written, and as the document names them in full. */
export function searchedOf({ tasks, assignments, units, cases, practices }: SearchedRows): Searched[] {
  const full = new Map(units.map(({ id, name }) => [id, name]));
  const assigned = groupBy(assignments, ({ task_id }) => task_id);
  const practised = groupBy(practices, ({ case_id }) => case_id);
  return [
    ...tasks.map(({ id, seq, title, body }) => {
      const rows = (assigned.get(id) ?? []).sort((a, b) => compare(a.role, b.role) || bySeq(a, b));
      const names = new Set(rows.flatMap(({ name, unit_id }) => [name, full.get(unit_id) ?? name]));
      const text = [...names].map(nameText).join(MARK_BETWEEN);
      return { place: seq, title: searchText(title), body: searchText(body), units: text };
    }),
    ...cases.map(({ id, seq, title, summary }) => {
      const parts = (practised.get(id) ?? []).sort(bySeq).flatMap((row) => [row.title, row.body]);
      const body = [summary, ...parts].filter((part) => part !== null).join('。');
      return { place: CASES + seq, title: searchText(title), body: searchText(body), units: '' };
    }),
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const bySeq = (a: { seq: number; id: string }, b: { seq: number; id: string }): number =>
  a.seq - b.seq || compare(a.id, b.id);

const SELECTS: Record<keyof SearchedRows, string> = {
  tasks: 'SELECT id, seq, title, body FROM tasks WHERE document_id = ? ORDER BY seq',
  assignments: `SELECT a.id, a.task_id, a.role, a.seq, a.name, a.unit_id
    FROM tasks t JOIN assignments a ON a.task_id = t.id WHERE t.document_id = ?`,
  units: 'SELECT unit_id AS id, name FROM unit_claims WHERE document_id = ?',
  cases: 'SELECT id, seq, title, summary FROM cases WHERE document_id = ? ORDER BY seq',
  practices: `SELECT p.id, p.case_id, p.seq, p.title, p.body
    FROM cases c JOIN practices p ON p.case_id = c.id WHERE c.document_id = ?`,
};

/** Prepares what reads the searched text of a document off a ledger, by the document's id. */
export function searchedIn(db: Database.Database): (documentId: string) => Searched[] {
  const selects = Object.entries(SELECTS).map(([table, sql]) => [table, db.prepare<[string]>(sql)] as const);
  return (documentId) =>
    searchedOf(Object.fromEntries(selects.map(([table, select]) => [table, select.all(documentId)])) as never);
}

/** Names come again and again. */
const nameText = remembered(20_000, searchText);
