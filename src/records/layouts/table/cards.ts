/** Cards (一任务一卡): a task in a table of its own, one field on each row (任务名称 | …, 牵头单位 | …). Turned into a head and a row. */
import type { Row } from '../../../blocks/block.js';
import { headKind } from './columns.js';
import { inkOf } from './place.js';

const FEWEST_FIELDS = 3;
const WHO_OR_WHEN: ReadonlySet<unknown> = new Set(['lead', 'responsible', 'support', 'deadline']);

/** Input: rows in document order. Output: the same, each card as a head and one row; other rows as they are. */
export function turnCards(s: string, rows: readonly Row[]): readonly Row[] {
  if (!rows.some((row) => isField(s, row))) return rows;
  const out: Row[] = [];
  for (let i = 0; i < rows.length; ) {
    const card = cardAt(s, rows, i);
    if (card.length >= FEWEST_FIELDS && card.some((row) => WHO_OR_WHEN.has(kindOf(s, row)))) {
      const [first, last] = [card[0] as Row, card.at(-1) as Row];
      const cells = (c: number) => card.map((row) => row.cells[c] as Row['cells'][number]);
      out.push({ ...first, header: true, cells: cells(0) }, { ...first, header: false, to: last.to, cells: cells(1) });
      i += card.length;
    } else out.push(rows[i++] as Row);
  }
  return out;
}

const kindOf = (s: string, row: Row) => headKind(inkOf(s, row.cells[0] as Row['cells'][number]));

/** A field: two cells, the first a head, the second none. */
function isField(s: string, row: Row): boolean {
  const [name, value] = row.cells;
  if (row.cells.length !== 2 || !name || !value || name.carried || value.carried) return false;
  return kindOf(s, row) !== null && headKind(inkOf(s, value)) === null;
}

/** The fields from a row on, up to one that stood before: there the next card begins. */
function cardAt(s: string, rows: readonly Row[], from: number): Row[] {
  const card: Row[] = [];
  const names = new Set<string>();
  for (let i = from; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (!isField(s, row) || row.table !== (rows[from] as Row).table) break;
    const name = inkOf(s, row.cells[0] as Row['cells'][number]);
    if (names.has(name)) break;
    names.add(name);
    card.push(row);
  }
  return card;
}
