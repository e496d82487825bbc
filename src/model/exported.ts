/**
 * What `taizhang export` writes as json and jsonl: a task with everything that hangs on it. The published JSON Schema
 * (docs/ledger.schema.json) is made from these schemas. Columns keep the names and meanings of the ledger's tables.
 */
import { z } from 'zod';
import {
  AssignmentRow,
  ContactRow,
  DeadlineRow,
  DiagnosticRow,
  EvidenceRow,
  MeasureRow,
  TargetRow,
  TaskRow,
} from './model.js';

const text = z.string().min(1);
const date = z.iso.date();
const ofTask = { task_id: true } as const;

/** Where an assignment stands: on the task, on one of its measures, or on a section around it. */
export const AssignmentScope = z.enum(['section', 'task', 'measure']);

export const ExportedDocument = z.strictObject({
  id: text,
  source: text,
  title: text.nullable(),
  doc_number: text.nullable(),
  issuer: text.nullable(),
  issued_on: date.nullable(),
  jurisdiction: text.nullable(),
  adcode: text.nullable(),
  /** With --contacts alone. */
  contacts: z.array(ContactRow.pick({ kind: true, value: true })).optional(),
});

export const ExportedAssignment = AssignmentRow.omit(ofTask).extend({
  scope: AssignmentScope,
  /** The official name of the body. */
  unit: text,
});

export const ExportedDiagnostic = DiagnosticRow.omit({ ...ofTask, document_id: true });

export const ExportedTask = TaskRow.omit({ document_id: true }).extend({
  due_on: date.nullable(),
  document: ExportedDocument,
  /** Headings of the plan, of the sections around the task (outermost first) and of its mandate 部署任务. */
  plan: text.nullable(),
  path: z.array(text),
  mandate: text.nullable(),
  measures: z.array(MeasureRow.omit(ofTask)),
  /** Those of the sections first (outermost first), then the task's own, then those of single measures. */
  assignments: z.array(ExportedAssignment),
  deadlines: z.array(DeadlineRow.omit(ofTask)),
  targets: z.array(TargetRow.omit(ofTask)),
  diagnostics: z.array(ExportedDiagnostic),
  evidence: z.array(EvidenceRow.omit({ document_id: true })),
});

/** A diagnostic with the text it stands on: what a checker reads first. `line` and `column` count from 1. */
export const NotUnderstood = ExportedDiagnostic.extend({
  source: text,
  document_title: text.nullable(),
  task_id: text.nullable(),
  excerpt: text.nullable(),
  line: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
});

export const LedgerExport = z.strictObject({
  version: text,
  tasks: z.array(ExportedTask),
  not_understood: z.array(NotUnderstood),
});

export type AssignmentScope = z.infer<typeof AssignmentScope>;
export type ExportedDocument = z.infer<typeof ExportedDocument>;
export type ExportedAssignment = z.infer<typeof ExportedAssignment>;
export type ExportedTask = z.infer<typeof ExportedTask>;
export type NotUnderstood = z.infer<typeof NotUnderstood>;

/** The JSON Schema (draft 2020-12) of the json export. */
export function ledgerSchema(): Record<string, unknown> {
  return {
    title: 'Taizhang 台账',
    description: 'What `taizhang export --format json` writes; each line of jsonl is one of `tasks`.',
    ...z.toJSONSchema(LedgerExport),
  };
}
