/**
 * 序号 tables: a head names the columns, rows are tasks, merged cells and rows across the table are their sections, a
 * column of higher orders (部署任务) their mandates.
 */
import type { Cell, Row } from '../../../blocks/block.js';
import type { Compact, Range } from '../../../blocks/compact.js';
import { endsSentence } from '../../../blocks/join.js';
import { type Ordinal, type OrdinalStyle, ordinalAt } from '../../../blocks/ordinal.js';
import { CONTINUED } from '../../../lexicon/tableHeads.js';
import { Role } from '../../../model/model.js';
import { addDeadline } from '../../clause/bodies.js';
import { type Clause, type ClauseContext, emptyClause } from '../../clause/clause.js';
import { readRoleValue } from '../../clause/readClause.js';
import type { Drafts, SectionDraft, TaskDraft } from '../../draft.js';
import { findMeasures, runInTitle } from '../../sentences.js';
import type { FoundClause } from '../layout.js';
import { type AlignedRow, alignRow, dominantStyles } from './align.js';
import { type Columns, isForeignHead, isHead, readColumns } from './columns.js';
import { matchMandates } from './mandates.js';

/** What a table hands on to the next page: its columns hold until another head. */
export interface TableMemory {
  columns: Columns | null;
  styles: (OrdinalStyle | null)[];
}

export interface TableContext extends ClauseContext {
  memory: TableMemory;
  /** Clauses of responsibility that stand in the text of a cell, and what is left of the text. */
  readText: (range: Range) => { clauses: FoundClause[]; body: Range[] };
}

interface Place {
  base: SectionDraft | null;
  chapter: SectionDraft | null;
  /** One level per group column. */
  groups: (SectionDraft | null)[];
  mandate: SectionDraft | null;
}

/** Tasks of the page in hand, for mandates that stand behind them. */
interface Page {
  tasks: { draft: TaskDraft; hasMandate: boolean }[];
  orphans: { range: Range; ordinal: Ordinal }[];
}

const inkOf = (s: string, range: Range): string => s.slice(range.from, range.to);

