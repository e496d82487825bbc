/** One name of a body in one place → which body it is. Names in, identities out; documents are read elsewhere. */
import { LEVEL_PREFIXES } from '../lexicon/areas.js';
import type { UnitRow } from '../model/model.js';
import { ownCopy } from '../model/scratch.js';
import { type Form, registry } from '../registry/registry.js';
import { areasAt } from './areasIn.js';
import { branchOf } from './branches.js';
import { findForm, officialName, usualForm } from './forms.js';
import { kindOf, scopeOf } from './guess.js';
import { isWithin, type Level, type Place, placeCalled, STATE, unknownPlace } from './place.js';
import { townAt, zoneAt } from './zones.js';

export interface Context {
  /** The place that the document governs. */
  here: Place;
  /** The place of the names before it in the same list: 市发改委、财政局. */
  list: Place | null;
}

export interface Resolution {
  unit: UnitRow;
  place: Place;
  /** The form of the registry that the name stands for; null where the registry does not know it. */
  form: Form | null;
  /** The name is written out in full, not shortened. */
  written: boolean;
  /** It says itself where it belongs, so that the names behind it in a list belong there too. */
  placed: boolean;
  /** The reading, for people: 市 → 西安市; 资源规划局 → 自然资源和规划局. */
  steps: readonly string[];
}

/** Width and blanks do not distinguish names. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '');
}

/** Words behind the short form of a field in a running list: 大数据部门. */
const FIELD_TAIL = /(?:主管)?(?:部门|单位|系统)$/;
/** Words that only look as if they began with a level: 市场, 区域. */
const FALSE_PREFIX = /^(?:市场|市政|市容|区域|区块链|省际|县域|州际|旗舰)/;
/** The government named in front of an office of its own: 市政府金融办. */
const OF_GOVERNMENT = /^(?:人民政府|政府|行署)(?=..)/;
const UNKNOWN_AREA = /[省市州盟县区旗]/g;
const LONGEST_AREA = 8;
/** What no name of an area contains: 行政审批局市 is the middle of a list without separators. */
const NO_AREA_NAME = /[委局办院部厅署处各]|政府|公司|中心|工作|领导|成员/;

/**
 * Names read so far: the documents of one place name the same bodies again and again. What a name means follows from the
 * name and the two places alone, so the answer may be kept; the map is emptied before it grows beyond measure.
 */
const known = new Map<string, Resolution>();
const MOST_KNOWN = 20_000;

/** Input: a folded name without the bracket of a second name. */
export function resolveName(name: string, context: Context): Resolution {
  const key = `${context.here.key} ${context.list?.key ?? ''} ${name}`;
  let found = known.get(key);
  if (found === undefined) {
    // Cut out of a document, or put together with what is, neither name nor key may keep the document's text.
    found = resolveAnew(ownCopy(name), context);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(ownCopy(key), found);
  }
  return found;
}

function resolveAnew(name: string, context: Context): Resolution {
  const { here } = context;
  return (
    ofState(name, context, false) ??
    byPrefix(name, context) ??
    byArea(name, here) ??
    byBareName(name, context) ??
    ofState(name, context, true) ??
    byPlaceInside(name, 0, null, here) ??
    byBranch(name, null, here, '') ??
    bySpelling(name, context) ??
    inZoneOrTown(name, here) ??
    byUnknownArea(name, here) ??
    asWritten(name, context)
  );
}

/** A name of the state's bodies; weak ones (发展改革委, 人民银行) only where nothing nearer has that name. */
function ofState(name: string, context: Context, weak: boolean): Resolution | null {
  const form = registry().state.get(name);
  if (!form) return null;
  const stateList = context.list === STATE || context.here === STATE;
  if (!weak && !stateList && !STRONG.test(name)) return null;
  return registered(form, STATE, name === form.full, !weak, [`${name} → ${form.full}`]);
}
const STRONG =
  /^(?:国家|中国|中央|国务院|最高|全国|中华|中共中央|党中央|公安部|中组部|中宣部|共青团中央)|总局$|总署$|部$|^审计署$|^中[央办]/;

function byPrefix(name: string, { here, list }: Context): Resolution | null {
  for (const prefix of LEVEL_PREFIXES) {
    // 地委组织部 is the prefecture's
    const written = prefix === '地区' && name.startsWith('地委') ? '地' : prefix;
    if (!name.startsWith(written) || name.length === written.length) continue;
    let place = placeCalled(prefix, here);
    // 寒江市委、市政府 in a document of the province
    if (place.area === null && place.key.includes('^') && list !== null && list.suffix === prefix) place = list;
    const found = restOf(name.slice(written.length), place, here, false, `${written} → ${place.name}`);
    if (found) return found;
  }
  return null;
}

function byArea(name: string, here: Place): Resolution | null {
  for (const { place, end, short } of areasAt(name, 0, here)) {
    if (end === name.length) return short ? null : plain('', place, place.name, [`${name} → ${place.full}`]);
    const found = restOf(name.slice(end), place, here, short, `${name.slice(0, end)} → ${place.name}`);
    if (found) return found;
  }
  return null;
}

