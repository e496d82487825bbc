/** The areas of GB/T 2260 (行政区划) with their codes, from @vant/area-data. Built once, at the first use. */
import { areaList } from '@vant/area-data';
import { AREA_SUFFIXES, NATIONALITIES, NO_AREA } from '../lexicon/areas.js';
import { pairHash } from './pairs.js';

export interface Area {
  code: string;
  /** As in the standard: 碑林区. */
  name: string;
  /** Without its suffix: 碑林; null where one character would be left (眉县). */
  short: string | null;
  level: 'province' | 'city' | 'district';
  parent: Area | null;
}

export interface Gazetteer {
  byCode: ReadonlyMap<string, Area>;
  byName: ReadonlyMap<string, readonly Area[]>;
  byShort: ReadonlyMap<string, readonly Area[]>;
  /** Length of the longest name that can begin at a place; 0 at most places, which are told without a string. */
  longestAt: (text: string, at: number) => number;
}

let built: Gazetteer | null = null;

export function gazetteer(): Gazetteer {
  built ??= build();
  return built;
}

function build(): Gazetteer {
  const byCode = new Map<string, Area>();
  const add = (code: string, name: string, level: Area['level'], parent: Area | null): void => {
    byCode.set(code, { code, name, short: shortName(name), level, parent });
  };
  for (const [code, name] of Object.entries(areaList.province_list)) add(code, name, 'province', null);
  for (const [code, name] of Object.entries(areaList.city_list)) {
    const province = byCode.get(`${code.slice(0, 2)}0000`) ?? null;
    // 北京市 below 北京市, 省直辖县, 县: rows that only hold the table together
    if (province === null || name === province.name || /直辖|^县$/.test(name)) continue;
    add(code, name, 'city', province);
  }
  for (const [code, name] of Object.entries(areaList.county_list)) {
    if (isStatutory(code, name)) {
      const parent = byCode.get(`${code.slice(0, 4)}00`) ?? byCode.get(`${code.slice(0, 2)}0000`) ?? null;
      add(code, name, 'district', parent);
    }
  }
  const byName = new Map<string, Area[]>();
  const byShort = new Map<string, Area[]>();
  for (const area of byCode.values()) {
    push(byName, area.name, area);
    if (area.short !== null) push(byShort, area.short, area);
    for (const casual of casualNames(area)) if (!byName.has(casual)) push(byName, casual, area);
  }
  return { byCode, byName, byShort, longestAt: firstPairs([...byName.keys(), ...byShort.keys()]) };
}

/** The first two characters of names, in a table of their hashes: it holds how long they are at most. */
function firstPairs(names: readonly string[]): (text: string, at: number) => number {
  const longest = new Uint8Array(0x10000);
  for (const name of names) {
    const hash = pairHash(name, 0);
    longest[hash] = Math.max(longest[hash] as number, name.length);
  }
  return (text, at) => (at + 1 < text.length ? (longest[pairHash(text, at)] as number) : 0);
}

/** 恩施州, 恩施自治州, 彭水县, 广西自治区: autonomous areas without their nationalities. */
function casualNames({ name, short }: Area): string[] {
  const suffix = /(?:自治区|自治[州县旗])$/.exec(name)?.[0];
  if (suffix === undefined || short === null) return [];
  const endings = suffix === '自治区' ? [suffix] : [suffix.slice(2), suffix];
  return endings.map((ending) => short + ending).filter((casual) => casual !== name);
}

/** Codes of districts and counties end in 01–60, of county-level cities in 81–99; the package puts zones in between. */
function isStatutory(code: string, name: string): boolean {
  const last = Number(code.slice(4));
  if (NO_AREA.test(name)) return false;
  return last <= 60 || (last > 80 && /[市县]$/.test(name));
}

function push(map: Map<string, Area[]>, key: string, area: Area): void {
  const list = map.get(key);
  if (list) list.push(area);
  else map.set(key, [area]);
}

const NEW_AREA = /^(.*[^高])新区$/;

/** 碑林区 → 碑林, 浦东新区 → 浦东, 恩施土家族苗族自治州 → 恩施, 广西壮族自治区 → 广西. */
export function shortName(name: string): string | null {
  const before = NEW_AREA.exec(name)?.[1] ?? '';
  if (before.length >= 2) return before;
  const suffix = AREA_SUFFIXES.find((word) => name.endsWith(word));
  if (suffix === undefined) return null;
  let short = name.slice(0, -suffix.length);
  for (;;) {
    const people =
      suffix.startsWith('自治') || short.endsWith('族')
        ? NATIONALITIES.find((word) => short.endsWith(word))
        : undefined;
    if (people === undefined || short.length - people.length < 2) break;
    short = short.slice(0, -people.length);
  }
  return short.length >= 2 ? short : null;
}
