/** All names of bodies in one document, and the identities that they stand for. */
import type { DocumentRecord, UnitRow } from '../model/model.js';
import type { Form } from '../registry/registry.js';
import { isSecondName, readAbbreviations, readBracket } from './aliases.js';
import { formsAt, officialName, officialNames } from './forms.js';
import { kindOf } from './guess.js';
import { type Pairs, pairsOf } from './pairs.js';
import type { Place } from './place.js';
import { foldName, type Resolution, resolveGroup, resolveName } from './resolve.js';

/** How a name became a body: the registry knows it, the document says so, it is a group, or it stays as written. */
export type Origin = 'registry' | 'document' | 'group' | 'written';

function originOf({ function: known, kind }: UnitRow): Origin {
  if (known !== null) return 'registry';
  return kind === 'group' ? 'group' : 'written';
}

export interface Named {
  resolution: Resolution;
  origin: Origin;
  /** What has been counted of it so far; null before its first mention. */
  unit: Unit | null;
  claim: Claim | null;
}

interface Claim {
  count: number;
  written: boolean;
  form: Form;
}

interface Unit {
  row: UnitRow;
  place: Place;
  claims: Map<string, Claim>;
  names: Set<string>;
}

/** Names of one document; each is resolved once for each place that a list gives it. */
export class DocumentNames {
  readonly #here: Place;
  readonly #record: DocumentRecord;
  /** By the place of the list, then by the name. */
  readonly #groups = new Map<string, Map<string, Named>>();
  readonly #bodies = new Map<string, Map<string, Named>>();
  readonly #aliases = new Map<string, Resolution>();
  /** Branches of the city that the document names, by their district and function. */
  readonly #branches = new Map<string, Resolution>();
  readonly #units = new Map<string, Unit>();
  readonly #pairs: Pairs;

  constructor(record: DocumentRecord, here: Place, lists: readonly (readonly string[])[]) {
    this.#record = record;
    this.#here = here;
    this.#pairs = pairsOf(record.document.text);
    const used = new Set<string>();
    for (const list of lists) for (const name of list) used.add(name);
    this.#readBrackets(lists, used);
    this.#readShortNames(used);
    this.#readBranches(used);
  }

  /** `name`: folded and made whole; `list`: the place of the names before it. */
  find(name: string, isGroup: boolean, list: Place | null): Named {
    const byList = isGroup ? this.#groups : this.#bodies;
    const place = list?.key ?? '';
    let known = byList.get(place);
    if (known === undefined) {
      known = new Map();
      byList.set(place, known);
    }
    let named = known.get(name);
    if (named === undefined) {
      named = this.#read(name, isGroup, list);
      known.set(name, named);
    }
    return named;
  }

  #read(name: string, isGroup: boolean, list: Place | null): Named {
    const bracket = readBracket(name);
    const alias = isGroup ? undefined : (this.#aliases.get(name) ?? this.#aliases.get(bracket.name));
    const context = { here: this.#here, list };
    const plain = isGroup || GROUP.test(name) ? resolveGroup(name, context) : resolveName(bracket.name, context);
    const stated = alias ?? this.#branchOf(bracket.name, plain);
    const resolution = stated ?? plain;
    const origin = stated ? 'document' : originOf(resolution.unit);
    return { resolution, origin, unit: null, claim: null };
  }

  /** Counts one mention of a body under a name as it is written. */
  mention(named: Named, written: string): string {
    const unit = named.unit ?? this.#unitOf(named);
    unit.names.add(written);
    const { claim } = named;
    if (claim !== null) {
      claim.count++;
      claim.written ||= named.resolution.written;
    }
    return unit.row.id;
  }

  /** Where the mentions of a body are counted, and those of its name. */
  #unitOf(named: Named): Unit {
    const { unit: row, place, form } = named.resolution;
    let unit = this.#units.get(row.id);
    if (unit === undefined) {
      unit = { row, place, claims: new Map(), names: new Set() };
      this.#units.set(row.id, unit);
    }
    named.unit = unit;
    if (form === null) return unit;
    let claim = unit.claims.get(row.name);
    if (claim === undefined) {
      claim = { count: 0, written: false, form };
      unit.claims.set(row.name, claim);
    }
    named.claim = claim;
    return unit;
  }

  /** The bodies in the order of their first mention, each under the name that the document speaks for. */
  units(): { row: UnitRow; official: string[]; written: string[] }[] {
    return [...this.#units.values()].map(({ row, place, claims, names }) => {
      const { id, function: fn, level, adcode, kind } = row;
      const [claim] = claims.values();
      return {
        row: { id, name: this.#bestName(row, place, claims), function: fn, level, adcode, kind },
        official: claim === undefined ? [] : officialNames(claim.form, place),
        written: [...names],
      };
    });
  }

