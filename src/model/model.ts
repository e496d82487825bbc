/**
 * The one model of Taizhang. The record of a document mirrors the tables of the ledger, column for column, so that
 * `parse` prints what `extract` stores. Types are inferred from the schemas. Spans count Unicode code points of
 * `document.text`; dates are ISO 8601; absent is null, never ''.
 */
import { z } from 'zod';
import { ROLES } from './roles.js';

export { UnreadableDocument } from './unreadable.js';
export { VERSION } from './version.js';

const text = z.string().min(1);
const offset = z.int().nonnegative();
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const seq = z.int().positive();
const flag = z.union([z.literal(0), z.literal(1)]);
const span = { span_start: offset, span_end: offset };

export const Severity = z.enum(['info', 'warning', 'error']);
export const DocumentKind = z.enum(['task-plan', 'task-table', 'case-compilation', 'notice']);
export const SectionKind = z.enum(['plan', 'chapter', 'section', 'item', 'mandate']);
export const Role = z.enum(ROLES);
export const Basis = z.enum(['stated', 'declared']);
/** What a stated deadline (完成时限) is as a whole. */
export const DeadlineKind = z.enum(['by', 'ongoing', 'phased', 'recurring']);
/** What one dated promise is: a phased deadline has one row per phase. */
export const PromiseKind = z.enum(['by', 'ongoing', 'recurring']);

export const DocumentRow = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  media_type: text,
  charset: text,
  bytes: z.int().positive(),
  sha256: z.string().length(64),
  text: text,
  version: text,
  title: text.nullable(),
  doc_number: text.nullable(),
  issuer: text.nullable(),
  issued_on: date.nullable(),
  published_on: date.nullable(),
  index_number: text.nullable(),
  validity: text.nullable(),
  kind: DocumentKind,
  jurisdiction: text.nullable(),
  adcode: text.nullable(),
});

export const RecipientRow = z.strictObject({ document_id: text, role: z.enum(['to', 'cc']), seq, name: text, ...span });

export const ContactRow = z.strictObject({
  document_id: text,
  seq,
  kind: z.enum(['person', 'phone', 'fax', 'email']),
  value: text,
  ...span,
});

export const SectionRow = z.strictObject({
  id: text,
  document_id: text,
  parent_id: text.nullable(),
  seq,
  kind: SectionKind,
  ordinal: text.nullable(),
  heading: text,
  ...span,
});

export const TaskRow = z.strictObject({
  id: text,
  document_id: text,
  section_id: text.nullable(),
  seq,
  ordinal: text.nullable(),
  title: text.nullable(),
  body: text,
  measure_count: z.int().nonnegative(),
  deadline_text: text.nullable(),
  deadline_kind: DeadlineKind.nullable(),
  due_on: date.nullable(),
  ...span,
});

export const MeasureRow = z.strictObject({ id: text, task_id: text, seq, ordinal: text.nullable(), text, ...span });

export const AssignmentRow = z.strictObject({
  id: text,
  task_id: text.nullable(),
  section_id: text.nullable(),
  measure_id: text.nullable(),
  role: Role,
  seq,
  name: text,
  unit_id: text,
  is_group: flag,
  open_ended: flag,
  basis: Basis,
  ...span,
});

export const UnitRow = z.strictObject({
  id: text,
  name: text,
  function: text.nullable(),
  level: z.enum(['state', 'province', 'city', 'district', 'town']).nullable(),
  adcode: text.nullable(),
  kind: z
    .enum(['organ', 'party', 'court', 'procuratorate', 'institution', 'enterprise', 'association', 'group'])
    .nullable(),
});

/** A name of a body: an official one, or one that a document uses. */
export const UnitNameRow = z.strictObject({
  unit_id: text,
  name: text,
  origin: z.enum(['registry', 'document']),
  document_id: text.nullable(),
});

export const DeadlineRow = z.strictObject({
  id: text,
  task_id: text,
  seq,
  origin: z.enum(['deadline', 'body']),
  text,
  kind: PromiseKind,
  starts_on: date.nullable(),
  due_on: date.nullable(),
  year_inferred: flag,
  ...span,
});

export const Comparator = z.enum(['>=', '<=', '>', '<', '=']);

export const TargetRow = z.strictObject({
  id: text,
  task_id: text,
  seq,
  text,
  subject: text.nullable(),
  comparator: Comparator,
  value: z.number(),
  value_high: z.number().nullable(),
  unit: text.nullable(),
  due_on: date.nullable(),
  ...span,
});