/** The rest of a name behind its place, as the registry knows it. */
function restOf(rest: string, place: Place, here: Place, short: boolean, step: string): Resolution | null {
  const form = formOf(rest, place, short) ?? formOf(rest.replace(OF_GOVERNMENT, ''), place, short);
  if (form) return registered(form, place, form.full.endsWith(rest), true, [step, `${rest} → ${form.full}`]);
  if (short) return null;
  const stem = registry().stems.get(rest) ?? registry().stems.get(rest.replace(FIELD_TAIL, ''));
  const usual = stem ? usualForm(stem, place) : null;
  if (usual) return registered(usual, place, false, true, [step, `${rest} → ${usual.full}`]);
  return byPlaceInside(rest, 1, place, here) ?? byBranch(rest, place, here, step);
}

function formOf(rest: string, place: Place, short: boolean): Form | null {
  const { names } = registry();
  return (short ? findForm(names.get(`{短}${rest}`), place) : null) ?? findForm(names.get(`{}${rest}`), place);
}

/** A name without its place: 财政局, 人社, 组织部 belong where the list or the document stands. */
function byBareName(name: string, { here, list }: Context): Resolution | null {
  const place = list !== null && list !== STATE ? list : here;
  const { names, stems } = registry();
  // 委办公室 is the office of the commission that issues the document
  if (name.startsWith('委')) return null;
  const form = findForm(
    names.get(`{}${name}`) ?? names.get(`{}${name.replace(OF_GOVERNMENT, '')}`) ?? names.get(`{}委${name}`),
    place,
  );
  if (form) return registered(form, place, form.full.endsWith(name), false, [`${name} → ${form.full} (${place.name})`]);
  const stem = stems.get(name) ?? stems.get(name.replace(FIELD_TAIL, ''));
  const usual = stem ? usualForm(stem, place) : null;
  return usual ? registered(usual, place, false, false, [`${name} → ${usual.full} (${place.name})`]) : null;
}

/** 宝鸡银保监分局, 人行宝鸡市中心支行, 团市委: the place stands inside the name. `within`: where it must lie. */
function byPlaceInside(name: string, from: number, within: Place | null, here: Place): Resolution | null {
  const { names } = registry();
  for (let at = from; at < name.length - 1; at++) {
    for (const { place, end, short } of areasAt(name, at, here)) {
      if (within !== null && !isWithin(place, within) && !within.key.includes('^')) continue;
      const [before, after] = [name.slice(0, at), name.slice(end)];
      const form =
        (short ? findForm(names.get(`${before}{短}${after}`), place) : null) ??
        findForm(names.get(`${before}{}${after}`), place);
      if (form)
        return registered(form, place, false, false, [
          `${name.slice(at, end)} → ${place.name}`,
          `${before}…${after} → ${form.full}`,
        ]);
    }
    const prefix = at === 0 ? undefined : LEVEL_PREFIXES.find((word) => name.startsWith(word, at));
    if (prefix === undefined) continue;
    const place = placeCalled(prefix, here);
    const form = findForm(names.get(`${name.slice(0, at)}{}${name.slice(at + prefix.length)}`), place);
    if (form) return registered(form, place, false, true, [`${prefix} → ${place.name}`, `${name} → ${form.full}`]);
  }
  return null;
}

function byBranch(rest: string, above: Place | null, here: Place, step: string): Resolution | null {
  const branch = branchOf(rest, above, here);
  if (branch === null) return null;
  const steps = [...(step ? [step] : []), `${rest} → ${branch.name}`];
  const unit = unitRow(
    `u:${branch.place.key}:${branch.key}`,
    branch.name,
    branch.form.fn.key,
    branch.place.level,
    branch.place.adcode,
    'organ',
  );
  return { unit, place: branch.place, form: null, written: false, placed: false, steps };
}

