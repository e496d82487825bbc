/** Places that bodies belong to: areas of the standard, zones and towns inside them, and places it does not know. */
import { AREA_SUFFIXES } from '../lexicon/areas.js';
import { ownCopy } from '../model/scratch.js';
import type { Level } from '../registry/registry.js';
import { type Area, shortName } from './gazetteer.js';

export type { Level };

export interface Place {
  /** Part of unit ids: the code, or the text of a place that has none. Equal exactly for the same place. */
  key: string;
  /** How official names of bodies begin: 西安市碑林区, but 府谷县. */
  name: string;
  /** 碑林; the name itself where it has no short form. */
  short: string;
  /** The name of the place alone, as others call it: 碑林区. */
  own: string;
  /** With everything above it: 陕西省西安市碑林区. */
  full: string;
  level: Level;
  adcode: string | null;
  parent: Place | null;
  area: Area | null;
  /** 省, 市, 区, 自治区 … by which documents call it without its name. */
  suffix: string;
}

export const STATE: Place = {
  key: '国',
  name: '',
  short: '',
  own: '',
  full: '中华人民共和国',
  level: 'state',
  adcode: null,
  parent: null,
  area: null,
  suffix: '国',
};

const places = new Map<string, Place>();

export function placeOf(area: Area): Place {
  const known = places.get(area.code);
  if (known) return known;
  const parent = area.parent ? placeOf(area.parent) : null;
  const suffix = suffixOf(area.name);
  // Districts carry the name of their city; counties and county-level cities stand alone.
  const name = parent !== null && suffix === '区' ? parent.name + area.name : area.name;
  const place: Place = {
    key: area.code,
    name,
    short: area.short ?? area.name,
    own: area.name,
    full: (parent?.full ?? '') + area.name,
    level: area.level,
    adcode: area.code,
    parent,
    area,
    suffix,
  };
  places.set(area.code, place);
  return place;
}

const LEVEL_OF: Readonly<Record<string, Level>> = {
  省: 'province',
  自治区: 'province',
  市: 'city',
  州: 'city',
  自治州: 'city',
  盟: 'city',
  地区: 'city',
  区: 'district',
  县: 'district',
  旗: 'district',
  自治县: 'district',
  自治旗: 'district',
};

/** A place that the standard does not know, as it is written; its key is its text. Places are kept longer than texts. */
export function unknownPlace(written: string, parent: Place | null): Place {
  const own = ownCopy(written);
  const suffix = suffixOf(own);
  const above = parent !== null && parent !== STATE ? parent : null;
  return {
    key: above ? `${above.key}/${own}` : own,
    name: above !== null && suffix === '区' ? above.name + own : own,
    short: shortName(own) ?? own,
    own,
    full: (above?.full ?? '') + own,
    level: LEVEL_OF[suffix] ?? 'district',
    adcode: null,
    parent: above,
    area: null,
    suffix,
  };
}

/** A zone or a town inside a place: it has no code of its own and keeps that of the place around it. */
export function innerPlace(written: string, parent: Place, level: Level, whole: string): Place {
  const own = ownCopy(written);
  const name = ownCopy(whole);
  const short = shortName(own) ?? own;
  return {
    key: `${parent.key}/${own}`,
    name,
    short,
    own,
    full: parent.full + own,
    level,
    adcode: parent.adcode,
    parent,
    area: null,
    suffix: suffixOf(own),
  };
}

/**
 * A place that is only called by its level: the city of a district whose city the document does not name, or some
 * district of a city. It belongs to the place that the document governs.
 */
export function unnamedPlace(suffix: string, near: Place): Place {
  const level = LEVEL_OF[suffix] ?? near.level;
  return {
    key: `${near.key}^${suffix}`,
    name: suffix,
    short: suffix,
    own: suffix,
    full: near.full,
    level,
    adcode: null,
    parent: null,
    area: null,
    suffix,
  };
}

function suffixOf(name: string): string {
  return AREA_SUFFIXES.find((one) => name.endsWith(one)) ?? '';
}

/** The place that 市…, 区…, 省… means in a document of `here`: the nearest one of that kind, from inside out. */
export function placeCalled(prefix: string, here: Place): Place {
  for (let place: Place | null = here; place !== null; place = place.parent) if (isCalled(place, prefix)) return place;
  // 区党委 in an autonomous region
  if (prefix === '区') {
    for (let place: Place | null = here; place !== null; place = place.parent)
      if (place.suffix === '自治区') return place;
  }
  return unnamedPlace(prefix, here);
}

function isCalled(place: Place, prefix: string): boolean {
  if (place.suffix === prefix) return true;
  if (prefix === '州') return place.suffix === '自治州';
  if (prefix === '县') return place.suffix === '自治县';
  if (prefix === '旗') return place.suffix === '自治旗';
  // zones of every kind call themselves 区
  return prefix === '区' && place.area === null && place.level === 'district' && place.suffix === '';
}

/** Whether `place` is `above` or lies inside it. */
export function isWithin(place: Place, above: Place): boolean {
  for (let at: Place | null = place; at !== null; at = at.parent) if (at.key === above.key) return true;
  return false;
}

/** How near an area lies to a place: 0 itself, 1 inside it, 2 above it, 3 beside it, else no relation. */
export function distance(area: Area, here: Place): number {
  const place = placeOf(area);
  if (place.key === here.key) return 0;
  if (isWithin(place, here)) return 1;
  if (isWithin(here, place)) return 2;
  if (place.parent !== null && here.parent !== null && place.parent.key === here.parent.key) return 3;
  return Number.POSITIVE_INFINITY;
}