export const ReportingRow = z.strictObject({
  id: text,
  document_id: text,
  seq,
  text,
  frequency: z.enum(['once', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly']),
  month: z.int().min(1).max(12).nullable(),
  day: z.int().min(1).max(31).nullable(),
  due_on: date.nullable(),
  recipient: text.nullable(),
  ...span,
});

export const CaseRow = z.strictObject({
  id: text,
  document_id: text,
  seq,
  title: text,
  region: text.nullable(),
  adcode: text.nullable(),
  summary: text.nullable(),
  ...span,
});

export const PracticeRow = z.strictObject({
  id: text,
  case_id: text,
  seq,
  title: text,
  body: text.nullable(),
  ...span,
});

export const DiagnosticRow = z.strictObject({
  id: text,
  document_id: text,
  task_id: text.nullable(),
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  severity: Severity,
  message: text,
  span_start: offset.nullable(),
  span_end: offset.nullable(),
});

export const EvidenceRow = z.strictObject({
  document_id: text,
  table_name: text,
  row_id: text,
  column_name: text,
  seq,
  ...span,
});

/** All that is known about one document, whatever path it stands under. */
export const DocumentRecord = z.strictObject({
  document: DocumentRow,
  recipients: z.array(RecipientRow),
  contacts: z.array(ContactRow),
  sections: z.array(SectionRow),
  tasks: z.array(TaskRow),
  measures: z.array(MeasureRow),
  units: z.array(UnitRow),
  unit_names: z.array(UnitNameRow),
  assignments: z.array(AssignmentRow),
  deadlines: z.array(DeadlineRow),
  targets: z.array(TargetRow),
  reporting: z.array(ReportingRow),
  cases: z.array(CaseRow),
  practices: z.array(PracticeRow),
  diagnostics: z.array(DiagnosticRow),
  evidence: z.array(EvidenceRow),
});

export type DocumentRecord = z.infer<typeof DocumentRecord>;
export type DocumentRow = z.infer<typeof DocumentRow>;
export type SectionRow = z.infer<typeof SectionRow>;
export type TaskRow = z.infer<typeof TaskRow>;
export type MeasureRow = z.infer<typeof MeasureRow>;
export type AssignmentRow = z.infer<typeof AssignmentRow>;
export type UnitRow = z.infer<typeof UnitRow>;
export type UnitNameRow = z.infer<typeof UnitNameRow>;
export type DeadlineRow = z.infer<typeof DeadlineRow>;
export type TargetRow = z.infer<typeof TargetRow>;
export type ReportingRow = z.infer<typeof ReportingRow>;
export type CaseRow = z.infer<typeof CaseRow>;
export type PracticeRow = z.infer<typeof PracticeRow>;
export type DiagnosticRow = z.infer<typeof DiagnosticRow>;
export type EvidenceRow = z.infer<typeof EvidenceRow>;
export type RecipientRow = z.infer<typeof RecipientRow>;
export type ContactRow = z.infer<typeof ContactRow>;
export type Severity = z.infer<typeof Severity>;
export type Role = z.infer<typeof Role>;
export type Basis = z.infer<typeof Basis>;
export type DeadlineKind = z.infer<typeof DeadlineKind>;
export type PromiseKind = z.infer<typeof PromiseKind>;
export type SectionKind = z.infer<typeof SectionKind>;
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Something repaired, inferred or not understood, with UTF-16 offsets into the text it stands in (null: no place). */
export interface Note {
  code: string;
  severity: Severity;
  message: string;
  start: number | null;
  end: number | null;
}

/** A cell of a table: UTF-16 offsets of the text it holds. `carried`: the text stands in the merged cell above or left. */
export interface CellHint {
  start: number;
  end: number;
  carried: boolean;
}

/** A row of a real (HTML) table: one line of the text, with its grid after rowspan and colspan are expanded. */
export interface RowHint {
  start: number;
  end: number;
  table: number;
  header: boolean;
  cells: CellHint[];
}

/** The text of a document as it goes into `documents.text`, with what only the reader of the format could know. */
export interface SourceText {
  text: string;
  mediaType: 'text/plain' | 'text/html';
  charset: string;
  rows: RowHint[];
  notes: Note[];
}
