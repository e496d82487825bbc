/** What Taizhang offers to other programs. The command line is in cli.ts, the data flow in parse.ts. */

export { UsageError } from './batch/errors.js';
export { type ExtractOptions, extract, type Summary } from './batch/extract.js';
export { collectInputs, type Input, type InputOptions, type Inputs } from './batch/inputs.js';
export { inThread, type Parse, type Parsed, type Parser } from './batch/parse-input.js';
export { type ParserPool, type PoolOptions, parserPool } from './batch/pool.js';
export { type Parsers, type Products, parsersOf } from './batch/products.js';
export { NotALedger } from './ledger/path.js';
export { type LedgerRows, ledgerRows } from './ledger/rows.js';
export {
  AssignmentRow,
  Basis,
  CaseRow,
  ContactRow,
  DeadlineKind,
  DeadlineRow,
  DiagnosticRow,
  DocumentKind,
  DocumentRecord,
  DocumentRow,
  EvidenceRow,
  MeasureRow,
  PracticeRow,
  PromiseKind,
  RecipientRow,
  ReportingRow,
  Role,
  SectionKind,
  SectionRow,
  Severity,
  TaskRow,
  UnitRow,
  UnreadableDocument,
  VERSION,
} from './model/model.js';
export { parseDocument } from './parse.js';