/** Spellings of names that the registry knows without the words that repeat what is said anyway. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // 中华人民共和国农业农村部
  [/^中华人民共和国(?=.{3,})/, ''],
  // 市纪委市监委, 区委区政府信访局
  [/纪委([省市州盟区县旗])监委/, '纪委监委'],
  [/^([省市州盟区县旗])委\1政府(?=.{3,})/, '$1'],
  // 国网江苏省电力有限公司苏州供电分公司, 广东电网有限责任公司佛山供电局: the company above the company
  [/^国网.{2,6}电力(?:有限)?公司(?=.{2,}供电)/, '国网'],
  [/^.{2,6}电网(?:有限责任|有限)?公司(?=.{2,}供电)/, ''],
];

function bySpelling(name: string, context: Context): Resolution | null {
  for (const [written, usual] of SPELLINGS) {
    const other = name.replace(written, usual);
    if (other === name) continue;
    const found = resolveName(other, context);
    if (found.unit.function !== null)
      return { ...found, written: false, steps: [`${name} → ${other}`, ...found.steps] };
  }
  return null;
}

function inZoneOrTown(name: string, here: Place): Resolution | null {
  const zone = zoneAt(name, here);
  if (
    zone !== null &&
    !(zone.generic && zone.rest !== '' && formOf(zone.rest, zone.place, false)?.fn.key === '管理委员会')
  ) {
    const step = `${zone.place.own} → ${zone.place.name}`;
    if (zone.rest === '') return zone.generic ? null : plain('', zone.place, zone.place.name, [step]);
    const found = restOf(zone.rest, zone.place, here, false, step);
    if (found) return found;
    if (zone.sure && kindOf(zone.rest) !== null)
      return plain(zone.rest, zone.place, zone.place.name + zone.rest, [step]);
  }
  const town = townAt(name, here);
  if (town === null) return null;
  const step = `${town.place.own} → ${town.place.name}`;
  if (town.rest === '') return plain('', town.place, town.place.name, [step]);
  const form = formOf(town.rest, town.place, false);
  if (form) return registered(form, town.place, false, true, [step, `${town.rest} → ${form.full}`]);
  return plain(town.rest, town.place, town.place.name + town.rest, [step]);
}

/** 松浦县政府 in a document of the city: an area that the standard does not know, before a name that the registry does. */
function byUnknownArea(name: string, here: Place): Resolution | null {
  if (zoneAt(name, here) !== null) return null;
  UNKNOWN_AREA.lastIndex = 2;
  for (let m = UNKNOWN_AREA.exec(name); m !== null && m.index < LONGEST_AREA; m = UNKNOWN_AREA.exec(name)) {
    const end = m.index + 1;
    const form = end < name.length ? formOf(name.slice(end), here, false) : null;
    if (form === null) continue;
    const own = name.slice(0, end);
    if (NO_AREA_NAME.test(own)) continue;
    const candidate = unknownPlace(own, null);
    const place = isAbove(here, candidate) ? unknownPlace(own, here) : candidate;
    return registered(formOf(name.slice(end), place, false) ?? form, place, false, true, [
      `${own} → ${place.name}`,
      `${name.slice(end)} → ${form.full}`,
    ]);
  }
  return null;
}

const RANK: Readonly<Record<Level, number>> = { state: 0, province: 1, city: 2, district: 3, town: 4 };
const isAbove = (here: Place, place: Place): boolean => RANK[here.level] < RANK[place.level] && here !== STATE;

/** A name that nothing knows: as it is written, under the place that it names or stands in. */
function asWritten(name: string, { here, list }: Context): Resolution {
  const prefix = FALSE_PREFIX.test(name)
    ? undefined
    : LEVEL_PREFIXES.find((word) => name.startsWith(word) && name.length > word.length + 1);
  if (prefix !== undefined) {
    const place = placeCalled(prefix, here);
    const rest = name.slice(prefix.length);
    return plain(rest, place, place.name + rest, [`${prefix} → ${place.name}`], true);
  }
  for (const { place, end, short } of areasAt(name, 0, here)) {
    if (!short && end < name.length)
      return plain(
        name.slice(end),
        place,
        place.name + name.slice(end),
        [`${name.slice(0, end)} → ${place.name}`],
        true,
      );
  }
  const place = named(name, here) ?? (list !== null && list !== STATE && /[局委办厅]$/.test(name) ? list : here);
  return plain(name, place, name, [`${name} (${place.name})`]);
}

/** A place somewhere in a name (国网西安供电公司), if it lies around the document. */
function named(name: string, here: Place): Place | null {
  for (let at = 0; at < name.length - 1; at++) {
    const match = areasAt(name, at, here).find(({ place }) => isWithin(here, place) || isWithin(place, here));
    if (match) return match.place;
  }
  return null;
}

/** 各区县政府, 区级各相关部门: a group under the place of the document, at the level of its members. */
export function resolveGroup(name: string, { here }: Context): Resolution {
  const prefix = /^(省|自治区|市|州|盟|区|县|旗)(?:[级直属管]|政府|委)/.exec(name)?.[1];
  const place = prefix === undefined ? here : placeCalled(prefix, here);
  const unit = unitRow(
    `u:${place.key}:${name}`,
    name,
    null,
    place.full === '' ? null : scopeOf(name, place),
    place.adcode,
    'group',
  );
  return { unit, place, form: null, written: true, placed: false, steps: [`${name} → ${place.name}`] };
}

function registered(form: Form, place: Place, written: boolean, placed: boolean, steps: readonly string[]): Resolution {
  const { key, kind } = form.fn;
  const unit = unitRow(
    `u:${place.key}:${key}`,
    officialName(form, place),
    key,
    place.full === '' ? null : place.level,
    place.adcode,
    kind,
  );
  return { unit, place, form, written, placed, steps };
}

/** A body under its place without the registry: what the name says is its identity. */
function plain(rest: string, place: Place, name: string, steps: readonly string[], placed = false): Resolution {
  const unit = unitRow(
    `u:${place.key}:${rest || place.own}`,
    name,
    null,
    place.level,
    place.adcode,
    rest === '' ? 'organ' : kindOf(name),
  );
  return { unit, place, form: null, written: true, placed, steps };
}

function unitRow(
  id: string,
  name: string,
  fn: string | null,
  level: Level | null,
  adcode: string | null,
  kind: UnitRow['kind'],
): UnitRow {
  return { id, name, function: fn, level, adcode, kind };
}
