/** The registry of bodies as tables: names with `{}` for the place → function and form. Built once from the lexicon. */
import { FUNCTIONS } from '../lexicon/functions.js';
import type { UnitRow } from '../model/model.js';
import type { Level, Place } from './place.js';

export type Kind = NonNullable<UnitRow['kind']>;

/** One official name of a function, at some levels. */
export interface Form {
  full: string;
  levels: readonly Level[];
  /** Its place in the line of the function: the usual form of a level comes first. */
  rank: number;
  /** Stands among the short names of another form, which it does not shorten: one of many names of local choice. */
  local: boolean;
  fn: BodyFunction;
}

export interface BodyFunction {
  key: string;
  kind: Kind;
  stems: readonly string[];
  forms: Form[];
}

export interface Registry {
  functions: ReadonlyMap<string, BodyFunction>;
  /** Names with `{}` for the place, in full and in short. */
  names: ReadonlyMap<string, readonly Form[]>;
  /** Names of bodies of the state, without any place. */
  state: ReadonlyMap<string, Form>;
  /** Words of running lists: 财政, 人社. */
  stems: ReadonlyMap<string, BodyFunction>;
  longest: number;
}

const LEVELS: Readonly<Record<string, Level>> = { 国: 'state', 省: 'province', 市: 'city', 县: 'district', 乡: 'town' };
const SHORT_ENDINGS: Readonly<Record<string, string>> = { 委员会: '委', 办公室: '办' };

interface Tables {
  functions: Map<string, BodyFunction>;
  names: Map<string, Form[]>;
  state: Map<string, Form>;
  stems: Map<string, BodyFunction>;
}

let built: Registry | null = null;

export function registry(): Registry {
  built ??= readRegistry(FUNCTIONS);
  return built;
}

/** Input: the lines of the lexicon. Errors: a line that cannot be read is an error with the line in it. */
export function readRegistry(text: string): Registry {
  const tables: Tables = { functions: new Map(), names: new Map(), state: new Map(), stems: new Map() };
  let section = 'organ';
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('//')) continue;
    if (line.startsWith('# ')) section = line.slice(2);
    else readLine(line, section as Kind, tables);
  }
  let longest = 0;
  for (const name of [...tables.names.keys(), ...tables.state.keys()]) longest = Math.max(longest, name.length);
  return { ...tables, longest };
}

function readLine(line: string, kind: Kind, tables: Tables): void {
  const [head, ...items] = line.split(' | ') as [string, ...string[]];
  const stems = head.trim().split(' ');
  const fn: BodyFunction = { key: stems[0] as string, kind, stems, forms: [] };
  if (items.length === 0 || tables.functions.has(fn.key)) throw new Error(`registry: no forms, or twice: ${line}`);
  tables.functions.set(fn.key, fn);
  for (const stem of stems) if (!tables.stems.has(stem)) tables.stems.set(stem, fn);
  for (const item of items) readForm(item.trim(), fn, tables);
}

function readForm(item: string, fn: BodyFunction, tables: Tables): void {
  const m = /^([国省市县乡]+)([+=])(\S+)(.*)$/.exec(item);
  if (!m) throw new Error(`registry: cannot read ${item}`);
  const [, letters, sign, first, more] = m as unknown as [string, string, '+' | '=', string, string];
  const levels = [...letters].map((letter) => LEVELS[letter] as Level);
  const short = more.trim() === '' ? [] : more.trim().split(' ');
  const full = sign === '+' ? fn.key + first : first;
  const endings = SHORT_ENDINGS[first] === undefined ? [first] : [first, SHORT_ENDINGS[first]];
  const names = sign === '+' ? fn.stems.flatMap((stem) => endings.map((ending) => stem + ending)) : [full];
  const below = levels.filter((level) => level !== 'state');
  if (levels.includes('state')) {
    const form = addForm(fn, full, ['state']);
    for (const name of [...names, ...short]) if (!tables.state.has(name)) tables.state.set(name, form);
  }
  if (below.length === 0) return;
  const form = addForm(fn, fn.kind === 'party' && !full.includes('{') ? `中共{}委${full}` : placed(full), below);
  const local = (name: string): string[] => (fn.kind === 'party' ? partyNames(name) : [placed(name)]);
  for (const name of names.flatMap(local)) addName(tables.names, name.replaceAll(/\{[短上省]\}/g, '{}'), form);
  for (const name of short) {
    // 重点项目推进中心 is no short form of 重点项目服务中心: a name of its own for the same function
    const own = isShortened(name, full) ? form : addForm(fn, local(name)[0] as string, below, true);
    for (const one of local(name)) addName(tables.names, one, own);
  }
}

