/**
 * Tables pasted with one cell per line: the words of the head first, then every cell of every row on a line of its own.
 * The numbers 1, 2, 3 … say where a row begins; what a cell looks like says into which column it belongs.
 */
import { ROLES } from '../model/roles.js';
import type { Cell } from './block.js';
import { labelKind } from './label.js';
import type { Line } from './lines.js';
import { markAt, marks } from './marks.js';

export interface ListedRow {
  table: number;
  header: boolean;
  /** Index of the first and the last line of each cell. */
  cells: [number, number][];
  /** Puts the cells found into the columns of the head. */
  place: (cells: Cell[]) => Cell[];
  /** Which column a line belongs to is not certain. */
  guessed?: boolean;
}

export interface ListedCells {
  isCell: (line: number) => boolean;
  rowStarting: (line: number) => ListedRow | null;
}

const HEAD_WORD =
  /^(?:序号|编号|备注|(?:重点|主要|具体|工作|改革|目标)?(?:任务|措施|事项|举措|内容|项目|目标|要求)(?:名称|内容|清单)?|责任分工|类别|领域)$/;
const NUMBER = /^\d{1,3}$/;
const LONGEST_HEAD_WORD = 12;
const HEAD_FIRSTS = marks('序编');

/** Input: folded text and its lines. Output: the rows found, or null where no such table stands in the text. */
export function listedCells(folded: string, lines: readonly Line[]): ListedCells | null {
  const rows = new Map<number, ListedRow>();
  const member = new Set<number>();
  const ink = (i: number): string => {
    const line = lines[i];
    return line === undefined ? '' : folded.slice(line.start, line.end).replace(/\s/g, '');
  };
  const isHead = (i: number): boolean => {
    const line = lines[i];
    if (line === undefined || line.tabs > 0 || line.end - line.start > LONGEST_HEAD_WORD * 2) return false;
    const word = ink(i);
    return word.length <= LONGEST_HEAD_WORD && (HEAD_WORD.test(word) || labelKind(word) !== null);
  };
  let table = 0;
  for (let i = 0; i < lines.length; i++) {
    // 序号 or 编号 comes first
    if (!markAt(folded, (lines[i] as Line).start, HEAD_FIRSTS) || !isHead(i)) continue;
    let end = i;
    while (isHead(end)) end++;
    const head = Array.from({ length: end - i }, (_, k) => ink(i + k));
    const roles = head.filter((word) => labelKind(word) !== null).length;
    if (head.length < 3 || roles === 0 || head[0] === undefined || !/^(?:序号|编号)$/.test(head[0])) continue;
    const found = readRows(head, i, end, lines, ink, isHead, table);
    if (found.length < 2) continue;
    for (const row of found) {
      rows.set(row.cells[0]?.[0] as number, row);
      for (const [a, b] of row.cells) for (let k = a; k <= b; k++) member.add(k);
    }
    table++;
    i = Math.max(i, found.at(-1)?.cells.at(-1)?.[1] ?? i);
  }
  return rows.size === 0 ? null : { isCell: (i) => member.has(i), rowStarting: (i) => rows.get(i) ?? null };
}

function readRows(
  head: readonly string[],
  start: number,
  end: number,
  lines: readonly Line[],
  ink: (i: number) => string,
  isHead: (i: number) => boolean,
  table: number,
): ListedRow[] {
  const single = (i: number): [number, number] => [i, i];
  const rows: ListedRow[] = [
    { table, header: true, cells: head.map((_, k) => single(start + k)), place: (cells) => cells },
  ];
  // 附件2 · …任务清单 before another head: the title of the next table
  const isTitle = (k: number): boolean => TABLE_TITLE.test(ink(k)) && (isHead(k + 1) || isHead(k + 2));
  const sameHead = (k: number): boolean => head.every((word, c) => ink(k + c) === word);
  let next = 1;
  let i = end;
  while (i < lines.length) {
    if (isHead(i) && ink(i) === head[0]) {
      if (!sameHead(i) && isTitle(i - 1)) break;
      const first = i;
      while (isHead(i)) i++;
      rows.push({
        table,
        header: true,
        cells: Array.from({ length: i - first }, (_, k) => single(first + k)),
        place: (cells) => cells,
      });
      continue;
    }
    // 一、产业振兴 alone before the next number or a repeated head: a row across the table
    if (GROUP.test(ink(i)) && ink(i).length <= LONGEST_GROUP && isBetween(Number(ink(i + 1) || 'x'), next)) {
      rows.push({ table, header: false, cells: [single(i)], place: (cells) => cells });
      i++;
      continue;
    }
    const number = NUMBER.test(ink(i)) ? Number(ink(i)) : Number.NaN;
    if (PAGE.test(ink(i))) {
      i++;
      continue;
    }
    if (!isBetween(number, next)) break;
    let stop = i + 1;
    const ends = (k: number): boolean =>
      isNext(ink(k), number) || isHead(k) || GROUP.test(ink(k)) || PAGE.test(ink(k)) || isTitle(k);
    while (stop < lines.length && stop - i < head.length && !ends(stop)) stop++;
    let cells = Array.from({ length: stop - i }, (_, k) => single(i + k));
    const bodies = joinBodies(i, head, lines.length, ink, ends);
    // 评 | 定公示: more lines than columns where a cell goes on over two of them
    let rest = stop;
    while (rest < lines.length && rest - stop < head.length && !ends(rest)) rest++;
    if (bodies) {
      cells = bodies.cells;
      stop = bodies.end;
    } else if (cells.length === head.length && rest > stop && ends(rest)) {
      cells = joinCut(i, rest, head.length, ink);
      stop = rest;
    }
    const words = cells.map(([a]) => ink(a));
    rows.push({
      table,
      header: false,
      cells,
      place: (found) => placed(found, head, words),
      guessed: bodies?.guessed === true,
    });
    next = number + 1;
    i = stop;
  }
  return rows;
}

