/** Puts the cells of a row under their columns: rows that OCR shifted are told by what their cells look like. */
import type { Cell, Row } from '../../../blocks/block.js';
import type { Compact } from '../../../blocks/compact.js';
import { labelAt } from '../../../blocks/label.js';
import { type OrdinalStyle, ordinalAt } from '../../../blocks/ordinal.js';
import { readUnits } from '../../units/list.js';
import { isGroupName } from '../../units/names.js';
import type { ColumnKind, Columns } from './columns.js';

export interface AlignedRow {
  row: Row;
  /** One cell per column of the head. */
  cells: Cell[];
  shifted: boolean;
}

type Look = 'empty' | 'number' | 'date' | 'units' | 'text';

const DATE =
  /^(?:\d{4}[年./-]|\d{1,2}月|年底|年内|[上下]半年|第?[一二三四1-4]季度|持续|长期|常态|立行|每[年月季]|全年|立即)/;

function look(copy: Compact, cell: Cell): Look {
  const { s } = copy;
  const length = cell.to - cell.from;
  if (length === 0) return 'empty';
  const text = s.slice(cell.from, Math.min(cell.to, cell.from + 200));
  if (/^[/\\-]+$|^无$/.test(text)) return 'empty';
  if (/^[(]?\d{1,3}[).、]?$/.test(text)) return 'number';
  if (DATE.test(text) && length < 80) return 'date';
  if (length < 400) {
    const list = readUnits(copy, cell.from, cell.to);
    if (list.plausible && list.entries.length > 0 && (list.entries.length > 1 || length <= 24 || isGroupName(text)))
      return 'units';
    if (labelAt(s, cell.from) !== null) return 'units';
  }
  return 'text';
}

/** How well a look fits a column. */
function fit(what: Look, kind: ColumnKind): number {
  if (what === 'empty') return kind === 'task' ? -3 : 0;
  switch (kind) {
    case 'seq':
      return what === 'number' ? 3 : what === 'text' ? -1 : -3;
    case 'task':
      return what === 'text' ? 3 : what === 'units' ? -1 : -3;
    case 'group':
    case 'mandate':
      return what === 'text' ? 1 : what === 'units' ? 0 : -3;
    case 'deadline':
      return what === 'date' ? 4 : -3;
    case 'none':
      return -1;
    default:
      return what === 'units' ? 3 : what === 'date' || what === 'number' ? -4 : -2;
  }
}

/** The style of the ordinal that a cell begins with: null without one, 'empty' where nothing stands in it. */
export type CellStyle = OrdinalStyle | 'empty' | null;

export const cellStyles = ({ s }: Compact, row: Row): CellStyle[] =>
  row.cells.map(({ from, to }) => (from >= to ? 'empty' : (ordinalAt(s, from)?.style ?? null)));

/** Ordinal styles that the task column and the others use, learned from the rows that stand right. */
export function dominantStyles(rows: readonly (readonly CellStyle[])[], columns: Columns): (OrdinalStyle | null)[] {
  return columns.kinds.map((_, c) => {
    const styles: OrdinalStyle[] = [];
    const counts: number[] = [];
    let filled = 0;
    for (const row of rows) {
      const style = row[c] ?? null;
      if (style === 'empty' || row.length <= c) continue;
      filled++;
      if (style === null) continue;
      const known = styles.indexOf(style);
      if (known < 0) {
        styles.push(style);
        counts.push(1);
      } else (counts[known] as number)++;
    }
    const most = Math.max(0, ...counts);
    return most > 0 && most * 2 >= filled ? (styles[counts.indexOf(most)] as OrdinalStyle) : null;
  });
}

/**
 * Input: a row, the columns, the ordinal style of each. Output: its cells under the columns. A row that fits as it stands
 * is left alone; else the part up to the task and the part behind it are moved by what fits best.
 */
export function alignRow(
  copy: Compact,
  row: Row,
  columns: Columns,
  styles: readonly (OrdinalStyle | null)[],
): AlignedRow {
  const width = columns.kinds.length;
  const empty: Cell = { from: row.to, to: row.to, carried: false };
  const at = (i: number): Cell => row.cells[i] ?? empty;
  const straight = columns.kinds.map((_, c) => at(c));
  // The expanded grid of a real table cannot be shifted.
  if (row.cells.some((cell) => cell.carried)) return { row, cells: straight, shifted: false };
  const style = styles[columns.task] ?? null;
  if (stands(copy, row, columns, style)) return { row, cells: straight, shifted: false };
  const looks = row.cells.map((cell) => look(copy, cell));
  const isTask = (cell: Cell): boolean =>
    style !== null && ordinalAt(copy.s, cell.from)?.style === style && cell.to > cell.from;
  let task = columns.task;
  if (style !== null && !isTask(at(task))) {
    const found = row.cells.findIndex(
      (cell, i) => i !== task && isTask(cell) && looks[i] === 'text' && styles[i] !== style,
    );
    if (found >= 0) task = found;
  } else if (style === null && row.cells.length !== width) {
    task = bestShift(row, looks, columns, 0, columns.task) + columns.task;
  }
  const right = bestShift(row, looks, columns, columns.task + 1, width - 1, task - columns.task);
  if (task === columns.task && right === 0) return { row, cells: straight, shifted: false };
  const cells = columns.kinds.map((_, c) => {
    if (c > columns.task) return c + right > task ? at(c + right) : empty;
    if (c === columns.task) return at(task);
    // Left of the task a cell is known by its kind of number; without one it stands where it stood.
    const wanted = styles[c] ?? null;
    const match =
      wanted === null
        ? -1
        : row.cells.findIndex(
            (cell, i) => i < task && cell.to > cell.from && ordinalAt(copy.s, cell.from)?.style === wanted,
          );
    return match >= 0 ? at(match) : c < task ? at(c) : empty;
  });
  return { row, cells, shifted: true };
}

/** Whether a row is plainly right as it stands: its task has a number, its date stands under the deadline. */
function stands(copy: Compact, row: Row, columns: Columns, style: OrdinalStyle | null): boolean {
  const task = row.cells[columns.task];
  const due = columns.deadline < 0 ? undefined : row.cells[columns.deadline];
  if (!task || task.from >= task.to || row.cells.length > columns.kinds.length) return false;
  if (style === null || ordinalAt(copy.s, task.from)?.style !== style) return false;
  return due !== undefined && DATE.test(copy.s.slice(due.from, Math.min(due.to, due.from + 12)));
}

/** The shift of the columns `from` … `to` under which their cells fit best; 0 unless another is clearly better. */
function bestShift(row: Row, looks: readonly Look[], columns: Columns, from: number, to: number, hint = 0): number {
  const score = (shift: number): number => {
    let sum = 0;
    for (let c = from; c <= to; c++) {
      sum += fit(looks[c + shift] ?? 'empty', columns.kinds[c] as ColumnKind);
    }
    // Cells that fall off the table are lost: nothing may.
    for (let c = to + 1 + shift; c < row.cells.length; c++) {
      const cell = row.cells[c];
      if (cell && cell.to > cell.from) sum -= 4;
    }
    return sum;
  };
  let best = 0;
  let top = score(0);
  for (const shift of [hint, -1, 1, -2, 2]) {
    const value = score(shift);
    if (value > top + 1) {
      best = shift;
      top = value;
    }
  }
  return best;
}