/** Short forms leave characters out: 发改委 in 发展和改革委员会. */
function isShortened(short: string, full: string): boolean {
  const bare = short.replaceAll(/\{.\}|\{\}/g, '');
  let at = 0;
  for (const ch of full.replaceAll(/\{.\}|\{\}/g, '')) if (ch === bare[at]) at++;
  return at === bare.length;
}

function addForm(fn: BodyFunction, full: string, levels: readonly Level[], local = false): Form {
  const form: Form = { full, levels, rank: fn.forms.length, local, fn };
  fn.forms.push(form);
  return form;
}

function addName(names: Map<string, Form[]>, written: string, form: Form): void {
  const name = written.normalize('NFKC');
  const forms = names.get(name);
  if (forms === undefined) names.set(name, [form]);
  else if (!forms.includes(form)) forms.push(form);
}

const placed = (name: string): string => (name.includes('{') ? name : `{}${name}`);

/** 组织部 → 市委组织部, 市党委组织部, 中共…; a name with `{}` says itself where it stands. */
function partyNames(name: string): string[] {
  if (name.includes('{')) return [name, `中共${name}`];
  return [
    `{}委${name}`,
    `{}党委${name}`,
    `{}党工委${name}`,
    `中共{}委${name}`,
    `中共{}委员会${name}`,
    `{}委员会${name}`,
  ];
}

/** Levels whose forms a place uses: municipalities those of provinces and of cities, county-level cities both of theirs. */
export function levelsOf(place: Place): readonly Level[] {
  if (place.level === 'province') return place.suffix === '市' ? ['province', 'city'] : ['province'];
  if (place.level === 'district' && place.suffix === '市') return ['district', 'city'];
  return [place.level];
}

/** Forms that other levels may borrow: the place stands before them, no chain of offices is implied by their names. */
const BORROWED = /^(?:中共)?\{\}[^{]*$/;

/** The form that a name with `{}` has at a place: one of its level, else a plain one that has that name. */
export function findForm(names: readonly Form[] | undefined, place: Place): Form | null {
  if (names === undefined) return null;
  if (place.level === 'state')
    return names.flatMap((one) => one.fn.forms).find((one) => one.levels.includes('state')) ?? null;
  for (const level of levelsOf(place)) {
    const form = names.find((one) => one.levels.includes(level));
    if (form) return form;
  }
  return names.find((one) => BORROWED.test(one.full)) ?? null;
}

/** The usual form of a function at a place; null where it has none there. */
export function usualForm(fn: BodyFunction, place: Place): Form | null {
  for (const level of levelsOf(place)) {
    const form = fn.forms.find((one) => one.levels.includes(level));
    if (form) return form;
  }
  return null;
}

/** The official name of a form at a place. */
export function officialName(form: Form, place: Place): string {
  if (!form.full.includes('{')) return form.full;
  const name = form.full.replaceAll('{}', place.name);
  // 市{短}… · {上}…: few forms name a place in another way
  if (!name.includes('{')) return name;
  return name
    .replaceAll('{短}', place.short)
    .replaceAll('{省}', place.suffix === '省' ? place.own : place.short)
    .replaceAll('{上}', place.parent?.name ?? '市');
}

/** The official names that the registry gives the function of a form at a place. */
export function officialNames(form: Form, place: Place): string[] {
  const forms = formsAt(form, place).filter((one) => !one.local);
  return [...new Set((forms.length > 0 ? forms : [form]).map((one) => officialName(one, place)))];
}

/** All forms of a form's function at a place. */
export function formsAt(form: Form, place: Place): Form[] {
  return form.fn.forms.filter((one) => levelsOf(place).some((level) => one.levels.includes(level)));
}
