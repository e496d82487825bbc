/** What the layouts hand over: sections and tasks as ranges of the reading copy, before ids and spans are given. */
import type { Range } from '../blocks/compact.js';
import type { SectionKind } from '../model/model.js';
import type { Clause, ClauseNote } from './clause/clause.js';

export interface SectionDraft {
  kind: SectionKind;
  parent: SectionDraft | null;
  ordinal: string | null;
  /** Pieces of the heading: torn apart by cells, or one. */
  heading: Range[];
  /** 指标长、总牵头部门 of the whole section. */
  clauses: Clause[];
}

export interface MeasureDraft {
  ordinal: string | null;
  from: number;
  to: number;
  /** Clauses that assign this measure only. */
  clauses: Clause[];
}

export interface TaskDraft {
  section: SectionDraft | null;
  ordinal: string | null;
  title: Range | null;
  /** Pieces of the body in order, clauses of responsibility cut out. */
  body: Range[];
  clauses: Clause[];
  measures: MeasureDraft[];
  from: number;
  to: number;
  notes: ClauseNote[];
  layout: 'text' | 'table';
}

export interface Drafts {
  sections: SectionDraft[];
  tasks: TaskDraft[];
  /** Paragraphs that are neither task nor heading: addresses, reporting rules, signatures. */
  free: Range[];
  notes: ClauseNote[];
}
