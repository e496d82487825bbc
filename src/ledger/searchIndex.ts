/** The full-text index of a ledger: derived from its rows, in the order of their ids. */
import type Database from 'better-sqlite3';
import { searchText } from './searchText.js';

/** Contentless: the index holds where each character stands, the text stays in its tables. `search_rows` says whose text it is. */
export const SEARCH = `
CREATE TABLE search_rows (
  number INTEGER PRIMARY KEY,
  task_id TEXT UNIQUE REFERENCES tasks (id) ON DELETE CASCADE,
  case_id TEXT UNIQUE REFERENCES cases (id) ON DELETE CASCADE,
  CHECK ((task_id IS NULL) <> (case_id IS NULL))
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (title, body, units, content = '', tokenize = 'unicode61 remove_diacritics 0');
`;

interface Searched {
  id: string;
  title: string | null;
  body: string | null;
  /** More text in the same column. */
  more: string | null;
}

/** One page after the other: a ledger of any size is indexed in the memory of one. */
const PAGE = 500;
const TASKS = `SELECT id, title, body, NULL AS more FROM tasks WHERE id > ? ORDER BY id LIMIT ${PAGE}`;
const CASES = `SELECT id, title, summary AS body,
    (SELECT group_concat(title || char(10) || coalesce(body, ''), char(10)) FROM
      (SELECT title, body FROM practices WHERE case_id = c.id ORDER BY seq, id)) AS more
  FROM cases c WHERE id > ? ORDER BY id LIMIT ${PAGE}`;
/** Bodies under every name a reader may look for: as written and in full. */
const UNITS = `SELECT group_concat(a.name || char(10) || u.name, char(10))
  FROM (SELECT name, unit_id FROM assignments WHERE task_id = ? ORDER BY role, seq, id) a JOIN units u ON u.id = a.unit_id`;

const IS_CURRENT = `SELECT
  (SELECT count(*) FROM search_rows) = (SELECT count(*) FROM tasks) + (SELECT count(*) FROM cases)
  AND (SELECT count(*) FROM search_rows) = (SELECT coalesce(max(number), 0) FROM search_rows)`;

/** Does the index hold the tasks and cases of the ledger, these and no others? */
export function searchIsCurrent(db: Database.Database): boolean {
  return db.prepare<[], number>(IS_CURRENT).pluck().get() === 1;
}

/** Builds the index anew, in one transaction: the same ledger has the same index, however it came about. */
export function rebuildSearch(db: Database.Database): void {
  const unitsOf = db.prepare<[string], string | null>(UNITS).pluck();
  const insertRow = db.prepare('INSERT INTO search_rows (number, task_id, case_id) VALUES (?, ?, ?)');
  const insertText = db.prepare('INSERT INTO search_index (rowid, title, body, units) VALUES (?, ?, ?, ?)');
  const rebuild = db.transaction(() => {
    db.exec("DELETE FROM search_rows; INSERT INTO search_index (search_index) VALUES ('delete-all')");
    let number = 0;
    const add = (row: Searched, task: string | null, units: string | null) => {
      number += 1;
      insertRow.run(number, task, task === null ? row.id : null);
      const body = row.more === null ? row.body : `${row.body ?? ''}\n${row.more}`;
      insertText.run(number, searchText(row.title), searchText(body), searchText(units));
    };
    for (const row of rowsOf(db, TASKS)) add(row, row.id, unitsOf.get(row.id) ?? null);
    for (const row of rowsOf(db, CASES)) add(row, null, null);
    db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')");
  });
  rebuild.immediate();
}

function* rowsOf(db: Database.Database, sql: string): Generator<Searched> {
  const page = db.prepare<[string], Searched>(sql);
  for (let rows = page.all(''); rows.length > 0; rows = page.all((rows.at(-1) as Searched).id)) yield* rows;
}
