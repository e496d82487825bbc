/** Development zones and towns: places inside places, which the standard does not list. */
import { LEVEL_PREFIXES, TOWN_BODY, ZONE_KINDS } from '../lexicon/areas.js';
import { areasAt } from './areasIn.js';
import { innerPlace, type Place, placeCalled } from './place.js';

export interface InnerMatch {
  place: Place;
  /** What follows the name of the zone or town: 管委会, 市场监管局. */
  rest: string;
  /** The zone is called by its kind alone, and the kind says nothing (开发区, 园区). */
  generic: boolean;
  /** It is the zone of the document, or called by its kind and its parent alone. */
  sure: boolean;
}

/** Kinds of which a place has several: alone they name none of them. */
const GENERIC = new Set([
  '开发区',
  '园区',
  '景区',
  '新区',
  '示范区',
  '功能区',
  '管理区',
  '集中区',
  '试验区',
  '合作区',
  '产业园区',
  '工业园区',
]);
const LONGEST_NAME = 10;

/** 高新区管委会, 西安高新技术产业开发区管理委员会, 西咸新区管委会; null where the name holds no zone. */
export function zoneAt(name: string, here: Place): InnerMatch | null {
  const found = findKind(name);
  if (found === null) return null;
  const rest = name.slice(found.end);
  const before = name.slice(0, found.start);
  let called = before;
  let parent = here;
  const above = areasAt(called, 0, here).find((match) => match.end === called.length || !match.short);
  if (LEVEL_PREFIXES.includes(called)) {
    parent = placeCalled(called, here);
    called = '';
  } else if (above !== undefined && called !== '') {
    parent = above.place;
    called = called.slice(above.end);
  }
  // A document of the zone itself calls it 高新区.
  for (let place: Place | null = here; place !== null; place = place.parent) {
    // 浦东新区 is a district, and calls itself 新区 as well.
    const named = place.area === null || found.full === '新区';
    if (named && place.own.endsWith(found.full) && (called === '' || place.own.startsWith(called))) {
      return { place, rest, generic: false, sure: true };
    }
  }
  const own = called + found.full;
  // 西安高新技术产业开发区, but 西咸新区: a zone with a name of its own is called by it alone.
  const title = called === '' ? parent.short + own : own;
  const generic = before === '' && GENERIC.has(found.short);
  return { place: innerPlace(own, parent, 'district', title), rest, generic, sure: called === '' && !generic };
}

/** The first kind of zone in a name, the longest where several begin at one place. */
function findKind(name: string): { start: number; end: number; short: string; full: string } | null {
  const last =
    name.indexOf('区') >= 0 || name.indexOf('基地') >= 0 || name.indexOf('新城') >= 0
      ? Math.min(name.length, LONGEST_NAME)
      : -1;
  for (let start = 0; start < last; start++) {
    for (const [short, full] of ZONE_KINDS) {
      // 新城 is a kind, 新城区 a district
      if (name.startsWith(short, start) && (short.endsWith('区') || name[start + short.length] !== '区'))
        return { start, end: start + short.length, short, full };
    }
  }
  return null;
}

/** 东关南街街道办事处, 北屿镇人民政府, 岚桥乡: a town inside the place of the document. */
export function townAt(name: string, here: Place): { place: Place; rest: string } | null {
  // 凤凰县沱江镇
  for (const { place, end, short } of areasAt(name, 0, here)) {
    const inside = short || place.level !== 'district' ? null : townIn(name.slice(end), place);
    if (inside !== null) return inside;
  }
  return townIn(name, here);
}

function townIn(name: string, here: Place): { place: Place; rest: string } | null {
  const m = TOWN_BODY.exec(name);
  if (!m || /[局委各]/.test((m[1] as string).slice(0, -1))) return null;
  const own = m[1] as string;
  const rest = m[2] === '办' ? '办事处' : (m[2] ?? '');
  return { place: innerPlace(own, here, 'town', here.name + own), rest };
}
