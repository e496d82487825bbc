/** From elements to lines: one for each paragraph, one for each row of a data table. */
import { type Element, isBlock, isElement, isSilent, keepsLineEnds, textOf, walk } from './dom.js';
import { createFlow } from './flow.js';
import { type GridCell, gridOf } from './grid.js';
import type { Measures } from './measure.js';
import { metaLines } from './meta.js';
import { isDataTable } from './tables.js';

export type Line = { kind: 'text'; text: string } | { kind: 'row'; table: number; header: boolean; cells: GridCell[] };

export interface Page {
  measures: Measures;
  meta: ReadonlySet<Element>;
  /** Elements left out: furniture. */
  leftOut(element: Element): boolean;
}

/** Renders subtrees one after the other; tables are numbered from 0 through all of them. */
export function render(tops: readonly Element[], page: Page): Line[] {
  const lines: Line[] = [];
  const flow = createFlow((text) => lines.push({ kind: 'text', text }));
  let tables = 0;
  let kept = 0;
  for (const top of tops) {
    flow.cut();
    walk(top, {
      enter(node) {
        const data = textOf(node);
        if (data !== null) flow.text(data, kept > 0);
        if (!isElement(node)) return undefined;
        if (isSilent(node) || (node !== top && page.leftOut(node))) return 'skip';
        if (node.name === 'br' || isBlock(node)) flow.cut();
        if (page.meta.has(node)) {
          for (const text of metaLines(node)) lines.push({ kind: 'text', text });
          return 'skip';
        }
        if (node.name === 'table' && isDataTable(node, page.measures)) {
          const caption = node.children.find((child): child is Element => isElement(child) && child.name === 'caption');
          if (caption) for (const line of render([caption], page)) lines.push(line);
          for (const line of tableLines(node, tables)) lines.push(line);
          tables++;
          return 'skip';
        }
        if (keepsLineEnds(node)) kept++;
        return undefined;
      },
      leave(element) {
        if (keepsLineEnds(element)) kept--;
        if (isBlock(element)) flow.cut();
      },
    });
    flow.cut();
  }
  return lines;
}

/** Rows that bring no text of their own (empty, or merged cells only) are dropped. */
function tableLines(table: Element, index: number): Line[] {
  const lines: Line[] = [];
  const seen = new Set<GridCell>();
  const { rows } = gridOf(table);
  const headerOnly = rows.every((row) => row.every((cell) => cell.header));
  for (const cells of rows) {
    const own = cells.some((cell) => cell.text !== '' && !seen.has(cell));
    for (const cell of cells) seen.add(cell);
    if (!own) continue;
    // A table made of <th> throughout has one row of headers, not only headers.
    const header = cells.every((cell) => cell.header) && !(headerOnly && lines.length > 0 && !inHead(cells));
    lines.push({ kind: 'row', table: index, header, cells });
  }
  return lines;
}

function inHead(cells: GridCell[]): boolean {
  const row = cells.find((cell) => cell.element)?.element?.parent;
  const group = row?.parent;
  return group != null && 'name' in group && group.name === 'thead';
}
