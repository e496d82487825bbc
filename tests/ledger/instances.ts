/** What a full-text index holds, whatever its segments: every token with its row, column and place. */
import type Database from 'better-sqlite3';

export function instances(db: Database.Database): unknown[] {
  db.exec('CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, search_index, instance)');
  const all = db.prepare('SELECT term, doc, col, offset FROM temp.instances').safeIntegers().raw().all();
  db.exec('DROP TABLE temp.instances');
  return all;
}
