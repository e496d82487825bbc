/** The grid of a table: rowspan and colspan expanded, as browsers do it. */
import { UnreadableDocument } from '../model/unreadable.js';
import { type Element, isElement, isSilent } from './dom.js';
import { lineOf } from './flow.js';

/** One cell of the page; the same object stands at every place of the grid that it covers. */
export interface GridCell {
  element: Element | null;
  text: string;
  header: boolean;
}

export interface Grid {
  rows: GridCell[][];
  columns: number;
}

/** HTML's own limit for colspan. */
const MAX_COLSPAN = 1000;
/** Cells of a grid; above this the spans are nonsense. */
const MAX_AREA = 8_000_000;

interface SourceRow {
  cells: Element[];
  /** Rows left in the row group, this one included: a rowspan ends with its group. */
  left: number;
  head: boolean;
}

/** Own rows of a table, not those of tables nested in its cells. */
export function ownRows(table: Element): Element[][] {
  return sourceRows(table).map((row) => row.cells);
}

function sourceRows(table: Element): SourceRow[] {
  const rows: SourceRow[] = [];
  const takeGroup = (children: Element['children'], head: boolean): void => {
    const group = children.filter(
      (child): child is Element => isElement(child) && child.name === 'tr' && !isSilent(child),
    );
    for (const [i, row] of group.entries()) {
      const cells = row.children.filter(
        (cell): cell is Element => isElement(cell) && (cell.name === 'td' || cell.name === 'th') && !isSilent(cell),
      );
      rows.push({ cells, left: group.length - i, head });
    }
  };
  for (const child of table.children) {
    if (!isElement(child) || isSilent(child)) continue;
    if (child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot') {
      takeGroup(child.children, child.name === 'thead');
    }
  }
  // The HTML parser puts every row into a tbody; other parsers may not.
  takeGroup(table.children, false);
  return rows;
}

interface Open {
  cell: GridCell;
  left: number;
}

/**
 * Expands the spans of a table. rowspan="0" reaches to the end of the row group, overruns are clamped, a colspan beyond
 * the last column in which any cell begins is cut.
 * @throws UnreadableDocument `too-large` where the spans blow the grid up
 */
export function gridOf(table: Element): Grid {
  const rows: GridCell[][] = [];
  /** By column: cells of rows above that reach down. */
  let open: (Open | undefined)[] = [];
  let columns = 0;
  let area = 0;
  for (const { cells, left, head } of sourceRows(table)) {
    const row: GridCell[] = [];
    let next = 0;
    const carry = (): void => {
      for (let above = open[next]; above; above = open[next]) {
        row[next] = above.cell;
        if (--above.left === 0) open[next] = undefined;
        next++;
      }
    };
    for (const element of cells) {
      carry();
      const cell: GridCell = { element, text: lineOf(element), header: head || element.name === 'th' };
      columns = Math.max(columns, next + 1);
      const rowspan = spanOf(element.attribs.rowspan, left, left);
      for (let width = spanOf(element.attribs.colspan, MAX_COLSPAN, 1); width > 0 && !open[next]; width--) {
        row[next] = cell;
        if (rowspan > 1) open[next] = { cell, left: rowspan - 1 };
        next++;
      }
      // What this row opened must not be read as coming from above: `carry` starts behind it.
    }
    while (next < open.length) {
      if (open[next]) carry();
      else next++;
    }
    rows.push(row);
    if (left === 1) open = [];
    area += row.length;
    if (area > MAX_AREA) throw new UnreadableDocument('too-large', 'a table has more than 8,000,000 cells');
  }
  const empty = (): GridCell => ({ element: null, text: '', header: false });
  return { columns, rows: rows.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? empty())) };
}

/** rowspan="3" → 3; nonsense → 1; "0" → `zero` */
function spanOf(value: string | undefined, max: number, zero: number): number {
  const span = Number.parseInt(value ?? '1', 10);
  if (Number.isNaN(span) || span < 0) return 1;
  return Math.min(max, span === 0 ? zero : span);
}
