/** Where the reading of a table stands: its columns, its page, its open sections. */
import type { Cell } from '../../../blocks/block.js';
import type { Range } from '../../../blocks/compact.js';
import type { Ordinal, OrdinalStyle } from '../../../blocks/ordinal.js';
import type { Clause, ClauseContext } from '../../clause/clause.js';
import type { SectionDraft, TaskDraft } from '../../draft.js';
import type { Columns } from './columns.js';

/** What a table hands on to the next page: its columns hold until another head. */
export interface TableMemory {
  columns: Columns | null;
  styles: (OrdinalStyle | null)[];
  /** The cells of the row above: what 同上 stands for. */
  above: readonly Cell[];
}

export interface TableContext extends ClauseContext {
  memory: TableMemory;
  /** Clauses of responsibility that stand in the text of a cell, and what is left of the text. */
  readText: (range: Range) => { clauses: Clause[]; body: Range[] };
}

export interface Place {
  base: SectionDraft | null;
  chapter: SectionDraft | null;
  /** One level per group column. */
  groups: (SectionDraft | null)[];
  mandate: SectionDraft | null;
}

/** Tasks of the page in hand, for mandates that stand behind them. */
export interface Page {
  tasks: { draft: TaskDraft; hasMandate: boolean }[];
  orphans: { range: Range; ordinal: Ordinal }[];
}

export const inkOf = (s: string, range: Range): string => s.slice(range.from, range.to);

export const sectionOf = (place: Place): SectionDraft | null =>
  place.groups.findLast((group) => group !== null) ?? place.chapter ?? place.base;
