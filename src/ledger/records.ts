/** Which part of a record goes into which table: the columns are the keys of the model's schemas. */
import {
  AssignmentRow,
  CaseRow,
  ContactRow,
  DeadlineRow,
  type DocumentRecord,
  EvidenceRow,
  MeasureRow,
  PracticeRow,
  RecipientRow,
  ReportingRow,
  SectionRow,
  TargetRow,
  TaskRow,
} from '../model/model.js';

export type RecordTable = Exclude<keyof DocumentRecord, 'document' | 'units' | 'unit_names' | 'diagnostics'>;

/**
 * The tables that take a record's rows as they are, parents before children. Not here: documents and diagnostics,
 * which the ledger gives a source, and units, which documents share.
 */
export const RECORD_TABLES: readonly { name: RecordTable; columns: readonly string[] }[] = [
  { name: 'recipients', columns: Object.keys(RecipientRow.shape) },
  { name: 'contacts', columns: Object.keys(ContactRow.shape) },
  { name: 'sections', columns: Object.keys(SectionRow.shape) },
  { name: 'tasks', columns: Object.keys(TaskRow.shape) },
  { name: 'measures', columns: Object.keys(MeasureRow.shape) },
  { name: 'assignments', columns: Object.keys(AssignmentRow.shape) },
  { name: 'deadlines', columns: Object.keys(DeadlineRow.shape) },
  { name: 'targets', columns: Object.keys(TargetRow.shape) },
  { name: 'reporting', columns: Object.keys(ReportingRow.shape) },
  { name: 'cases', columns: Object.keys(CaseRow.shape) },
  { name: 'practices', columns: Object.keys(PracticeRow.shape) },
  { name: 'evidence', columns: Object.keys(EvidenceRow.shape) },
];
