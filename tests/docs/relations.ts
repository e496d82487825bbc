/** The tables and views of a ledger as SQLite itself describes them. */
import type Database from 'better-sqlite3';
import { byteOrder } from '../../src/ledger/byte-order.js';

export interface Column {
  name: string;
  type: string;
  notNull: boolean;
  /** Its place in the primary key, from 1; 0 outside. */
  key: number;
  unique: boolean;
  /** The table whose key it holds. */
  refersTo: string | null;
}

export interface Relation {
  name: string;
  kind: 'table' | 'view';
  columns: Column[];
  indexes: { name: string; columns: string[] }[];
}

type Raw = Record<string, string | number | null>;

/** In the order of creation, without the tables behind the full-text index. */
export function relationsOf(db: Database.Database): Relation[] {
  const rows = (sql: string, ...parameters: string[]) => db.prepare<string[], Raw>(sql).all(...parameters);
  const listed = rows(`SELECT s.name, s.type FROM sqlite_schema s JOIN pragma_table_list l ON l.name = s.name
    WHERE l.schema = 'main' AND l.type <> 'shadow' AND s.type IN ('table', 'view') ORDER BY s.rowid`);
  return listed.map(({ name: listedName, type }) => {
    const name = String(listedName);
    const targets = new Map(rows('SELECT * FROM pragma_foreign_key_list(?)', name).map((key) => [key.from, key.table]));
    const indexes = rows('SELECT name, "unique" AS one, origin FROM pragma_index_list(?)', name).map((index) => ({
      name: String(index.name),
      unique: index.one === 1,
      /** Made by CREATE INDEX, not by a key or UNIQUE. */
      own: index.origin === 'c',
      columns: rows('SELECT name FROM pragma_index_info(?) ORDER BY seqno', String(index.name)).map((one) =>
        String(one.name),
      ),
    }));
    const alone = indexes.flatMap(({ unique, columns }) => (unique && columns.length === 1 ? columns : []));
    return {
      name,
      kind: type === 'view' ? 'view' : 'table',
      columns: rows('SELECT * FROM pragma_table_info(?)', name).map((column) => ({
        name: String(column.name),
        type: String(column.type),
        notNull: column.notnull === 1,
        key: Number(column.pk),
        unique: alone.includes(String(column.name)),
        refersTo: (targets.get(column.name as string) as string | undefined) ?? null,
      })),
      indexes: indexes
        .filter(({ own }) => own)
        .map(({ name: index, columns }) => ({ name: index, columns }))
        .sort((a, b) => byteOrder(a.name, b.name)),
    };
  });
}
