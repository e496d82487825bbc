/**
 * Reads lists of bodies (单位列表): `区级相关单位,大兴新区管委会、各街道办事处` → three entries.
 * Works on ranges of the reading copy; each entry keeps its own range, so its span is exact.
 */
import { type Compact, GAP } from '../blocks/compact.js';
import {
  AREA_KINDS,
  BODY_ENDINGS,
  CONNECTIVES,
  EMPTY_VALUES,
  GENERIC_ENDINGS,
  GROUP_PATTERNS,
  GROUP_STARTS,
  LEVELS,
  NOT_IN_NAMES,
  SHARED_SUFFIXES,
} from '../lexicon/bodies.js';

export interface UnitEntry {
  from: number;
  to: number;
  isGroup: boolean;
  openEnded: boolean;
}

export interface UnitList {
  entries: UnitEntry[];
  /** Every entry looks like a body: the list may stand in running text without a label. */
  plausible: boolean;
  /** Places where a separator is missing and was put by the look of the names. */
  joined: number[];
}

const ENDINGS = byLast(BODY_ENDINGS);
const GENERIC = new Set(GENERIC_ENDINGS);
const EMPTY = new Set(EMPTY_VALUES);
const KINDS = new Set(AREA_KINDS);
const LEVEL_ALONE = new RegExp(`^(?:${LEVELS.join('|')})$`);
// 省属驻鹿各单位 · 市直有关部门
const SCOPED = new RegExp(`^(?:${LEVELS.join('|')})[属直驻管][^、,;]{0,12}(?:单位|部门|企业|机构|高校|院校)`);
const OPEN = '(〔【[《“‘{';
const CLOSE = ')〕】]》”’}';
const LONGEST_NAME = 60;

function byLast(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) {
    const last = word.at(-1) as string;
    map.set(last, [...(map.get(last) ?? []), word]);
  }
  return map;
}

/** Whether a name is complete: it ends the way names of bodies end, brackets aside. */
export function isComplete(name: string): boolean {
  if (name.length > LONGEST_NAME * 2) return false;
  const bare = name.replace(/[(〔][^()〔〕]*[)〕]$/, '');
  if (bare.length < 2 && name === bare) return false;
  const last = bare.at(-1);
  return last !== undefined && (ENDINGS.get(last)?.some((word) => bare.endsWith(word)) ?? false);
}

/** Whether a name could be a body or a group of bodies: no words of a sentence in it, an ending that bodies have. */
export function looksLikeBody(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME) return false;
  const plain = name.replace(/[“‘"《(〔][^”’"》)〕]*[”’"》)〕]/g, '');
  if (/[。:!?%]|\d{4}年|\d+月/.test(plain)) return false;
  if (SENTENCE.test(plain) && !SAFE_NAMES.test(plain)) return false;
  return isComplete(name);
}
const SENTENCE = new RegExp(NOT_IN_NAMES.join('|'));
// 行政审批局 · 审批服务局 · 审核中心 · 已/以/于 inside names of areas and firms
const SAFE_NAMES =
  /(?:审批|审核|责任|主管|牵头|监管|成员|推进|推动|提升|落实|每个|时代|为民|并购|后勤|如皋|将乐|于都|以岭|至诚|即墨|需求侧|领导小组|指挥部|专班|办公室|联席会议)/;

/** Whether a name has no word of a sentence in it and is no longer than names are. */
export const couldBeBody = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 24 &&
  !/[。:!?%,;]|\d{4}年/.test(name) &&
  (!SENTENCE.test(name) || SAFE_NAMES.test(name));

