/** Branches of a city's bureaus in its districts: 公安碑林分局, 市自然资源和规划局碑林分局, 区公安分局. */

import { LEVEL_PREFIXES } from '../lexicon/areas.js';
import { type Form, registry } from '../registry/registry.js';
import { areasAt } from './areasIn.js';
import { findForm, officialName, usualForm } from './forms.js';
import { type Place, placeCalled, placeOf, unnamedPlace } from './place.js';

export interface Branch {
  /** The district that it works for; the city itself where the branch stands for a zone. */
  place: Place;
  form: Form;
  name: string;
  /** Part of the id behind the function. */
  key: string;
}

const ENDING = '分局';
/** 市生态环境局南山管理局: a branch by another name, only behind the whole name of the bureau. */
const AS_BUREAU = /^(.{2,}[局委].{1,8})管理局$/;
const LONGEST_ZONE = 5;

/**
 * `rest` of a name behind its prefix (or the whole name), `above` the place that the prefix means: of 市生态环境局碑林分局
 * the rest is 生态环境局碑林分局 and `above` the city.
 */
export function branchOf(rest: string, above: Place | null, here: Place): Branch | null {
  const managed = AS_BUREAU.exec(rest)?.[1];
  if (managed !== undefined) return behindBureau(managed, above, here);
  if (!rest.endsWith(ENDING) || rest.length <= ENDING.length) return null;
  const core = rest.slice(0, -ENDING.length);
  // 生态环境局碑林 | 公安碑林
  const behind = behindBureau(core, above, here);
  if (behind) return behind;
  // 碑林公安 | 区公安
  for (let i = 1; i < core.length - 1; i++) {
    const district = districtNamed(core.slice(0, i), here);
    const branch = district ? inDistrict(core.slice(i), district, above) : null;
    if (branch) return branch;
  }
  // 区生态环境分局 after its prefix, or 公安分局 in a document of the district
  const own = above ?? here;
  if (own.level === 'district') {
    const branch = inDistrict(core, own, null);
    if (branch) return branch;
  }
  return inZone(core, above, here);
}

/** 生态环境局碑林: the bureau before its district. */
function behindBureau(core: string, above: Place | null, here: Place): Branch | null {
  for (let i = core.length - 1; i >= 2; i--) {
    const district = districtNamed(core.slice(i), here);
    const branch = district ? inDistrict(core.slice(0, i), district, above) : null;
    if (branch) return branch;
  }
  return null;
}

function districtNamed(word: string, here: Place): Place | null {
  if (LEVEL_PREFIXES.includes(word)) {
    const place = placeCalled(word, here);
    return place.level === 'district' ? place : null;
  }
  if (word.length < 2) return null;
  const match = areasAt(word, 0, here).find((one) => one.end === word.length && one.place.level === 'district');
  return match?.place ?? null;
}

function inDistrict(what: string, district: Place, above: Place | null): Branch | null {
  const city = cityOf(district, above);
  const form = bureau(what, city);
  if (form === null) return null;
  const name = `${officialName(form, city)}${district.short}${ENDING}`;
  return { place: district, form, name, key: `${form.fn.key}${ENDING}` };
}

function cityOf(district: Place, above: Place | null): Place {
  if (district.area?.parent) return placeOf(district.area.parent);
  if (district.parent) return district.parent;
  return above ?? unnamedPlace('市', district);
}

/** 市公安局高新分局: a branch for what is no district stays the city's. */
function inZone(core: string, above: Place | null, here: Place): Branch | null {
  const city = above ?? (here.level === 'district' ? cityOf(here, null) : here);
  for (let i = core.length - 2; i >= Math.max(2, core.length - LONGEST_ZONE); i--) {
    const form = bureau(core.slice(0, i), city);
    const zone = core.slice(i);
    if (form === null || /^[局委]/.test(zone)) continue;
    return {
      place: city,
      form,
      name: `${officialName(form, city)}${zone}${ENDING}`,
      key: `${form.fn.key}:${zone}${ENDING}`,
    };
  }
  return null;
}

/** The bureau of the city that 自然资源和规划局, 资源规划局 or 资源规划 means. */
function bureau(what: string, city: Place): Form | null {
  const { names, stems } = registry();
  const stem = stems.get(what);
  const form =
    findForm(names.get(`{}${what}`) ?? names.get(`{}${what}局`), city) ?? (stem ? usualForm(stem, city) : null);
  return form !== null && form.fn.kind === 'organ' && /(?:局|委员会)$/.test(form.full) ? form : null;
}
