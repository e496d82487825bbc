/** Finds areas by their names in names of bodies and titles, the nearest of those that share a name. */
import { type Area, gazetteer } from './gazetteer.js';
import { distance, isWithin, type Place, placeOf } from './place.js';

export interface AreaMatch {
  place: Place;
  end: number;
  /** Written without its suffix: 碑林, 西安. */
  short: boolean;
}

/**
 * The areas whose names begin at `at`, the longest first, names inside names followed (陕西省西安市碑林区).
 * `here`: the place of the document; it decides between areas of one name and lets 碑林 be read without its suffix.
 */
export function areasAt(text: string, at: number, here: Place | null): AreaMatch[] {
  const found: AreaMatch[] = [];
  collect(text, at, here, null, found);
  return found.sort((a, b) => b.end - a.end || Number(a.short) - Number(b.short));
}

/** An autonomous region called by its short name and 区, in front of its own leading bodies. */
const REGION_TAIL = /^区(?:党委|委|纪委|政府|人民政府|直)/;

function collect(text: string, at: number, here: Place | null, inside: Place | null, found: AreaMatch[]): void {
  const { byName, byShort, longestAt } = gazetteer();
  for (let place = inside === null ? here : null; place !== null; place = place.parent) {
    if (place.area !== null) continue;
    for (const name of [place.name, place.own, place.short]) {
      if (name.length < 2 || !text.startsWith(name, at)) continue;
      found.push({ place, end: at + name.length, short: name === place.short && name !== place.own });
    }
  }
  for (let end = Math.min(text.length, at + longestAt(text, at)); end >= at + 2; end--) {
    const word = text.slice(at, end);
    const named = byName.get(word);
    const full = named ? nearest(named, here, inside, true) : null;
    if (full) {
      found.push({ place: full, end, short: false });
      if (end < text.length) collect(text, end, here, full, found);
    }
    const shortened = byShort.get(word);
    const short = shortened ? nearest(shortened, here, inside, false) : null;
    if (short) {
      found.push({ place: short, end, short: true });
      // 广西区党委
      if (short.suffix === '自治区' && REGION_TAIL.test(text.slice(end)))
        found.push({ place: short, end: end + 1, short: false });
      if (end < text.length && inside === null) collect(text, end, here, short, found);
    }
  }
}

/** Of areas with one name: the one nearest to `here`; far ones only where the name alone is enough. */
function nearest(areas: readonly Area[], here: Place | null, inside: Place | null, full: boolean): Place | null {
  if (inside !== null) {
    const below = areas.filter((area) => isWithin(placeOf(area), inside) && area.code !== inside.adcode);
    return below.length === 1 ? placeOf(below[0] as Area) : null;
  }
  if (here !== null) {
    const far = areas.map((area) => distance(area, here));
    const least = Math.min(...far);
    if (least < Number.POSITIVE_INFINITY) return highest(areas.filter((_, i) => far[i] === least));
  }
  // A far district without its suffix (和平, 东方, 城关) is more often a word than a place.
  return highest(full ? areas : areas.filter((area) => area.level !== 'district'), full);
}

/** Of areas with one name the city before its district (乌鲁木齐); null where several are of one level. */
function highest(areas: readonly Area[], only = false): Place | null {
  if (areas.length === 1) return placeOf(areas[0] as Area);
  if (only) return null;
  const cities = areas.filter((area) => area.level !== 'district');
  return cities.length === 1 ? placeOf(cities[0] as Area) : null;
}
