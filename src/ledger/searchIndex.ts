/** The full-text index of a ledger: derived from its rows, in the order of their ids. */
import type Database from 'better-sqlite3';
import { MARK, searchText } from './searchText.js';

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
    (SELECT group_concat(title || '。' || coalesce(body, ''), '。') FROM
      (SELECT title, body FROM practices WHERE case_id = c.id ORDER BY seq, id)) AS more
  FROM cases c WHERE id > ? ORDER BY id LIMIT ${PAGE}`;
/** Bodies under every name a reader may look for: as written and in full. */
const UNITS = `SELECT a.name, u.name AS official FROM assignments a JOIN units u ON u.id = a.unit_id
  WHERE a.task_id = ? ORDER BY a.role, a.seq, a.id`;

/** No phrase runs from one name into the next. */
const MARK_BETWEEN = `${MARK} `;

const IS_CURRENT = `SELECT
  (SELECT count(*) FROM search_rows) = (SELECT count(*) FROM tasks) + (SELECT count(*) FROM cases)
  AND (SELECT count(*) FROM search_rows) = (SELECT coalesce(max(number), 0) FROM search_rows)`;

/** Does the index hold the tasks and cases of the ledger, these and no others? */
export function searchIsCurrent(db: Database.Database): boolean {
  return db.prepare<[], number>(IS_CURRENT).pluck().get() === 1;
}

/** Builds the index anew, in one transaction: the same ledger has the same index, however it came about. */
export function rebuildSearch(db: Database.Database): void {
  const unitsOf = db.prepare<[string], { name: string; official: string }>(UNITS);
  const nameText = remembered(searchText);
  const insertRow = db.prepare('INSERT INTO search_rows (number, task_id, case_id) VALUES (?, ?, ?)');
  const insertText = db.prepare('INSERT INTO search_index (rowid, title, body, units) VALUES (?, ?, ?, ?)');
  const rebuild = db.transaction(() => {
    db.exec("DELETE FROM search_rows; INSERT INTO search_index (search_index) VALUES ('delete-all')");
    let number = 0;
    const add = (row: Searched, task: string | null, units: string) => {
      number += 1;
      insertRow.run(number, task, task === null ? row.id : null);
      const body = row.more === null ? row.body : `${row.body ?? ''}。${row.more}`;
      insertText.run(number, searchText(row.title), searchText(body), units);
    };
    for (const row of rowsOf(db, TASKS)) {
      const names = new Set(unitsOf.all(row.id).flatMap(({ name, official }) => [name, official]));
      add(row, row.id, [...names].map(nameText).join(MARK_BETWEEN));
    }
    for (const row of rowsOf(db, CASES)) add(row, null, '');
  });
  rebuild.immediate();
}

/** Names come again and again. Emptied before it grows beyond measure. */
function remembered(read: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = read(text);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(text, found);
    }
    return found;
  };
}
const MOST_KNOWN = 20_000;

function* rowsOf(db: Database.Database, sql: string): Generator<Searched> {
  const page = db.prepare<[string], Searched>(sql);
  for (let rows = page.all(''); rows.length > 0; rows = page.all((rows.at(-1) as Searched).id)) yield* rows;
}
