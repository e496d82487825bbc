/** The place that a document governs: from its issuer, its title, its recipients and its number. */
import { PROVINCE_SIGNS } from '../lexicon/areas.js';
import type { DocumentRecord } from '../model/model.js';
import { registry } from '../registry/registry.js';
import { areasAt } from './areasIn.js';
import { type Area, gazetteer } from './gazetteer.js';
import { type Place, placeOf, STATE, unknownPlace } from './place.js';
import { foldName } from './resolve.js';
import { zoneAt } from './zones.js';

export interface Jurisdiction {
  /** Where the names of the document are resolved; a place of its own where nothing says where it stands. */
  place: Place;
  jurisdiction: string | null;
  adcode: string | null;
}

/** Input: the record with its metadata. Output: its place; null for places that GB/T 2260 does not know. */
export function jurisdictionOf(record: DocumentRecord): Jurisdiction {
  const { document, recipients } = record;
  const issuer = foldName(document.issuer ?? '');
  const title = foldName(document.title ?? '');
  const clues = title + recipients.map((row) => row.name).join(' ') + document.text;
  const place =
    fromIssuer(issuer, clues) ??
    unknownAt(issuer) ??
    fromTitle(title, clues) ??
    unknownAt(title) ??
    firstOf(recipients, (row) => knownAt(foldName(row.name), 0, clues)) ??
    fromNumber(document.doc_number ?? '', clues) ??
    nowhere(document.id);
  if (place === STATE) return { place, jurisdiction: place.full, adcode: null };
  const known = place.adcode !== null;
  return { place, jurisdiction: known ? place.full : null, adcode: place.adcode };
}

function fromIssuer(issuer: string, clues: string): Place | null {
  const bare = issuer.replace(/^(?:中国共产党|中共)/, '');
  if (bare === '') return null;
  return knownAt(bare, 0, clues) ?? insideIssuer(bare) ?? (issuedByState(issuer) ? STATE : null);
}

/** 国家税务总局西安市税务局: the place of a vertically managed body stands inside its name. */
function insideIssuer(issuer: string): Place | null {
  const { names } = registry();
  for (let at = 1; at < issuer.length - 1; at++) {
    for (const { place, end } of areasAt(issuer, at, null)) {
      if (names.has(`${issuer.slice(0, at)}{}${issuer.slice(end)}`)) return place;
    }
  }
  return null;
}

function issuedByState(issuer: string): boolean {
  const { state } = registry();
  for (let end = Math.min(issuer.length, 24); end >= 3; end--) if (state.has(issuer.slice(0, end))) return true;
  return false;
}

const BEFORE_PLACE = /(?:^|[^\u4e00-\u9fa5]|印发|转发|关于|落实|发布|公布|调整|成立|推进|支持|促进|在|和|及|省|市)$/;

/** The first area named in a title: 关于印发《西安市碑林区…》的通知. */
function fromTitle(title: string, clues: string): Place | null {
  for (let at = 0; at < title.length - 1; at++) {
    // 岚县 in 青岚县 is no place: a name begins the title or stands behind a mark or a word of titles.
    if (at > 0 && !BEFORE_PLACE.test(title.slice(Math.max(0, at - 4), at))) continue;
    const place = knownAt(title, at, clues);
    if (place) return place;
  }
  return /^(?:国务院|中共中央|全国)/.test(title) ? STATE : null;
}

/** The known area whose full name begins at `at`, with a zone behind it; of several with one name the one that fits. */
function knownAt(text: string, at: number, clues: string): Place | null {
  const matches = areasAt(text, at, null);
  const best = matches.find((match) => !match.short);
  if (best) return withZone(text.slice(best.end), best.place);
  // 西安高新技术产业开发区管理委员会
  const short = at === 0 ? matches.find((match) => match.short) : undefined;
  const zoned = short ? withZone(text.slice(short.end), short.place) : null;
  if (short && zoned && zoned !== short.place) return zoned;
  return ambiguous(text, at, clues);
}

const LONGEST_ZONE = 14;