/** Input: rows in document order and the section that they stand in. Adds sections and tasks to the drafts. */
export function readTable(
  copy: Compact,
  rows: readonly Row[],
  base: SectionDraft | null,
  context: TableContext,
  drafts: Drafts,
): void {
  const { s } = copy;
  const { memory } = context;
  const place: Place = { base, chapter: null, groups: [], mandate: null };
  let page: Page = { tasks: [], orphans: [] };
  let table = rows[0]?.table;
  let last: TaskDraft | null = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (isRule(s, row)) continue;
    if (isHead(s, row) || row.header) {
      const head = [row];
      while (i + 1 < rows.length && isSubHead(s, rows[i + 1] as Row, row)) head.push(rows[++i] as Row);
      const columns = readColumns(s, head);
      if (columns !== null || isHead(s, row)) {
        adopt(copy, rows, i + 1, columns, memory);
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

/** Columns of a head, and the ordinal styles of the rows below it. A head without tasks ends the table before. */
function adopt(copy: Compact, rows: readonly Row[], from: number, columns: Columns | null, memory: TableMemory): void {
  memory.columns = columns;
  if (columns === null) return;
  const below: Row[] = [];
  for (let i = from; i < rows.length && below.length < 200; i++) {
    if (!isHead(copy.s, rows[i] as Row)) below.push(rows[i] as Row);
  }
  const styles = dominantStyles(copy, below, columns);
  if (below.length > 0) memory.styles = styles;
}

/** The one cell of a row across the table; null for other rows. */
function acrossTable(s: string, row: Row): Cell | null {
  const own = row.cells.filter((cell) => cell.to > cell.from && !cell.carried);
  const first = own[0];
  if (own.length !== 1 || first === undefined) return null;
  const others = row.cells.filter((cell) => cell.to > cell.from && cell.carried);
  if (others.some((cell) => cell.from !== first.from)) return null;
  // Text rows: only a heading in the first cell crosses the table; a lone cell elsewhere is part of something.
  const ordinal = ordinalAt(s, first.from);
  const text = inkOf(s, first);
  if (row.cells.length > 1 && others.length === 0 && row.cells[0] !== first) return null;
  if (/^\d{1,3}$/.test(text) || text.length > 80) return null;
  if (ordinal)
    return ordinal.style === 'cn' ||
      ordinal.style === 'chapter' ||
      ordinal.style === 'part' ||
      (ordinal.style === 'cnParen' && others.length > 0) ||
      (ordinal.style === 'cnParen' && !endsSentence(text))
      ? first
      : null;
  return !endsSentence(text) && !/[:;,、]$/.test(text) ? first : null;
}

/** A section of a table: one repeated after a page break is the first one. */
function openSection(
  s: string,
  drafts: Drafts,
  kind: SectionDraft['kind'],
  parent: SectionDraft | null,
  heading: Range[],
): SectionDraft {
  const first = heading[0] as Range;
  const ordinal = ordinalAt(s, first.from);
  const ink = heading.map((range) => inkOf(s, range)).join('');
  for (let i = drafts.sections.length - 1; i >= 0; i--) {
    const known = drafts.sections[i] as SectionDraft;
    if (known.kind !== kind || known.parent !== parent || known.ordinal !== (ordinal?.text ?? null)) continue;
    const before = known.heading.map((range) => inkOf(s, range)).join('');
    if (before === ink || (ordinal !== null && (before.startsWith(ink) || alike(before, ink)))) return known;
  }
  const draft: SectionDraft = { kind, parent, ordinal: ordinal?.text ?? null, heading, clauses: [] };
  drafts.sections.push(draft);
  return draft;
}

/** Two readings of one heading: most of their characters are the same. */
function alike(a: string, b: string): boolean {
  const set = new Set(a);
  let shared = 0;
  for (const ch of b) if (set.has(ch)) shared++;
  return shared * 10 >= Math.max(a.length, b.length) * 7;
}

function hasOwnMandate(s: string, row: AlignedRow, columns: Columns): boolean {
  const at = columns.kinds.indexOf('mandate');
  const cell = at < 0 ? undefined : row.cells[at];
  return cell !== undefined && cell.to > cell.from && (ordinalAt(s, cell.from) !== null || !tornName(row, at, s));
}

function readRow(
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
  const { cells, row } = aligned;
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
    measures: findMeasures(s, body).map((mark) => ({
      ordinal: mark.ordinal,
      from: mark.from,
      to: mark.to,
      clauses: [],
    })),
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
  drafts.tasks.push(draft);
  return draft;
}

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
  return kind === 'deadline' || Role.options.some((role) => role === kind);
};

const sectionOf = (place: Place): SectionDraft | null =>
  place.groups.findLast((group) => group !== null) ?? place.chapter ?? place.base;

function readRoles(copy: Compact, cells: readonly Cell[], columns: Columns, context: ClauseContext): Clause {
  const clause = emptyClause(cells[0]?.from ?? 0, cells.at(-1)?.to ?? 0);
  columns.kinds.forEach((kind, c) => {
    const cell = cells[c] as Cell;
    if (cell.from >= cell.to) return;
    if (kind === 'deadline') addDeadline(copy.s, cell.from, cell.to, context, clause);
    else if (kind === 'lead' || kind === 'responsible' || kind === 'support' || kind === 'chief') {
      readRoleValue(copy, kind, cell.from, cell.to, context, clause);
    }
  });
  return clause;
}

/** A row with nothing in its task cell: the roles of the row above go on, cut by a page break. */
function appendRoles(
  copy: Compact,
  aligned: AlignedRow,
  columns: Columns,
  context: ClauseContext,
  last: TaskDraft,
): null {
  const clause = readRoles(copy, aligned.cells, columns, context);
  if (clause.roles.length === 0 && clause.deadlines.length === 0) return null;
  last.clauses.push(clause);
  last.to = Math.max(last.to, aligned.row.to);
  last.notes.push({
    code: 'row-continued',
    severity: 'warning',
    from: aligned.row.from,
    to: aligned.row.to,
    message: 'a row without a task; read as going on with the row above',
  });
  return null;
}

function unread(drafts: Drafts, row: Row): void {
  drafts.notes.push({
    code: 'row-not-understood',
    severity: 'warning',
    from: row.from,
    to: row.to,
    message: 'a row of a table that fits no task',
  });
}

/**
 * Opens the sections and the mandate that the row's left cells name. Returns the column of the last cell used, -1 for none.
 */
function openGroups(
  copy: Compact,
  aligned: AlignedRow,
  columns: Columns,
  memory: TableMemory,
  place: Place,
  drafts: Drafts,
  page: Page,
  hasTask: boolean,
): number {
  const { s } = copy;
  let used = -1;
  let level = 0;
  for (let c = 0; c < columns.task; c++) {
    const kind = columns.kinds[c];
    const cell = aligned.cells[c] as Cell;
    const style = memory.styles[c];
    const sectionStyle = style === 'cnParen' || style === 'cn';
    // A 序号 column that holds （一） … is a column of sections.
    if (kind !== 'group' && kind !== 'mandate' && !(kind === 'seq' && sectionStyle)) continue;
    const at = kind === 'mandate' ? -1 : level++;
    if (cell.from >= cell.to || c <= used) continue;
    const ordinal = ordinalAt(s, cell.from);
    if (kind === 'mandate' && !ordinal && tornName(aligned, c, s)) continue;
    if (kind === 'mandate') {
      used = c;
      if (!hasTask && ordinal) {
        page.orphans.push({ range: { from: cell.from, to: cell.to }, ordinal });
        continue;
      }
      place.mandate = openSection(s, drafts, 'mandate', sectionOf(place), [{ from: cell.from, to: cell.to }]);
      continue;
    }
    const heading: Range[] = [{ from: cell.from, to: cell.to }];
    // （二十） | 建立完善…: number and name torn into two cells
    const next = aligned.cells[c + 1];
    if (
      ordinal &&
      ordinal.length === cell.to - cell.from &&
      next &&
      c + 1 < columns.task &&
      next.to > next.from &&
      !ordinalAt(s, next.from)
    ) {
      heading.push({ from: next.from, to: next.to });
      used = c + 1;
    } else used = Math.max(used, c);
    const parent = place.groups.slice(0, at).findLast((group) => group !== null) ?? place.chapter ?? place.base;
    const section = openSection(s, drafts, 'section', parent, heading);
    if (place.groups[at] !== section) {
      place.groups[at] = section;
      place.groups.length = at + 1;
      if (place.mandate && place.mandate.parent !== section) place.mandate = null;
    }
  }
  return used;
}

/** The cell beside a section's bare number holds its name, not a mandate. */
function tornName(aligned: AlignedRow, c: number, s: string): boolean {
  const before = aligned.cells[c - 1];
  if (!before || before.from >= before.to) return false;
  const ordinal = ordinalAt(s, before.from);
  return ordinal !== null && ordinal.length === before.to - before.from;
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
