/** `--area 碑林区`: which area a text means, for questions to a ledger. */
import { placeByText } from './explain.js';
import { gazetteer } from './gazetteer.js';
import { placeOf, STATE } from './place.js';
import { foldName } from './resolve.js';

const CODE = /^\d{2}(?:\d{2}){0,2}$/;

export interface AreaChoice {
  adcode: string;
  full: string;
}

/**
 * An area of the standard by code or name; a place that the standard does not know, by its name; several of one name
 * (鼓楼区) as a list; null for the state, which everything lies in.
 */
export function areaCalled(text: string): { adcode: string } | { name: string } | AreaChoice[] | null {
  const name = foldName(text);
  if (CODE.test(name)) return { adcode: name.padEnd(6, '0') };
  const place = placeByText(name);
  if (place === STATE) return null;
  if (place.adcode !== null) return { adcode: place.adcode };
  const areas = gazetteer().byName.get(name) ?? [];
  if (areas.length === 0) return { name };
  return areas.map((area) => ({ adcode: area.code, full: placeOf(area).full }));
}
