/**
 * 序号 tables: a head names the columns, rows are tasks, merged cells and rows across the table are their sections, a
 * column of higher orders (部署任务) their mandates.
 */
import type { Row } from '../../../blocks/block.js';
import type { Compact, Range } from '../../../blocks/compact.js';
import { CONTINUED } from '../../../lexicon/tableHeads.js';
import type { Drafts, SectionDraft, TaskDraft } from '../../draft.js';
import { alignRow, type CellStyle, cellStyles, dominantStyles } from './align.js';
import { turnCards } from './cards.js';
import { type Columns, isForeignHead, isHead, readColumns } from './columns.js';
import { hasOwnMandate } from './groups.js';
import { matchMandates } from './mandates.js';
import { inkOf, type Page, type Place, type TableContext, type TableMemory } from './place.js';
import { readRow } from './row.js';
import { acrossTable, openSection } from './sections.js';

/** Input: rows in document order and the section that they stand in. Adds sections and tasks to the drafts. */
export function readTable(
  copy: Compact,
  written: readonly Row[],
  base: SectionDraft | null,
  context: TableContext,
  drafts: Drafts,
): void {
  const { s } = copy;
  const { memory } = context;
  const rows = turnCards(s, written);
  const below = belowHeads(copy, rows);
  const place: Place = { base, chapter: null, groups: [], mandate: null };
  let page: Page = { tasks: [], orphans: [] };
  let table = rows[0]?.table;
  let last: TaskDraft | null = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (isRule(s, row)) continue;
    if (below.isHead(i) || row.header) {
      const head = [row];
      while (i + 1 < rows.length && isSubHead(s, rows[i + 1] as Row, row)) head.push(rows[++i] as Row);
      const columns = readColumns(s, head);
      if (columns !== null || below.isHead(i + 1 - head.length)) {
        adopt(below, i + 1, columns, memory);
        finishPage(copy, page, place, drafts);
        page = { tasks: [], orphans: [] };
        if (row.table !== table && (rows[i + 1]?.table ?? row.table) !== table && !samePlace(memory)) place.groups = [];
        table = row.table;
        continue;
      }
    }
    // Another table begins: its head names no task, no role, no date (姓名 | 单位 | 电话).
    if (memory.columns !== null && isForeignHead(s, row, row.table !== table)) {
      finishPage(copy, page, place, drafts);
      page = { tasks: [], orphans: [] };
      memory.columns = null;
    }
    table = row.table;
    if (memory.columns === null) {
      drafts.free.push(row);
      continue;
    }
    const chapter = acrossTable(s, row);
    if (chapter) {
      if (CONTINUED.test(inkOf(s, chapter))) continue;
      place.chapter = openSection(s, drafts, 'chapter', place.base, [chapter]);
      place.groups = [];
      place.mandate = null;
      continue;
    }
    const aligned = alignRow(copy, row, memory.columns, memory.styles);
    const task = readRow(copy, aligned, memory, place, context, drafts, page, last);
    if (task) {
      last = task;
      page.tasks.push({ draft: task, hasMandate: hasOwnMandate(copy.s, aligned, memory.columns) });
    }
  }
  finishPage(copy, page, place, drafts);
}

const samePlace = (memory: TableMemory): boolean => memory.columns?.kinds.includes('mandate') === true;

/** |---|---| of a Markdown table. */
function isRule(s: string, row: Row): boolean {
  return row.cells.every((cell) => /^:?-*:?$/.test(inkOf(s, cell))) && inkOf(s, row).includes('-');
}

function isSubHead(s: string, row: Row, head: Row): boolean {
  if (row.header && head.header && row.cells.every((cell) => cell.to - cell.from <= 40)) return true;
  return row.cells.some((cell) => cell.carried) && isHead(s, row) && row.table === head.table;
}

/** How many rows below a head say what its columns hold. */
const ROWS_BELOW = 200;

/** What heads ask of the rows below them: tables repeat their head on each page, and each looks far down. */
interface BelowHeads {
  isHead: (row: number) => boolean;
  /** The styles of the cells of so many rows from one on, heads left out. */
  stylesFrom: (row: number) => CellStyle[][];
}

function belowHeads(copy: Compact, rows: readonly Row[]): BelowHeads {
  const heads = rows.map((row) => isHead(copy.s, row));
  const styles = rows.map((row, i) => (heads[i] ? null : cellStyles(copy, row)));
  return {
    isHead: (row) => heads[row] === true,
    stylesFrom: (row) => {
      const below: CellStyle[][] = [];
      for (let i = row; i < rows.length && below.length < ROWS_BELOW; i++) {
        const own = styles[i] ?? null;
        if (own !== null) below.push(own);
      }
      return below;
    },
  };
}

/** Columns of a head, and the ordinal styles of the rows below it. A head without tasks ends the table before. */
function adopt(rows: BelowHeads, from: number, columns: Columns | null, memory: TableMemory): void {
  if (memory.columns?.kinds.join() !== columns?.kinds.join()) memory.above = [];
  memory.columns = columns;
  if (columns === null) return;
  const below = rows.stylesFrom(from);
  if (below.length > 0) memory.styles = dominantStyles(below, columns);
}

/** Gives the mandates without a row of their own to the tasks of the page that have none. */
function finishPage(copy: Compact, page: Page, place: Place, drafts: Drafts): void {
  if (page.orphans.length === 0) return;
  const { s } = copy;
  const open = page.tasks.filter((task) => !task.hasMandate);
  const match = matchMandates(
    s,
    open.map((task) => task.draft.body),
    page.orphans.map((orphan) => orphan.range),
  );
  const opened = new Map<number, SectionDraft>();
  let before: SectionDraft | null = null;
  open.forEach(({ draft }, i) => {
    const index = match[i] as number;
    const section = draft.section?.kind === 'mandate' ? draft.section.parent : draft.section;
    if (index >= 0) {
      const orphan = page.orphans[index] as { range: Range };
      before = openSection(s, drafts, 'mandate', section, [orphan.range]);
      opened.set(index, before);
      draft.notes.push({
        code: 'mandate-matched',
        severity: 'info',
        from: orphan.range.from,
        to: orphan.range.to,
        message: 'the mandate stands in a row of its own; matched by its wording',
      });
    }
    if (before && before.parent !== section) before = openSection(s, drafts, 'mandate', section, before.heading);
    if (before) draft.section = before;
  });
  page.orphans.forEach((orphan, i) => {
    if (!opened.has(i))
      drafts.notes.push({
        code: 'mandate-without-task',
        severity: 'warning',
        from: orphan.range.from,
        to: orphan.range.to,
        message: 'a mandate that no task of its page shares wording with',
      });
  });
  if (before) place.mandate = before;
}
