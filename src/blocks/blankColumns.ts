/** Tables in columns of blanks (排版对齐): a head, then rows of as many cells, parted by two blanks or more. */
import type { Cell } from './block.js';
import type { Compact, Range } from './compact.js';
import { labelKind } from './label.js';
import type { Line } from './lines.js';
import { ordinalAt } from './ordinal.js';
import { isHeadRow, type TableRow } from './tableLines.js';

const LONGEST_HEAD_WORD = 16;
const FEWEST_COLUMNS = 3;

export interface BlankColumns {
  /** Rows by the index of their line. */
  rows: Map<number, TableRow>;
  /** Lines at which a table ends that goes on in a way that is not read: a cell over several lines. */
  unread: number[];
}

/** Input: the lines that are shown and their places; which are text. Output: the rows found. */
export function blankColumns(
  folded: string,
  copy: Compact,
  lines: readonly Line[],
  places: readonly Range[],
  isText: readonly boolean[],
): BlankColumns {
  const rows = new Map<number, TableRow>();
  const unread: number[] = [];
  const ink = (cell: Cell): string => copy.s.slice(cell.from, cell.to);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const place = places[i] as Range;
    // The reading copy has no blanks: a line that is no shorter there has none inside.
    if (!isText[i] || line.end - line.start === place.to - place.from) continue;
    if (!folded.slice(line.start, line.end).includes('  ')) continue;
    const head = cellsAt(folded, copy, line, place);
    if (!isHead(head, ink)) continue;
    const found = new Map<number, TableRow>([[i, { last: i, cells: head }]]);
    let full = 0;
    let k = i + 1;
    for (; k < lines.length && isText[k]; k++) {
      const cells = cellsAt(folded, copy, lines[k] as Line, places[k] as Range);
      const across = cells.length <= 2 && ordinalAt(copy.s, (places[k] as Range).from) !== null;
      if (cells.length !== head.length && !(across && ink(cells[0] as Cell).length <= 30)) break;
      if (cells.length === head.length) full++;
      found.set(k, { last: k, cells });
    }
    // A line below with other cells holds more of the row above: that one is not whole.
    if (k < lines.length && isText[k] === true && goesOn(folded, lines[k] as Line)) {
      const last = found.get(k - 1);
      if (last?.cells.length === head.length && found.delete(k - 1)) full--;
      unread.push(k - 1);
    }
    if (full <= 0) continue;
    for (const [line, row] of found) rows.set(line, row);
    i = k - 1;
  }
  return { rows, unread };
}

const goesOn = (folded: string, line: Line): boolean =>
  line.blanks === 0 && (line.indent >= 4 || folded.slice(line.start, line.end).includes('  '));

function isHead(cells: readonly Cell[], ink: (cell: Cell) => string): boolean {
  if (cells.length < FEWEST_COLUMNS) return false;
  const words = cells.map(ink);
  if (words.some((word) => word.length > LONGEST_HEAD_WORD)) return false;
  return words.some((word) => labelKind(word) !== null) && isHeadRow(cells, ink);
}

/** The cells of a line, parted by two blanks or more. */
function cellsAt(folded: string, copy: Compact, line: Line, place: Range): Cell[] {
  const cells: Cell[] = [];
  let at = place.from;
  const ink = folded.slice(line.start, line.end);
  let begin = line.start;
  while (begin < line.end) {
    const gap = ink.indexOf('  ', begin - line.start);
    const end = gap < 0 ? line.end : line.start + gap;
    while (at < place.to && (copy.at[at] as number) < begin) at++;
    const from = at;
    while (at < place.to && (copy.at[at] as number) < end) at++;
    if (at > from) cells.push({ from, to: at, carried: false });
    begin = end;
    while (begin < line.end && folded.charCodeAt(begin) === 32) begin++;
  }
  return cells;
}
