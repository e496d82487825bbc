/** Rows of text tables (tabs, pipes): their cells, and rows that a line break cut into several lines. */
import type { Cell } from './block.js';
import type { Compact, Range } from './compact.js';
import { labelKind } from './label.js';
import type { Line } from './lines.js';
import { ordinalAt } from './ordinal.js';

/** A line with tabs or pipes is a row; a single tab is one only beside other rows. */
export function isTableLine(folded: string, lines: readonly Line[], index: number, line: Line): boolean {
  if (line.tabs >= 2 || isPipeRow(folded, line)) return true;
  if (line.tabs === 0) return false;
  return (lines[index - 1]?.tabs ?? 0) >= 1 || (lines[index + 1]?.tabs ?? 0) >= 1;
}

function isPipeRow(folded: string, line: Line): boolean {
  if (folded[line.start] !== '|') return false;
  const next = folded.indexOf('|', line.start + 1);
  return next > 0 && next < line.end;
}

/** Splits a row of a text table at tabs, or at pipes (Markdown). */
export function cellsOf(folded: string, line: Line, copy: Compact, place: Range): Cell[] {
  const pipes = isPipeRow(folded, line);
  const mark = pipes ? '|' : '\t';
  let begin = pipes ? line.start + 1 : line.head;
  // Tabs behind the last ink are empty cells: the line ends where the text's line ends.
  let stop = line.end + line.trail;
  if (pipes) stop = folded[line.end - 1] === '|' ? line.end - 1 : line.end;
  const cells: Cell[] = [];
  let at = place.from;
  for (;;) {
    let end = folded.indexOf(mark, begin);
    if (end < 0 || end > stop) end = stop;
    while (at < place.to && (copy.at[at] as number) < begin) at++;
    const from = at;
    while (at < place.to && (copy.at[at] as number) < end) at++;
    cells.push({ from, to: at, carried: false });
    if (end >= stop) break;
    begin = end + 1;
  }
  return cells;
}

/** A row and the index of the last line that belongs to it. */
export interface TableRow {
  last: number;
  cells: Cell[];
}

const HEAD_WORD = /^(?:序号|编号|备注|[\u4e00-\u9fa5]{0,6}(?:任务|措施|事项|举措|内容|目标|要求|项目))$/;
// 1 · 1-1 · (3) alone in the first cell
const NUMBER = /^[(]?\d{1,4}(?:[-.]\d{1,3}){0,2}[).、]?$/;
/** A cell that stops in the middle: 2023年 | 县自然 | 各乡镇、 */
const CUT_CELL = /(?:\d{4}年|\d{1,2}月|[、,(和及与“《])$/;
const WHOLE_CELL = /[。;)]$|(?:[局委办部厅院会府行司处队团]|单位|部门|中心|公司|街道|[前底末]|推进)$/;
const MOST_LINES = 12;

/**
 * Puts the lines of cut rows together. Input: the lines that are text, their places, which of them are rows.
 * Output: the rows by the index of their first line.
 */
export function tableRows(
  folded: string,
  copy: Compact,
  lines: readonly Line[],
  places: readonly Range[],
  isRow: readonly boolean[],
): Map<number, TableRow> {
  const rows = new Map<number, TableRow>();
  const cellsAt = (i: number): Cell[] => cellsOf(folded, lines[i] as Line, copy, places[i] as Range);
  const ink = (cell: Cell | undefined): string => (cell === undefined ? '' : copy.s.slice(cell.from, cell.to));
  let width = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!isRow[i]) continue;
    const cells = cellsAt(i);
    let last = i;
    if (isHeadRow(cells, ink)) width = cells.length;
    else {
      while (last + 1 < lines.length && last - i < MOST_LINES && cells.length <= width) {
        const next = lines[last + 1] as Line;
        if (next.blanks > 0 || startsRow(folded, copy, next, places[last + 1] as Range)) break;
        const more = isRow[last + 1] ? cellsAt(last + 1) : [{ ...(places[last + 1] as Range), carried: false }];
        const tail = cells.at(-1) as Cell;
        const whole = WHOLE_CELL.test(ink(tail)) && !CUT_CELL.test(ink(tail));
        const together = cells.length + more.length;
        if (cells.length === width && !(more.length === 1 && CUT_CELL.test(ink(tail)))) break;
        if (together - 1 > width) break;
        if (together === width && whole && more.length > 1) cells.push(...more);
        else if (more.length === 1 && together - 1 < width && whole && !CUT_CELL.test(ink(tail))) break;
        else {
          tail.to = (more[0] as Cell).to;
          if (tail.from >= tail.to) tail.from = (more[0] as Cell).from;
          cells.push(...more.slice(1));
        }
        last++;
      }
    }
    rows.set(i, { last, cells });
    i = last;
  }
  return rows;
}

/** Whether most cells of a row are words of a table's head. */
export function isHeadRow(cells: readonly Cell[], ink: (cell: Cell) => string): boolean {
  const words = cells.map(ink).filter((word) => word !== '');
  if (words.length < 2 || words.some((word) => word.length > 40)) return false;
  return words.filter((word) => HEAD_WORD.test(word) || labelKind(word) !== null).length * 2 > words.length;
}

/** Whether a line begins a row of its own: an empty first cell, a number, an ordinal. */
function startsRow(folded: string, copy: Compact, line: Line, place: Range): boolean {
  if (folded.slice(line.head, line.start).includes('\t')) return true;
  if (ordinalAt(copy.s, place.from) !== null) return true;
  const [cell = ''] = folded.slice(line.start, line.end).split('\t', 1);
  const first = cell.replace(/\s/g, '');
  return NUMBER.test(first) || labelKind(first) !== null;
}
