/** The rows of a ledger that a report shows, one document at a time. */
import type { Database } from 'better-sqlite3';
import type {
  AssignmentRow,
  CaseRow,
  ContactRow,
  DeadlineRow,
  DiagnosticRow,
  DocumentRow,
  EvidenceRow,
  MeasureRow,
  PracticeRow,
  RecipientRow,
  ReportingRow,
  SectionRow,
  TargetRow,
  TaskRow,
} from '../../model/model.js';

export type StoredDocument = DocumentRow & { source: string };
export type StoredDiagnostic = DiagnosticRow & { source: string };

export interface DocumentRows {
  document: StoredDocument;
  sections: SectionRow[];
  tasks: TaskRow[];
  measures: MeasureRow[];
  assignments: AssignmentRow[];
  deadlines: DeadlineRow[];
  targets: TargetRow[];
  diagnostics: StoredDiagnostic[];
  recipients: RecipientRow[];
  contacts: ContactRow[];
  reporting: ReportingRow[];
  cases: CaseRow[];
  practices: PracticeRow[];
  evidence: EvidenceRow[];
}

const OF_TASK = 'JOIN tasks t ON t.id = r.task_id WHERE t.document_id = ? ORDER BY t.seq, r.seq, r.id';

const QUERIES: { [T in Exclude<keyof DocumentRows, 'document'>]: string } = {
  sections: 'SELECT * FROM sections WHERE document_id = ? ORDER BY seq',
  tasks: 'SELECT * FROM tasks WHERE document_id = ? ORDER BY seq',
  measures: `SELECT r.* FROM measures r ${OF_TASK}`,
  // Of tasks and of sections: both begin with the id of the document.
  assignments: `WITH d (id) AS (SELECT ?)
    SELECT a.* FROM d JOIN assignments a ON a.id >= d.id || ':' AND a.id < d.id || ';' ORDER BY a.span_start, a.seq, a.id`,
  deadlines: `SELECT r.* FROM deadlines r ${OF_TASK}`,
  targets: `SELECT r.* FROM targets r ${OF_TASK}`,
  diagnostics: 'SELECT * FROM diagnostics WHERE document_id = ? ORDER BY span_start, id',
  recipients: 'SELECT * FROM recipients WHERE document_id = ? ORDER BY role DESC, seq',
  contacts: 'SELECT * FROM contacts WHERE document_id = ? ORDER BY seq',
  reporting: 'SELECT * FROM reporting WHERE document_id = ? ORDER BY seq',
  cases: 'SELECT * FROM cases WHERE document_id = ? ORDER BY seq',
  practices:
    'SELECT r.* FROM practices r JOIN cases c ON c.id = r.case_id WHERE c.document_id = ? ORDER BY c.seq, r.seq',
  evidence: 'SELECT * FROM evidence WHERE document_id = ? ORDER BY table_name, row_id, column_name, seq',
};

/** Ids of the documents in the byte order of their sources. */
export function documentIds(db: Database): string[] {
  return db.prepare<[], string>('SELECT id FROM documents ORDER BY source').pluck().all();
}

/** Returns the function that reads all rows of the document with an id. */
export function documentReader(db: Database): (id: string) => DocumentRows {
  const document = db.prepare<[string], StoredDocument>('SELECT * FROM documents WHERE id = ?');
  const queries = Object.entries(QUERIES).map(([table, sql]) => [table, db.prepare<[string]>(sql)] as const);
  return (id) => {
    const tables = Object.fromEntries(queries.map(([table, query]) => [table, query.all(id)]));
    return { document: document.get(id), ...tables } as DocumentRows;
  };
}

/** The diagnostics that stand in place of a document. */
export function failedDocuments(db: Database): StoredDiagnostic[] {
  return db
    .prepare<[], StoredDiagnostic>('SELECT * FROM diagnostics WHERE document_id IS NULL ORDER BY source, id')
    .all();
}