/** Whether a name means several bodies. */
export function isGroupName(name: string): boolean {
  const bare = name.replace(/[“‘"《][^”’"》]*[”’"》]/g, '');
  return GROUP_STARTS.some((word) => bare.startsWith(word)) || GROUP_PATTERNS.some((pattern) => pattern.test(bare));
}

interface Piece {
  from: number;
  to: number;
  /** 等 stands behind the piece. */
  open: boolean;
  /** The separator before it: a comma opens a new group, white space only splits complete names. */
  separator: string;
}

/**
 * Input: a range of the reading copy that holds nothing but a list of bodies.
 * Output: its entries in order. Errors: none; what does not look like a body makes `plausible` false.
 */
export function readUnits(copy: Compact, from: number, to: number): UnitList {
  // Documents name the same lists again and again; one without white space inside reads the same everywhere.
  for (let i = from + 1; i < to; i++) if (copy.gap[i] !== GAP.none) return readList(copy, from, to);
  let known = lists.get(copy);
  if (known === undefined) {
    known = new Map();
    lists.set(copy, known);
  }
  const key = copy.s.slice(from, to);
  let list = known.get(key);
  if (list === undefined) {
    list = moved(readList(copy, from, to), -from);
    known.set(key, list);
  }
  return moved(list, from);
}

/** Lists read so far, by document: places count from the list's own beginning. */
const lists = new WeakMap<Compact, Map<string, UnitList>>();

function moved(list: UnitList, by: number): UnitList {
  return {
    entries: list.entries.map(({ from, to, isGroup, openEnded }) => ({
      from: from + by,
      to: to + by,
      isGroup,
      openEnded,
    })),
    plausible: list.plausible,
    joined: list.joined.map((at) => at + by),
  };
}

function readList(copy: Compact, from: number, to: number): UnitList {
  const { s } = copy;
  while (to > from && '。.;,、:'.includes(s[to - 1] as string)) to--;
  while (from < to && '。.;,、:'.includes(s[from] as string)) from++;
  if (from >= to || EMPTY.has(s.slice(from, to))) return { entries: [], plausible: true, joined: [] };
  const joined: number[] = [];
  const pieces = afterEtc(s, areaLists(s, splitAll(copy, from, to, joined)));
  const entries: UnitEntry[] = [];
  let plausible = true;
  const opened = pieces.some((piece) => piece.open);
  for (const piece of pieces) {
    if (piece.from >= piece.to) {
      const last = entries.at(-1);
      if (piece.open && last) last.openEnded = true;
      continue;
    }
    const name = s.slice(piece.from, piece.to);
    if (EMPTY.has(name)) continue;
    // 市财政、人社、住建等部门: short forms are bodies where 等部门 follows.
    if (!looksLikeBody(name) && !(opened && name.length <= 12 && !SENTENCE.test(name))) {
      plausible = false;
    }
    entries.push({ from: piece.from, to: piece.to, isGroup: isGroupName(name), openEnded: piece.open });
  }
  return { entries, plausible: plausible && entries.length > 0, joined };
}

/** Depth of brackets and quotation marks; straight quotes open and close in turn. */
function shield(s: string, i: number, state: { depth: number; quoted: boolean }): boolean {
  const ch = s[i] as string;
  if (ch === '"') {
    state.quoted = !state.quoted;
    return true;
  }
  if (OPEN.includes(ch)) {
    state.depth++;
    return true;
  }
  if (CLOSE.includes(ch)) {
    if (state.depth > 0) state.depth--;
    return true;
  }
  return state.depth > 0 || state.quoted;
}

function splitAll(copy: Compact, from: number, to: number, joined: number[]): Piece[] {
  const { s, gap } = copy;
  const pieces: Piece[] = [];
  const state = { depth: 0, quoted: false };
  let begin = from;
  let separator = '';
  const push = (end: number, next: number, mark: string): void => {
    if (end > begin) splitRunOn(s, { from: begin, to: end, open: false, separator }, pieces, joined);
    begin = next;
    separator = mark;
  };
  for (let i = from; i < to; i++) {
    // 市行政审批局 市司法局: white space between two complete names.
    const white = gap[i];
    if (
      i > begin &&
      white !== GAP.none &&
      state.depth === 0 &&
      !kindGoesOn(s, begin, i) &&
      !state.quoted &&
      i - begin >= 3 &&
      SURE_END.test(s.slice(Math.max(begin, i - 24), i)) &&
      isComplete(s.slice(begin, i))
    ) {
      const first = s[begin] as string;
      if (white === GAP.line ? startsBody(s, i, first) : beginsName(s.slice(i, nextGap(copy, i, to)))) push(i, i, ' ');
    }
    if (shield(s, i, state)) continue;
    const ch = s[i] as string;
    if (ch === '、' || ch === ',' || ch === ';' || ch === '/' || ch === '|' || ch === '。') {
      push(i, i + 1, ch);
      continue;
    }
    const connective = connectiveAt(s, i, begin, to);
    if (connective > 0) {
      push(i, i + connective, '和');
      i += connective - 1;
    }
  }
  push(to, to, '');
  return pieces;
}

/** 各乡 | 镇人民政府: a kind of area cut by white space. */
const kindGoesOn = (s: string, begin: number, i: number): boolean =>
  /各.?$/.test(s.slice(begin, i)) && /^[省市县区乡镇街旗州]/.test(s[i] as string);

const LEVEL_PREFIX = /^[市区县省州旗镇]$/;

/** After a line break inside a list without separators: the next name begins like this one (市…局 | 市…局). */
function startsBody(s: string, i: number, first: string): boolean {
  return s[i] === first && LEVEL_PREFIX.test(first);
}

// 政府 · 管委会 · 碑石分局 alone go on with the name before the blank
const NAME_REST =
  /^(?:管理局|服务局|监管局|保障局|监督局|事务中心|服务中心|分公司|[\u4e00-\u9fa5]{2,4}分公司|人民政府|政府|党委|管委会|管理委员会|委员会|办事处|办公室|办公厅|领导小组|成员单位|各?分[局行]|支[队行]|大队|[\u4e00-\u9fa5]{2,4}(?:分局|分行|支行|中心支行|支队|大队)|.?等|[及和与、,;)(/。:])/;

/** Whether what stands behind a blank is a name of its own. */
function beginsName(rest: string): boolean {
  return rest.length >= 3 && !NAME_REST.test(rest) && isComplete(rest.replace(/等.*$/, ''));
}

/** A name that ends so surely that white space behind it parts two names, and does not stand inside one (市行 政审批局). */
const SURE_END =
  /(?:局|厅|委|办|部|院|署|政府|管委会|办事处|公司|中心|集团|银行|队|联合会|联社|协会|单位|部门|机构|企业)(?:[(][^()]*[)])?$/;

function nextGap(copy: Compact, i: number, to: number): number {
  // 和 may stand inside the name (工业和信息化局): only marks end it.
  let end = i;
  while (end < to && !'、,;。'.includes(copy.s[end] as string)) end++;
  for (let k = i + 1; k < end; k++) if (copy.gap[k] !== GAP.none) return k;
  return end;
}

/** Length of a connective at `i` that stands between two complete names; 0 where there is none. */
function connectiveAt(s: string, i: number, begin: number, to: number): number {
  for (const word of CONNECTIVES) {
    if (!s.startsWith(word, i) || i === begin) {
      if (i === begin && s.startsWith(word, i) && word.length === 1 && '和及与'.includes(word)) {
        return isGroupName(s.slice(i + 1, Math.min(to, i + 8))) ? 1 : 0;
      }
      continue;
    }
    const left = s.slice(begin, i);
    const rest = s.slice(i + word.length, nextMark(s, i + word.length, to));
    // 等部门及各县区 · 等和各有关省级人民政府
    const etc = /等[^、,;]{0,12}$/.test(left);
    if (!etc && !isComplete(left)) continue;
    // 有关部门和单位 is one group; 文化和旅游部 one body.
    if (GENERIC.has(rest.replace(/等.*$/, ''))) continue;
    if (!etc && left.length < 3 && !isGroupName(left)) continue;
    if (rest.length < 2) continue;
    return word.length;
  }
  return 0;
}

function nextMark(s: string, i: number, to: number): number {
  for (let k = i; k < to; k++) if ('、,;。及和与'.includes(s[k] as string)) return k;
  return to;
}

// 市发改委市财政局 · 区住建局区城管局: an ending of a body, then the prefix that the list's names begin with
const RUN_ON =
  /(?:局|委|办|厅|院|会|中心|公司|政府|联|部)(?=[市区县省][^、,;]{2,}|各(?:县|区|市|镇|乡|街道|开发区|园区))|局(?=[^、,;]{2,12}(?:管委会|管理委员会|人民政府|公司|集团|办事处)$)/g;

function splitRunOn(s: string, piece: Piece, pieces: Piece[], joined: number[]): void {
  const name = s.slice(piece.from, piece.to);
  const first = name[0] as string;
  if (name.length < 7 || !LEVEL_PREFIX.test(first) || /[(“"《]/.test(name)) {
    pieces.push(piece);
    return;
  }
  let begin = 0;
  let separator = piece.separator;
  RUN_ON.lastIndex = 0;
  for (let m = RUN_ON.exec(name); m !== null; m = RUN_ON.exec(name)) {
    const cut = m.index + m[0].length;
    const rest = name.slice(cut);
    if (
      cut - begin < 3 ||
      (m[0].length > 0 && '市区县省'.includes(name[cut] as string) && name[cut] !== first) ||
      !isComplete(rest.replace(/等.*$/, '')) ||
      rest.length < 3
    )
      continue;
    pieces.push({ ...piece, from: piece.from + begin, to: piece.from + cut, separator });
    joined.push(piece.from + cut);
    begin = cut;
    separator = '';
  }
  pieces.push({ ...piece, from: piece.from + begin, separator });
}

/** Puts together `各省、自治区、直辖市人民政府`: kinds of areas under one suffix are one entry. */
function areaLists(s: string, pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const name = s.slice(piece.from, piece.to);
    // 市政府各委、办、局 is one entry.
    if (/各[委办局部厅]$/.test(name)) {
      let end = i;
      while (
        end + 1 < pieces.length &&
        /^[委办局部厅司院]$/.test(s.slice((pieces[end + 1] as Piece).from, (pieces[end + 1] as Piece).to))
      )
        end++;
      out.push({ ...piece, to: (pieces[end] as Piece).to });
      i = end;
      continue;
    }
    const next = pieces[i + 1];
    if (next?.separator === '、' && LEVEL_ALONE.test(name) && SCOPED.test(s.slice(next.from, next.to))) {
      out.push({ ...next, from: piece.from, separator: piece.separator });
      i++;
      continue;
    }
    const head = /^(.{0,4}?各(?:有关|相关)?)(.+)$/.exec(name);
    if (head && KINDS.has(head[2] as string)) {
      let end = i + 1;
      while (end < pieces.length && KINDS.has(s.slice((pieces[end] as Piece).from, (pieces[end] as Piece).to))) end++;
      const last = pieces[end];
      const suffixed = last === undefined ? '' : s.slice(last.from, last.to).replace(/等.*$/, '');
      // 各省、自治区、直辖市卫生健康委: with two kinds or more any body may be the shared end
      const shared =
        end - i >= 2
          ? AREA_KINDS.find(
              (kind) =>
                suffixed.startsWith(kind) &&
                suffixed.length > kind.length + 1 &&
                isComplete(suffixed.slice(kind.length)),
            )
          : undefined;
      const suffix =
        SHARED_SUFFIXES.find((word) => suffixed.endsWith(word)) ??
        (shared === undefined ? undefined : suffixed.slice(shared.length));
      if (
        last &&
        suffix &&
        KINDS.has(suffixed.slice(0, -suffix.length)) &&
        pieces.slice(i + 1, end + 1).every(listed)
      ) {
        out.push({ ...piece, to: last.to });
        i = end;
        continue;
      }
    }
    out.push(piece);
  }
  return out;
}

const listed = (piece: Piece): boolean =>
  piece.separator === '、' || piece.separator === '和' || piece.separator === ',';

/** 等 leaves a list open; the words from it on (等市级相关单位) are no entry, what is joined on behind them is. */
function afterEtc(s: string, pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const name = s.slice(piece.from, piece.to);
    const at = etcAt(name);
    if (at >= 0) {
      out.push({ ...piece, to: piece.from + at, open: true });
      continue;
    }
    // 等部门、单位: the rest of the words from 等 on
    const last = out.at(-1);
    if (last?.open && GENERIC.has(name)) continue;
    out.push(piece);
  }
  return out;
}

/** Place of the 等 that leaves a list open in a name; -1 where 等 is part of it (中等职业学校, 高等院校). */
function etcAt(name: string): number {
  if (name.length > LONGEST_NAME * 4) return -1;
  const state = { depth: 0, quoted: false };
  for (let i = 0; i < name.length; i++) {
    if (shield(name, i, state) || name[i] !== '等') continue;
    const rest = name.slice(i + 1);
    if (i > 0 && '中高初同平对优上下'.includes(name[i - 1] as string) && /^[职院学教级级]/.test(rest)) continue;
    if (rest === '' || ENDS_GENERIC.test(rest) || isComplete(rest) || rest.length <= 6) return i;
  }
  return -1;
}

// 等部门 · 等市级有关单位 · 等有关部门和单位
const ENDS_GENERIC = /(?:部门|单位|机构|机关|企业|地区|方面|组织|部委|成员|主体)$/;
