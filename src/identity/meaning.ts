/** `--unit 区发改委`: what a name means by itself, in no document. */
import { readBracket } from './aliases.js';
import { gazetteer } from './gazetteer.js';
import { type Place, unknownPlace } from './place.js';
import { foldName, resolveName } from './resolve.js';

/** One body, where the name says its place (西安市发改委), or a function in all places that are called so (区发改委). */
export type NameMeaning = { unitId: string } | { function: string; isMeant(unitId: string): boolean };

/** No place; a city, since 区 in a district means that district itself. */
const NOWHERE: Place = { ...unknownPlace('', null), level: 'city' };

/** Input: a name as people write it. Output: null where the registry does not know it. */
export function meaningOf(text: string): NameMeaning | null {
  const { name } = readBracket(foldName(text));
  const { unit, place } = resolveName(name, { here: NOWHERE, list: null });
  if (unit.function === null) return null;
  if (place.key === '') return { function: unit.function, isMeant: () => true };
  // A district, nobody says which; a place inside nowhere is that place.
  if (!place.key.startsWith('^')) return { unitId: unit.id.replace(/^u:\//, 'u:') };
  return { function: unit.function, isMeant: (unitId) => placeName(unitId).endsWith(place.suffix) };
}

/** u:610103:财政 → 碑林区, u:云泽市/临溪区:财政 → 临溪区. */
function placeName(unitId: string): string {
  const key = unitId.slice(2, unitId.lastIndexOf(':'));
  const own = key.slice(key.lastIndexOf('/') + 1);
  return gazetteer().byCode.get(own)?.name ?? own;
}
