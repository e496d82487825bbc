/** The full-text index of a ledger: written with the documents, in the same transactions. */
import type Database from 'better-sqlite3';
import { CASES, type Searched, searchedIn } from './searched.js';

/**
 * Contentless: the index holds where each character stands, the text stays in its tables. A row's number is that of its
 * document, then its place in it. `ascii` cuts at blanks and leaves all else as it is, which `searchText` has folded; what
 * is kept in memory before it becomes a segment (hashsize, in bytes) suffices for a transaction, and segments are merged
 * when there are many (automerge), so that a row is not written again and again.
 */
export const SEARCH = `
CREATE TABLE search_documents (
  number INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (title, body, units, content = '', tokenize = 'ascii');
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', ${16 * 1024 * 1024}), ('automerge', 16);
`;

/** Places in a document: tasks, then cases. */
const PLACES = 2 * CASES;

/** SQL: the number in search_documents that a rowid of search_index belongs to, and its place in that document. */
export const numberIn = (rowid: string): string => `${rowid} / ${PLACES}`;
export const placeIn = (rowid: string): string => `${rowid} % ${PLACES}`;

/** Whatever is in the index: its documents are those of the ledger, its rows as many as their tasks and cases. */
const IS_CURRENT = `SELECT
  (SELECT count(*) FROM search_index_docsize) = (SELECT count(*) FROM tasks) + (SELECT count(*) FROM cases)
  AND NOT EXISTS (SELECT id FROM documents EXCEPT SELECT document_id FROM search_documents)`;

/** Does the index hold the tasks and cases of the ledger, these and no others? */
export function searchIsCurrent(db: Database.Database): boolean {
  return db.prepare<[], number>(IS_CURRENT).pluck().get() === 1;
}

export interface SearchIndex {
  /** What a document that the ledger holds is found by; null where the index does not have it. */
  read(documentId: string): Indexed | null;
  add(documentId: string, searched: readonly Searched[]): void;
  /** Takes out what was read. The index has no text of its own: it forgets by being told once more what it was told. */
  remove(indexed: Indexed): void;
}

export interface Indexed {
  number: number;
  searched: readonly Searched[];
}

/** The first bits of the id: 39 of them, so that a place fits behind. */
const numberOf = (documentId: string): number => Math.floor(Number.parseInt(documentId.slice(0, 10), 16) / 2);

/** Beyond what a double holds. */
const rowOf = (number: number, place: number): bigint => BigInt(number) * BigInt(PLACES) + BigInt(place);

/** Prepares the statements that write to the index of `db`. */
export function searchIndex(db: Database.Database): SearchIndex {
  const one = <T>(sql: string) => db.prepare<unknown[], T>(sql).pluck();
  const isTaken = one<number>('SELECT 1 FROM search_documents WHERE number = ?');
  const selectNumber = one<number>('SELECT number FROM search_documents WHERE document_id = ?');
  const insertDocument = db.prepare('INSERT INTO search_documents (number, document_id) VALUES (?, ?)');
  const insertRow = db.prepare('INSERT INTO search_index (rowid, title, body, units) VALUES (?, ?, ?, ?)');
  const deleteRow = db.prepare(
    "INSERT INTO search_index (search_index, rowid, title, body, units) VALUES ('delete', ?, ?, ?, ?)",
  );
  const searchedOf = searchedIn(db);
  return {
    read(documentId) {
      const number = selectNumber.get(documentId);
      return number === undefined ? null : { number, searched: searchedOf(documentId) };
    },
    add(documentId, searched) {
      let number = numberOf(documentId);
      while (isTaken.get(number) !== undefined) number += 1;
      insertDocument.run(number, documentId);
      for (const { place, title, body, units } of searched) insertRow.run(rowOf(number, place), title, body, units);
    },
    remove({ number, searched }) {
      for (const { place, title, body, units } of searched) deleteRow.run(rowOf(number, place), title, body, units);
    },
  };
}

/** Builds the index anew, in one transaction. */
export function rebuildSearch(db: Database.Database): void {
  const index = searchIndex(db);
  const searchedOf = searchedIn(db);
  const rebuild = db.transaction(() => {
    db.exec("DELETE FROM search_documents; INSERT INTO search_index (search_index) VALUES ('delete-all')");
    const ids = db.prepare<[], string>('SELECT id FROM documents ORDER BY id').pluck().all();
    for (const id of ids) index.add(id, searchedOf(id));
  });
  rebuild.immediate();
}