// 一、产业振兴 · （二）科技创新
const GROUP = /^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十]{1,3}[)])[\u4e00-\u9fa5]/;
const LONGEST_GROUP = 30;
const TABLE_TITLE = /^(?:附[件表]\d{0,2}|[^。;:]{6,40}(?:清单|台账|分工表|任务表|分解表|一览表|方案|计划|安排))$/;
// — 3 —
const PAGE = /^[-—–·]{1,3}\d{1,4}[-—–·]{1,3}$/;
const isBetween = (number: number, next: number): boolean => number >= next && number <= next + 3;

/** A cell that ends in the middle of a word, and not as a sentence, a body or a date does. */
const ENDS_WHOLE =
  /[。;:)]$|(?:[局委办部厅院会府行司处队团组站所校园社联网台]|单位|部门|中心|公司|集团|街道|[前底末月年日]|推进|坚持|实施)$/;

/** Joins cut lines with those below, the longest first, until there are as many cells as columns or no cut one is left. */
function joinCut(from: number, to: number, width: number, ink: (i: number) => string): [number, number][] {
  const cut = Array.from({ length: to - from }, (_, k) => from + k)
    .filter((i) => i > from && i + 1 < to && !ENDS_WHOLE.test(ink(i)))
    .sort((a, b) => ink(b).length - ink(a).length)
    .slice(0, to - from - width);
  const cells: [number, number][] = [];
  for (let i = from; i < to; i++) {
    const last = cells.at(-1);
    if (last && cut.includes(i - 1)) last[1] = i;
    else cells.push([i, i]);
  }
  return cells;
}

// 县应急局 · 各乡镇人民政府、县水利局 on a line of its own
const BODIES =
  /^[\u4e00-\u9fa5()“”、,]{2,60}(?:[局委办部厅院会府行队团站所联]|政府|中心|公司|集团|街道|单位|部门|机构|办事处)[)]?$/;
const SPEAKS = /[须。;:]|应(?!急)|推进|开展|加强|建立/;

/**
 * A cell that holds several bodies, one on each line. With one column of bodies all lines of them are its; with two, the first
 * for leads, a second line more is a guess: leads are mostly one body.
 */
function joinBodies(
  from: number,
  head: readonly string[],
  count: number,
  ink: (i: number) => string,
  ends: (k: number) => boolean,
): { cells: [number, number][]; end: number; guessed: boolean } | null {
  const columns = head.flatMap((word, c) => (isRole(labelKind(word)) ? [c] : []));
  const [first, second] = columns;
  if (first === undefined || first < 2 || columns.length > 2 || (second !== undefined && second !== first + 1))
    return null;
  let end = from + 1;
  while (end < count && end - from < head.length * 3 && !ends(end)) end++;
  const isBodies = (i: number): boolean => i < end && BODIES.test(ink(i)) && !SPEAKS.test(ink(i));
  const begin = from + first;
  let stop = begin;
  while (isBodies(stop)) stop++;
  // What stands behind the bodies fills the columns behind theirs.
  if (stop - begin <= columns.length || end - stop > head.length - 1 - (second ?? first)) return null;
  if (second !== undefined && labelKind(head[first] as string) !== 'lead') return null;
  const cells: [number, number][] = Array.from({ length: first }, (_, k) => [from + k, from + k]);
  if (second !== undefined) cells.push([begin, begin], [begin + 1, stop - 1]);
  else cells.push([begin, stop - 1]);
  for (let i = stop; i < end; i++) cells.push([i, i]);
  return { cells, end, guessed: second !== undefined };
}

const isNext = (word: string, number: number): boolean => NUMBER.test(word) && Number(word) === number + 1;

const DEADLINE = /^(?:\d{4}年|\d{1,2}月|年底|年内|上半年|下半年|第?[一二三四]季度|持续|长期|常态|立行)/;

/** As many cells as columns: in order. Fewer: the number first, a date under the deadline, the rest in order. */
function placed(found: Cell[], head: readonly string[], words: readonly string[]): Cell[] {
  if (found.length >= head.length) return found;
  const empty = (at: number): Cell => ({ from: at, to: at, carried: false });
  const last = found.at(-1) as Cell;
  const out = head.map(() => empty(last.to));
  const due = head.findIndex((word) => labelKind(word) === 'deadline');
  let column = 0;
  found.forEach((cell, k) => {
    if (due >= 0 && k > 0 && DEADLINE.test(words[k] ?? '') && column <= due && k >= 2) column = due;
    if (column === due && !DEADLINE.test(words[k] ?? '')) column++;
    if (column < out.length) out[column] = cell;
    column++;
  });
  return out;
}

const isRole = (kind: string | null): boolean => ROLES.some((role) => role === kind);
