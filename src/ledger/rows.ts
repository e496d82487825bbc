/** A record as rows for the ledger: values in the order of the tables' columns, made where the document is parsed. */
import { groupBy } from '../model/groupBy.js';
import { DiagnosticRow, type DocumentRecord, DocumentRow, UnitRow } from '../model/model.js';
import { RECORD_TABLES } from './records.js';
import { type Searched, searchedOf } from './searched.js';

export type Value = string | number | null;
export type Row = readonly Value[];

export interface LedgerRows {
  id: string;
  version: string;
  /** Without source and key. */
  document: Row;
  /** Bodies that have an assignment, and their official names. */
  units: { id: string; row: Row; official: string }[];
  /** Unit and name: how this document writes them. */
  names: [unitId: string, name: string][];
  /** One list for each of RECORD_TABLES. */
  tables: Row[][];
  /** Without source. */
  diagnostics: Row[];
  searched: Searched[];
}

export const DOCUMENT_COLUMNS = Object.keys(DocumentRow.shape);
export const DIAGNOSTIC_COLUMNS = Object.keys(DiagnosticRow.shape);
/** Without id. */
export const UNIT_COLUMNS = Object.keys(UnitRow.shape).slice(1);

const valuesOf = (columns: readonly string[], row: object): Value[] =>
  columns.map((column) => (row as Record<string, Value>)[column] as Value);

/** Input: a record. Output: what the ledger takes; official names are joined by line feeds. */
export function ledgerRows(record: DocumentRecord): LedgerRows {
  const assigned = new Set(record.assignments.map(({ unit_id }) => unit_id));
  const names = record.unit_names.filter(({ unit_id }) => assigned.has(unit_id));
  const official = groupBy(
    names.filter(({ origin }) => origin === 'registry'),
    ({ unit_id }) => unit_id,
  );
  return {
    id: record.document.id,
    version: record.document.version,
    document: valuesOf(DOCUMENT_COLUMNS, record.document),
    units: record.units
      .filter(({ id }) => assigned.has(id))
      .map((unit) => ({
        id: unit.id,
        row: valuesOf(UNIT_COLUMNS, unit),
        official: (official.get(unit.id) ?? []).map(({ name }) => name).join('\n'),
      })),
    names: names.filter(({ origin }) => origin === 'document').map(({ unit_id, name }) => [unit_id, name]),
    tables: RECORD_TABLES.map(({ name, columns }) => record[name].map((row) => valuesOf(columns, row))),
    diagnostics: record.diagnostics.map((row) => valuesOf(DIAGNOSTIC_COLUMNS, row)),
    searched: searchedOf(record),
  };
}
