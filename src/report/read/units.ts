/** The bodies that tasks name, in the order of their ids. */
import type { Database } from 'better-sqlite3';
import type { Unit } from '../data.js';

interface NameCount {
  unit_id: string;
  unit: string;
  name: string;
}

export interface Units {
  all: Unit[];
  /** @throws Error where the ledger names no such body, which its foreign keys forbid */
  index(unitId: string): number;
}

/** Reads them; the name used most stands first, of equals the first in byte order. */
export function readUnits(db: Database): Units {
  const rows = db
    .prepare<[], NameCount>(
      `SELECT a.unit_id, u.name AS unit, a.name FROM assignments a JOIN units u ON u.id = a.unit_id
       GROUP BY a.unit_id, a.name ORDER BY a.unit_id, count(*) DESC, a.name`,
    )
    .all();
  const all: Unit[] = [];
  const indexes = new Map<string, number>();
  for (const { unit_id, unit, name } of rows) {
    if (!indexes.has(unit_id)) indexes.set(unit_id, all.push({ name: unit, short: name }) - 1);
  }
  return {
    all,
    index: (unitId) => {
      const index = indexes.get(unitId);
      if (index === undefined) throw new Error(`no body ${unitId}`);
      return index;
    },
  };
}
