/** The same rows put into bare tables: what SQLite alone takes for them. */
import Database from 'better-sqlite3';

interface Table {
  name: string;
  columns: string[];
  rows: unknown[][];
}

const TABLES = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
  AND name NOT LIKE 'sqlite_%' AND name <> 'search_documents' ORDER BY name`;

export function rowsOf(path: string): Table[] {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare<[], string>(TABLES)
      .pluck()
      .all()
      .map((name) => {
        const select = db.prepare<[], unknown[]>(`SELECT * FROM ${name}`).safeIntegers().raw();
        return { name, columns: select.columns().map((column) => column.name), rows: select.all() };
      });
  } finally {
    db.close();
  }
}

/** One transaction, no keys, no indexes. */
export function bareInsert(path: string, tables: readonly Table[]): void {
  const db = new Database(path);
  db.pragma('page_size = 8192');
  db.transaction(() => {
    for (const { name, columns, rows } of tables) {
      db.exec(`CREATE TABLE ${name} (${columns.join(', ')})`);
      const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
      for (const row of rows) insert.run(row);
    }
  })();
  db.close();
}
