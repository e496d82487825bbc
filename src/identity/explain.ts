/** `taizhang units resolve 市资源规划局 --in 西安市`: how one name is read in one place. */
import type { UnitRow } from '../model/model.js';
import { readBracket } from './aliases.js';
import { areasAt } from './areasIn.js';
import { officialNames } from './forms.js';
import { gazetteer } from './gazetteer.js';
import { type Place, placeOf, STATE, unknownPlace } from './place.js';
import { foldName, resolveName } from './resolve.js';

export interface Explanation {
  name: string;
  /** The place as it was understood, with everything above it. */
  in: { name: string; adcode: string | null };
  unit: UnitRow;
  /** How it was found: in the registry, or not, so that it stays as written. */
  origin: 'registry' | 'written';
  /** 市 → 西安市; 资源规划局 → 自然资源和规划局. */
  steps: readonly string[];
  /** Every official name that the registry gives the function there. */
  official: string[];
}

/** Input: a name, and an area by name (西安市, 陕西省西安市碑林区) or code (610103); `国` is the state. */
export function explainName(name: string, area: string): Explanation {
  const place = placeByText(area);
  const { name: bare } = readBracket(foldName(name));
  const { unit, form, place: at, steps } = resolveName(bare, { here: place, list: null });
  return {
    name,
    in: { name: place.full || place.own, adcode: place.adcode },
    unit,
    origin: unit.function === null ? 'written' : 'registry',
    steps,
    official: form === null ? [unit.name] : officialNames(form, at),
  };
}

/** The place that a text names; one that the standard does not know is a place by its text. */
export function placeByText(text: string): Place {
  const name = foldName(text);
  if (name === '国' || name === '全国' || name === '中华人民共和国') return STATE;
  const coded = gazetteer().byCode.get(name);
  if (coded) return placeOf(coded);
  const match = areasAt(name, 0, null).find((one) => one.end === name.length);
  return match?.place ?? unknownPlace(name, null);
}
