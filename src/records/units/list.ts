/**
 * Reads lists of bodies (单位列表): `区直有关单位,临河新区管委会、各镇人民政府` → three entries.
 * Works on ranges of the reading copy; each entry keeps its own range, so its span is exact.
 */
import { type Compact, GAP } from '../../blocks/compact.js';
import { EMPTY_VALUES } from '../../lexicon/bodies.js';
import { areaLists } from './areaLists.js';
import { afterEtc } from './etc.js';
import { looksOf, SENTENCE } from './names.js';
import { runningList } from './running.js';
import { splitAll } from './split.js';

export interface UnitEntry {
  from: number;
  to: number;
  isGroup: boolean;
  openEnded: boolean;
}

/** Places count from `base`: a list that stands in a document again is read once. */
export interface UnitList {
  base: number;
  entries: readonly UnitEntry[];
  /** Every entry looks like a body: the list may stand in running text without a label. */
  plausible: boolean;
  /** Places where a separator is missing and was put by the look of the names. */
  joined: readonly number[];
}

const EMPTY = new Set(EMPTY_VALUES);
const LONGEST_EMPTY = Math.max(...EMPTY_VALUES.map((word) => word.length));

/**
 * Input: a range of the reading copy that holds nothing but a list of bodies.
 * Output: its entries in order. Errors: none; what does not look like a body makes `plausible` false.
 */
export function readUnits(copy: Compact, from: number, to: number): UnitList {
  // Documents name the same lists again and again; one without white space inside reads the same everywhere.
  for (let i = from + 1; i < to; i++) if (copy.gap[i] !== GAP.none) return readList(copy, from, to);
  const known = listsOf(copy);
  const key = copy.s.slice(from, to);
  const first = known.get(key);
  if (first !== undefined) {
    const { entries, plausible, joined } = first.list;
    return { base: from - first.from, entries, plausible, joined };
  }
  const list = readList(copy, from, to);
  known.set(key, { from, list });
  return list;
}

type Lists = Map<string, { from: number; list: UnitList }>;

/**
 * Lists read so far in the document read last, with the place where each was read. No map by documents, however weak: a table
 * that lives long keeps what hangs on it until a full collection.
 */
let lastCopy: Compact | null = null;
let lists: Lists = new Map();

function listsOf(copy: Compact): Lists {
  if (lastCopy !== copy) {
    lastCopy = copy;
    lists = new Map();
  }
  return lists;
}

function readList(copy: Compact, from: number, to: number): UnitList {
  const { s } = copy;
  while (to > from && '。.;,、:'.includes(s[to - 1] as string)) to--;
  while (from < to && '。.;,、:'.includes(s[from] as string)) from++;
  if (from >= to || (to - from <= LONGEST_EMPTY && EMPTY.has(s.slice(from, to))))
    return { base: 0, entries: [], plausible: true, joined: [] };
  const joined: number[] = [];
  const listed = afterEtc(s, areaLists(s, splitAll(copy, from, to, joined)));
  const running = runningList(s, listed);
  const pieces = running ?? listed;
  const entries: UnitEntry[] = [];
  let plausible = true;
  const opened = running !== null || pieces.some((piece) => piece.open);
  for (const piece of pieces) {
    if (piece.from >= piece.to) {
      const last = entries.at(-1);
      if (piece.open && last) last.openEnded = true;
      continue;
    }
    const name = s.slice(piece.from, piece.to);
    if (name.length <= LONGEST_EMPTY && EMPTY.has(name)) continue;
    // 市财政、人社、住建等部门: short forms are bodies where 等部门 follows.
    const looks = looksOf(name);
    if (!looks.body && !(opened && name.length <= 12 && !SENTENCE.test(name))) {
      plausible = false;
    }
    entries.push({ from: piece.from, to: piece.to, isGroup: looks.group, openEnded: piece.open });
  }
  return { base: 0, entries, plausible: plausible && entries.length > 0, joined };
}
