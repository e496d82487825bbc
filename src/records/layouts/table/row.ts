/** A row → a task, or more of the task above. */
import type { Cell, Row } from '../../../blocks/block.js';
import type { Compact, Range } from '../../../blocks/compact.js';
import { ordinalAt } from '../../../blocks/ordinal.js';
import { DITTO } from '../../../lexicon/tableHeads.js';
import { ROLES } from '../../../model/roles.js';
import type { Clause } from '../../clause/clause.js';
import type { Drafts, TaskDraft } from '../../draft.js';
import { measuresIn } from '../../items/makeTask.js';
import { runInTitle } from '../../sentences.js';
import type { AlignedRow } from './align.js';
import type { Columns } from './columns.js';
import { openGroups } from './groups.js';
import { inkOf, type Page, type Place, sectionOf, type TableContext, type TableMemory } from './place.js';
import { appendRoles, readRoles } from './roles.js';
import { openSection } from './sections.js';

export function readRow(
  copy: Compact,
  aligned: AlignedRow,
  memory: TableMemory,
  place: Place,
  context: TableContext,
  drafts: Drafts,
  page: Page,
  last: TaskDraft | null,
): TaskDraft | null {
  const { s } = copy;
  const columns = memory.columns as Columns;
  const { row } = aligned;
  const cells = withoutDittos(s, aligned.cells, memory);
  const cell = (c: number): Cell => cells[c] as Cell;
  const filled = (c: number): boolean => cell(c).to > cell(c).from;
  const task = cell(columns.task);
  const others = columns.kinds.some(
    (kind, c) => filled(c) && c !== columns.task && kind !== 'mandate' && kind !== 'group',
  );
  const sectionAt = openGroups(copy, aligned, columns, memory, place, drafts, page, task.to > task.from || others);
  if (task.from >= task.to) {
    if (others && last) return appendRoles(copy, aligned, columns, context, last);
    if (!others && sectionAt < 0 && row.to > row.from) {
      if (!page.orphans.some((orphan) => orphan.range.from >= row.from && orphan.range.to <= row.to))
        unread(drafts, row);
    }
    return null;
  }
  const ordinal = ordinalAt(s, task.from);
  const seq = columns.kinds.indexOf('seq');
  const number = seq >= 0 ? SEQ_NUMBER.exec(inkOf(s, cell(seq)))?.[1] : undefined;
  const own = ordinal && (memory.styles[columns.task] === ordinal.style || number === undefined) ? ordinal : null;
  // A cell cut by a page break goes on without a number and without anything beside it.
  if (!own && number === undefined && last && !others && (memory.styles[columns.task] || seq >= 0) && sectionAt < 0) {
    last.body.push({ from: task.from, to: task.to });
    last.to = Math.max(last.to, row.to);
    return null;
  }
  const textFrom = task.from + (own?.length ?? 0);
  const text = context.readText({ from: textFrom, to: task.to });
  const clause = readRoles(copy, cells, columns, context);
  const clauses: Clause[] = [...text.clauses, clause];
  if (!clauses.some((one) => one.assigns)) {
    const heading = { from: own ? task.from : textFrom, to: task.to };
    if (task.to > task.from) openSection(s, drafts, 'item', sectionOf(place), [heading]);
    return null;
  }
  const body = text.body.length > 0 ? text.body : [{ from: textFrom, to: task.to }];
  const first = body[0] as Range;
  const draft: TaskDraft = {
    section: place.mandate ?? sectionOf(place),
    ordinal: own?.text ?? (number === undefined ? ordinalText(s, columns, cells) : plainNumber(number)),
    title: runInTitle(s, first.from, first.to),
    body,
    clauses,
    measures: measuresIn(s, body),
    from: Math.min(task.from, row.from),
    to: row.to,
    notes: [],
    layout: 'table',
  };
  if (columns.firstIsLead) clause.firstIsLead = true;
  if (aligned.shifted) {
    draft.notes.push({
      code: 'row-shifted',
      severity: 'warning',
      from: row.from,
      to: row.to,
      message: 'the cells of this row were moved under their columns by what they look like',
    });
  }
  const carried = cells.some(
    (one, c) => one.carried && one.to > one.from && c !== columns.task && isRoleOrDate(columns, c),
  );
  if (carried) {
    draft.notes.push({
      code: 'carried-down',
      severity: 'info',
      from: row.from,
      to: row.to,
      message: 'a value stands in a merged cell above',
    });
  }
  memory.above = cells;
  drafts.tasks.push(draft);
  return draft;
}

const DITTOS = new Set(DITTO);

/** 同上 under a role or a deadline: the cell of the row above. */
const withoutDittos = (s: string, cells: readonly Cell[], { above, columns }: TableMemory): readonly Cell[] =>
  cells.map((cell, c) => {
    const same = above[c];
    const ditto = same !== undefined && same.to > same.from && DITTOS.has(inkOf(s, cell));
    return ditto && isRoleOrDate(columns as Columns, c) ? { ...same, carried: true } : cell;
  });

// 12 · (12) · 1-1 · 2.3 · 一-1
const SEQ_NUMBER = /^[(]?((?:\d{1,4}|[一二三四五六七八九十]{1,3}-\d{1,3})(?:[-.]\d{1,3}){0,2})[).、]?$/;

const plainNumber = (text: string): string => (/^\d+$/.test(text) ? String(Number(text)) : text);

/** A 序号 cell with an ordinal in another style: （三）. */
function ordinalText(s: string, columns: Columns, cells: readonly Cell[]): string | null {
  const seq = columns.kinds.indexOf('seq');
  const cell = seq < 0 ? undefined : cells[seq];
  if (!cell || cell.from >= cell.to) return null;
  const ordinal = ordinalAt(s, cell.from);
  if (ordinal && ordinal.length === cell.to - cell.from) return ordinal.text;
  const text = inkOf(s, cell);
  return /^[一二三四五六七八九十]{1,3}$/.test(text) ? text : null;
}

const isRoleOrDate = (columns: Columns, c: number): boolean => {
  const kind = columns.kinds[c];
  return kind === 'deadline' || ROLES.some((role) => role === kind);
};

function unread(drafts: Drafts, row: Row): void {
  drafts.notes.push({
    code: 'row-not-understood',
    severity: 'warning',
    from: row.from,
    to: row.to,
    message: 'a row of a table that fits no task',
  });
}
