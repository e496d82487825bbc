/** Which form of a function a place has, and its official name there. */
import type { BodyFunction, Form } from '../registry/registry.js';
import type { Level, Place } from './place.js';

/** Levels whose forms a place uses: municipalities those of provinces and of cities, county-level cities both of theirs. */
export function levelsOf(place: Place): readonly Level[] {
  if (place.suffix === '市' && place.level === 'province') return MUNICIPALITY;
  if (place.suffix === '市' && place.level === 'district') return COUNTY_CITY;
  return ALONE[place.level];
}

const MUNICIPALITY: readonly Level[] = ['province', 'city'];
const COUNTY_CITY: readonly Level[] = ['district', 'city'];
const ALONE: Readonly<Record<Level, readonly Level[]>> = {
  state: ['state'],
  province: ['province'],
  city: ['city'],
  district: ['district'],
  town: ['town'],
};

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
export function formsAt({ fn }: Form, place: Place): readonly Form[] {
  const levels = levelsOf(place);
  let known = formsOf.get(fn);
  if (known === undefined) {
    known = new Map();
    formsOf.set(fn, known);
  }
  let forms = known.get(levels);
  if (forms === undefined) {
    forms = fn.forms.filter((one) => levels.some((level) => one.levels.includes(level)));
    known.set(levels, forms);
  }
  return forms;
}

/** The forms of a function by the levels above: every body of every document asks. */
const formsOf = new Map<BodyFunction, Map<readonly Level[], readonly Form[]>>();
