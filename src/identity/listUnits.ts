/** `taizhang units`: the bodies of a ledger with their names, areas and numbers of tasks. */

/** The part of better-sqlite3 that is needed: this layer opens no databases. */
export interface Queryable {
  prepare(sql: string): { all(...parameters: unknown[]): unknown[] };
}

export interface ListedUnit {
  id: string;
  name: string;
  function: string | null;
  level: string | null;
  adcode: string | null;
  kind: string | null;
  /** As documents write it, the most used name first. */
  names: string[];
  tasks: number;
  documents: number;
}

const UNITS = `
  SELECT u.id, u.name, u.function, u.level, u.adcode, u.kind,
    count(DISTINCT a.task_id) AS tasks, count(DISTINCT coalesce(t.document_id, s.document_id)) AS documents
  FROM units u JOIN assignments a ON a.unit_id = u.id
  LEFT JOIN tasks t ON t.id = a.task_id LEFT JOIN sections s ON s.id = a.section_id
  GROUP BY u.id ORDER BY coalesce(u.adcode, 'x'), tasks DESC, u.id`;
const NAMES = 'SELECT unit_id, name, count(*) AS n FROM assignments GROUP BY unit_id, name ORDER BY n DESC, name';

/** Input: an open ledger. Output: its bodies by area, the busiest first. */
export function listUnits(db: Queryable): ListedUnit[] {
  const names = new Map<string, string[]>();
  for (const row of db.prepare(NAMES).all() as { unit_id: string; name: string }[]) {
    const list = names.get(row.unit_id);
    if (list) list.push(row.name);
    else names.set(row.unit_id, [row.name]);
  }
  return (db.prepare(UNITS).all() as Omit<ListedUnit, 'names'>[]).map((row) => ({
    ...row,
    names: names.get(row.id) ?? [],
  }));
}