function withZone(rest: string, place: Place): Place {
  const zone = rest === '' ? null : zoneAt(rest, place);
  if (zone === null || zone.generic || zone.place === place) return place;
  const called = rest.slice(0, rest.length - zone.rest.length);
  // Only where a body of the zone follows: 西安市高新区管委会, not 陕西省营商环境创新示范区典型案例.
  return called.length <= LONGEST_ZONE && registry().names.has(`{}${zone.rest}`) ? zone.place : place;
}

function ambiguous(text: string, at: number, clues: string): Place | null {
  const { byName, longestAt } = gazetteer();
  for (let end = Math.min(text.length, at + longestAt(text, at)); end >= at + 3; end--) {
    const areas = byName.get(text.slice(at, end));
    if (areas && areas.length > 1) return fitting(areas, clues);
  }
  return null;
}

/** Of areas with one name: the one whose city the document names more often than the cities of the others. */
function fitting(areas: readonly Area[], clues: string): Place | null {
  const counts = areas.map((area) => (area.parent ? clues.split(area.parent.short ?? area.parent.name).length - 1 : 0));
  const most = Math.max(...counts);
  const best = areas.filter((_, i) => counts[i] === most);
  return most > 0 && best.length === 1 ? placeOf(best[0] as Area) : null;
}

/** 陕政办发〔2022〕8号: the sign of a province. Signs of cities are in no standard. */
function fromNumber(number: string, clues: string): Place | null {
  const m = /^([\u4e00-\u9fa5])(?:政|府|委|办|厅)/.exec(foldName(number));
  const digits = m ? PROVINCE_SIGNS[m[1] as string] : undefined;
  const area = digits ? gazetteer().byCode.get(`${digits}0000`) : undefined;
  // 青政办发 may be a county's as well: the text must speak of the province.
  return area && clues.includes(area.name) ? placeOf(area) : null;
}

const SUFFIX = '省市州盟县区旗';
const NO_PLACE = /^(?:关于|印发|全[省市区县]|各|本|我|深化|优化|推进|加快|加强|进一步|贯彻|落实|国家|中央)/;
const LONGEST_NAME = 6;

/** 云泽市临溪区人民政府办公室: places that the standard does not know, as they are written. */
function unknownAt(text: string): Place | null {
  const bare = text.replace(/^(?:中国共产党|中共)/, '');
  if (NO_PLACE.test(bare)) return null;
  const zone = zoneAt(bare, unknownPlace('', null));
  let place: Place | null = null;
  let at = 0;
  for (;;) {
    const end = suffixEnd(bare, at, place !== null);
    if (end < 0) break;
    place = unknownPlace(bare.slice(at, end), place);
    at = end;
  }
  if (place !== null) return place;
  // 梧岭高新技术产业开发区管理委员会
  return zone && !zone.generic && zone.rest !== ''
    ? unknownPlace(bare.slice(0, bare.length - zone.rest.length), null)
    : null;
}

/** End of the name of a place that begins at `at`; -1 where none does. Inside another it must stand before a body. */
function suffixEnd(text: string, at: number, nested: boolean): number {
  if (nested && /^(?:委|党委|人民|政府|人大|政协)/.test(text.slice(at, at + 2))) return -1;
  for (let i = at + 2; i < Math.min(text.length - 1, at + LONGEST_NAME); i++) {
    if (!SUFFIX.includes(text[i] as string) || SUFFIX.includes(text[i + 1] as string)) continue;
    // 汀洲新区, 高新区: zones are no districts
    if (text[i] === '区' && /(?:新|发|园|港|范|保税)$/.test(text.slice(at, i))) return -1;
    if (
      nested &&
      !/^(?:人民政府|政府|委|人大|政协|人民法院|人民检察院|[\u4e00-\u9fa5]{2,12}[局委办])/.test(text.slice(i + 1))
    )
      return -1;
    return i + 1;
  }
  return -1;
}

/** Nothing says where the document stands: its bodies join with each other alone. */
function nowhere(id: string): Place {
  return { ...unknownPlace('', null), key: id };
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

/** The code of a region as a case names it (西安市高新区); a place the standard does not know has none. */
export function regionCode(region: string, here: Place): string | null {
  const name = foldName(region);
  const match = areasAt(name, 0, here)[0];
  if (match) return match.place.adcode;
  const zone = zoneAt(name, here);
  return zone !== null && zone.rest === '' ? zone.place.adcode : null;
}
