/** From lines to `documents.text`, with the offsets of every cell. */
import type { CellHint, RowHint } from '../model/model.js';
import type { GridCell } from './grid.js';
import type { Line } from './render.js';

/** Joins lines by LF; offsets are UTF-16. A merged cell stands at its first place, later places point back to it. */
export function assemble(lines: readonly Line[]): { text: string; rows: RowHint[] } {
  const parts: string[] = [];
  const rows: RowHint[] = [];
  const placed = new Map<GridCell, CellHint>();
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    if (i > 0) {
      parts.push('\n');
      offset++;
    }
    if (line.kind === 'text') {
      parts.push(line.text);
      offset += line.text.length;
      continue;
    }
    const start = offset;
    const cells: CellHint[] = [];
    for (const [column, cell] of line.cells.entries()) {
      if (column > 0) {
        parts.push('\t');
        offset++;
      }
      const origin = placed.get(cell);
      if (origin) {
        cells.push({ ...origin, carried: true });
        continue;
      }
      const hint = { start: offset, end: offset + cell.text.length, carried: false };
      placed.set(cell, hint);
      cells.push(hint);
      parts.push(cell.text);
      offset += cell.text.length;
    }
    rows.push({ start, end: offset, table: line.table, header: line.header, cells });
  }
  return { text: parts.join(''), rows };
}