  /**
   * Of the official names of one body: one that is written out, in a list or elsewhere in the text, before those that
   * short names stand for; then the most frequent, then the usual one of the registry.
   */
  #bestName(row: UnitRow, place: Place, claims: ReadonlyMap<string, Claim>): string {
    if (claims.size === 0) return row.name;
    const sorted = [...claims].sort(
      ([, a], [, b]) => Number(b.written) - Number(a.written) || b.count - a.count || a.form.rank - b.form.rank,
    );
    const [name, claim] = sorted[0] as [string, Claim];
    if (claim.written || claims.size > 1) return name;
    const elsewhere = formsAt(claim.form, place).find(
      (form) => form !== claim.form && !form.local && this.#mentions(form, place),
    );
    return elsewhere ? officialName(elsewhere, place) : name;
  }

  /** 西安市城市管理和综合执法局 somewhere in the text, or 市城市管理…. */
  #mentions(form: Form, place: Place): boolean {
    const { text } = this.#record.document;
    const bare = form.full.replace(/^\{\}/, '');
    if (bare.includes('{') || place.suffix === '' || !this.#pairs.mayHold(bare)) return false;
    for (let at = text.indexOf(bare); at > 0; at = text.indexOf(bare, at + 1)) {
      if (text.startsWith(place.suffix, at - place.suffix.length)) {
        const before = text.slice(Math.max(0, at - place.own.length), at);
        // 碑林区人民政府办公厅 is not the city's
        if (before === place.own || !/[\u4e00-\u9fa5]/.test(before.at(-place.suffix.length - 1) ?? '、')) return true;
      }
    }
    return false;
  }

  /** 市委宣传部（市版权局）: both names are one body in this document, unless one list names them side by side. */
  #readBrackets(lists: readonly (readonly string[])[], used: ReadonlySet<string>): void {
    const context = { here: this.#here, list: null };
    const seconds = new Map<string, string>();
    for (const name of used) {
      if (!name.includes('(')) continue;
      const { name: first, others } = readBracket(name);
      for (const other of others) if (isSecondName(other)) seconds.set(other, first);
    }
    for (const [second, first] of seconds) {
      if (lists.some((list) => list.includes(second) && list.some((name) => readBracket(name).name === first)))
        continue;
      this.#aliases.set(second, resolveName(first, context));
    }
  }

  /** 区…、资源规划、公安等部门 in a district where the document names 资源规划分局 elsewhere: the field means the branch. */
  #branchOf(name: string, { form, place }: Resolution): Resolution | null {
    if (form === null || this.#branches.size === 0 || kindOf(name) !== null) return null;
    return this.#branches.get(`${place.key}:${form.fn.key}`) ?? null;
  }

  #readBranches(used: ReadonlySet<string>): void {
    for (const name of used) {
      if (!name.endsWith('分局')) continue;
      const found = resolveName(name, { here: this.#here, list: null });
      if (found.form === null && found.unit.function !== null)
        this.#branches.set(`${found.place.key}:${found.unit.function}`, found);
    }
  }

  #readShortNames(used: ReadonlySet<string>): void {
    const context = { here: this.#here, list: null };
    for (const [short, before] of readAbbreviations(this.#record.document.text)) {
      if (!used.has(short) || resolveName(short, context).form !== null) continue;
      const full = fullName(before, this.#here);
      if (full !== null) this.#aliases.set(short, resolveName(full, context));
    }
  }
}

/** Names that mean several bodies even where no list says so. */
const GROUP =
  /^(?:各|有关|相关)|^(?:园区|开发区|街道办事处|镇街|乡镇|区县|县区|县市区)$|[级直](?:各|相关|有关)?(?:部门|单位)$/;

/** The end of the words before 以下简称 that is a name: from the place of the document on, else from its level. */
function fullName(words: string, here: Place): string | null {
  for (let place: Place | null = here; place !== null; place = place.parent) {
    for (const start of [place.name, place.own]) {
      const at = start === '' ? -1 : words.lastIndexOf(start);
      if (at >= 0 && words.length > at + start.length) return words.slice(at);
    }
  }
  const level = /[省市区县州旗][\u4e00-\u9fa5]{3,}$/.exec(words);
  return level ? level[0] : null;
}

/** Names as documents write them, folded; most names stand in many lists. */
export function foldedLists(lists: readonly (readonly { name: string }[])[]): string[][] {
  const folded = new Map<string, string>();
  const fold = (name: string): string => {
    const known = folded.get(name);
    if (known !== undefined) return known;
    const result = foldName(name);
    folded.set(name, result);
    return result;
  };
  return lists.map((list) => list.map((entry) => fold(entry.name)));
}
