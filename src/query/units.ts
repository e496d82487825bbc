/** The bodies that a name stands for. */
import type Database from 'better-sqlite3';
import { type Area, codePrefix } from './documents.js';

export interface FoundUnit {
  id: string;
  name: string;
  adcode: string | null;
}

/** What a registry knows of a name: the body itself where the name says its place, or a function in certain places. */
export type Meaning = { unitId: string } | { function: string; isMeant(unitId: string): boolean };

const BY_NAME = `
  SELECT id FROM units WHERE id = :name
  UNION SELECT id FROM units WHERE name = :name
  UNION SELECT unit_id FROM unit_names WHERE name = :name`;

/**
 * Bodies that documents or the registry call by this name (or this id), and those that the name means by its function.
 * Only those of the area where one is given: by code everything below it, by name the bodies of that place.
 * @returns by area code (none last), name and id, in byte order
 */
export function unitsCalled(
  db: Database.Database,
  name: string,
  meaning: Meaning | null,
  area: Area | null,
): FoundUnit[] {
  const rows = db
    .prepare<[Record<string, string | null>], FoundUnit & { isCalled: number }>(
      `SELECT id, name, adcode, id IN (${BY_NAME}) AS isCalled FROM units
       WHERE isCalled OR id = :unitId OR function = :function ORDER BY adcode IS NULL, adcode, name, id`,
    )
    .all({ name, unitId: null, function: null, ...(meaning === null ? {} : keysOf(meaning)) });
  return rows
    .filter(({ id, isCalled }) => isCalled || meaning === null || !('isMeant' in meaning) || meaning.isMeant(id))
    .filter((row) => area === null || isIn(row, area))
    .map(({ id, name: official, adcode }) => ({ id, name: official, adcode }));
}

function keysOf(meaning: Meaning): Record<string, string> {
  return 'unitId' in meaning ? { unitId: meaning.unitId } : { function: meaning.function };
}

function isIn({ id, adcode }: FoundUnit, area: Area): boolean {
  if ('adcode' in area) return adcode?.startsWith(codePrefix(area.adcode)) ?? false;
  // u:云泽市/临溪区:财政: the place of a body without a code stands in its id.
  const places = id.slice(2, id.lastIndexOf(':')).split('/');
  return places.includes(area.name) || places.join('').startsWith(area.name);
}

/** Official names that have the text as a part, for a hint: a few, in byte order. */
export function similarUnits(db: Database.Database, text: string): string[] {
  return db
    .prepare<[string], string>('SELECT DISTINCT name FROM units WHERE instr(name, ?) ORDER BY name LIMIT 5')
    .pluck()
    .all(text);
}
