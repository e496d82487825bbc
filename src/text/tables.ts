/** Data tables and tables that only lay a page out. */
import { type Element, isElement, walk } from './dom.js';
import { ownRows } from './grid.js';
import { type Measures, measureOf } from './measure.js';

const DOMINANT_SHARE = 0.6;
const DOMINANT_TEXT = 200;
const SHORT_HEADER = 24;

/**
 * Is it a table of data? At least two columns in two rows, and not the frame of a page: no cell that holds nearly
 * everything across the full width, no bigger table inside, not mostly links.
 */
export function isDataTable(table: Element, measures: Measures): boolean {
  if (table.attribs.role === 'presentation') return false;
  const rows = ownRows(table);
  const wide = rows.filter((row) => row.length >= 2 || row.some((cell) => Number(cell.attribs.colspan ?? 1) > 1));
  if (rows.length === 1 && isHeadAlone(rows[0] as Element[], measures)) return true;
  if (wide.length < 2 || rows.filter((row) => row.length >= 2).length < 2) return isSpannedPair(rows, measures);
  const { text, links, anchors, body } = measureOf(measures, table);
  const nested = nestedText(table, measures);
  if (nested > 0.3 * text || body || hasHeadingInside(table)) return false;
  if (anchors > 2 && links > 0.7 * text) return false;
  const largest = rows.flat().reduce((top, cell) => Math.max(top, measureOf(measures, cell).text), 0);
  const dominant = rows.flat().find((cell) => measureOf(measures, cell).text === largest);
  const dominates = largest > DOMINANT_TEXT && largest > DOMINANT_SHARE * text;
  const alone = dominant !== undefined && rows.some((row) => row.length === 1 && row[0] === dominant);
  if (dominates && alone) return false;
  if (looksRuled(table, rows)) return true;
  const first = rows.find((row) => row.some((cell) => measureOf(measures, cell).text > 0)) ?? [];
  const header = first.filter((cell) => within(measureOf(measures, cell).text, 1, SHORT_HEADER)).length;
  if (header >= 3 && header === first.length) return true;
  return !dominates;
}

/** A head whose rows stand in the next table: a line between them cut the table in two. */
function isHeadAlone(cells: readonly Element[], measures: Measures): boolean {
  const sizes = cells.map((cell) => measureOf(measures, cell));
  return (
    cells.length >= 4 && sizes.filter((size) => size.text > 0).length >= 3 && sizes.every((size) => size.links === 0)
  );
}

/** Two rows of which one is all merged cells from above: still two columns. */
function isSpannedPair(rows: Element[][], measures: Measures): boolean {
  const first = rows[0];
  if (!first || first.length < 2 || rows.length < 2) return false;
  const reaching = first.filter((cell) => Number(cell.attribs.rowspan ?? 1) > 1).length;
  return (
    reaching > 0 &&
    reaching < first.length &&
    rows.slice(1).some((row) => row.some((c) => measureOf(measures, c).text > 0))
  );
}

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** <th>, a border, Word's MsoTable classes. */
function looksRuled(table: Element, rows: Element[][]): boolean {
  if (Number.parseInt(table.attribs.border ?? '0', 10) > 0) return true;
  if (/mso/i.test(table.attribs.class ?? '')) return true;
  return rows.some((row) => row.length > 1 && row.every((cell) => cell.name === 'th'));
}

function nestedText(table: Element, measures: Measures): number {
  let sum = 0;
  walk(table, {
    enter(node) {
      if (!isElement(node) || node === table || node.name !== 'table') return undefined;
      sum += measureOf(measures, node).text;
      return 'skip';
    },
  });
  return sum;
}

/** A page's heading stands in a frame, not in a table of data. */
function hasHeadingInside(table: Element): boolean {
  let found = false;
  walk(table, {
    enter(node) {
      if (isElement(node) && node.name === 'h1') found = true;
      return found ? 'skip' : undefined;
    },
  });
  return found;
}
