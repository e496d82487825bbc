/** The bodies that tasks name, in the order of their ids. */
import type { Database } from 'better-sqlite3';
import { groupBy } from '../../model/groupBy.js';
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

/** What names the area of a body: the second part of its id, `u:610103:…` or `u:望川市:…`; a code by the name that documents give. */
function areaOf(unitId: string, areas: ReadonlyMap<string, string>): string {
  const [, area = unitId] = unitId.split(':');
  return areas.get(area) ?? area;
}

/** Reads them. Of two called alike (各县区) the area is put behind the name, so that a name means one body. */
export function readUnits(db: Database): Units {
  const rows = db
    .prepare<[], NameCount>(
      `SELECT a.unit_id, u.name AS unit, a.name FROM assignments a JOIN units u ON u.id = a.unit_id
       GROUP BY a.unit_id, a.name ORDER BY a.unit_id, count(*) DESC, a.name`,
    )
    .all();
  const areas = new Map(
    db
      .prepare<[], [string, string]>('SELECT DISTINCT adcode, jurisdiction FROM documents WHERE adcode IS NOT NULL')
      .raw()
      .all(),
  );
  // The name used most stands first, of equals the first in byte order.
  const bodies = [...groupBy(rows, ({ unit_id }) => unit_id)].map(([id, [first]]) => ({ id, ...(first as NameCount) }));
  const alike = groupBy(bodies, ({ unit }) => unit);
  const indexes = new Map(bodies.map(({ id }, i) => [id, i]));
  return {
    all: bodies.map(({ id, unit, name }) => ({
      name: (alike.get(unit)?.length ?? 0) > 1 ? `${unit}（${areaOf(id, areas)}）` : unit,
      short: name,
    })),
    index: (unitId) => {
      const index = indexes.get(unitId);
      if (index === undefined) throw new Error(`no body ${unitId}`);
      return index;
    },
  };
}
