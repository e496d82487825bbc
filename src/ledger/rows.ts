/** A record as rows for the ledger: values in the order of the tables' columns, made where the document is parsed. */
import { groupBy } from '../model/groupBy.js';
import { DiagnosticRow, type DocumentRecord, DocumentRow, UnitRow } from '../model/model.js';
import { RECORD_TABLES } from './records.js';
import { type Searched, searchedOf } from './searched.js';

export type Value = string | number | null;
export type Row = readonly Value[];
/** Rows as JSON, which SQLite reads by itself: one value goes from thread to thread and into a statement, not thousands. */
export type Table = string;

export interface LedgerRows {
  id: string;
  version: string;
  /** Without source and key. */
  document: Row;
  /** Bodies that have an assignment: id and columns, then the official names, joined by line feeds. */
  units: Table;
  /** The same, to be compared: what is said of each body. */
  claims: [unitId: string, claim: string][];
  /** Unit and name: how this document writes them. */
  names: Table;
  /** One for each of RECORD_TABLES. */
  tables: Table[];
  /** Without source. */
  diagnostics: Table;
  searched: Searched[];
}

export const DOCUMENT_COLUMNS = Object.keys(DocumentRow.shape);
export const DIAGNOSTIC_COLUMNS = Object.keys(DiagnosticRow.shape);
/** Without id. */
export const UNIT_COLUMNS = Object.keys(UnitRow.shape).slice(1);

/** A surrogate without its other half, as JSON has it, is not one that SQLite may store. */
const HALF = '\\ud';

function tableOf(rows: readonly Row[]): Table {
  const json = JSON.stringify(rows);
  if (!json.includes(HALF)) return json;
  return JSON.stringify(rows, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));
}

const valuesOf = (columns: readonly string[], row: object): Value[] =>
  columns.map((column) => (row as Record<string, Value>)[column] as Value);

/** What is said of a body, as one text. */
export const claimOf = (row: Row): string => row.join('\t');

/** Input: a record. Output: what the ledger takes. */
export function ledgerRows(record: DocumentRecord): LedgerRows {
  const assigned = new Set(record.assignments.map(({ unit_id }) => unit_id));
  const names = record.unit_names.filter(({ unit_id }) => assigned.has(unit_id));
  const official = groupBy(
    names.filter(({ origin }) => origin === 'registry'),
    ({ unit_id }) => unit_id,
  );
  const units = record.units
    .filter(({ id }) => assigned.has(id))
    .map((unit) => {
      const names = (official.get(unit.id) ?? []).map(({ name }) => name);
      return [unit.id, ...valuesOf(UNIT_COLUMNS, unit), names.join('\n')];
    });
  return {
    id: record.document.id,
    version: record.document.version,
    document: valuesOf(DOCUMENT_COLUMNS, record.document),
    units: tableOf(units),
    claims: units.map(([id, ...row]) => [id as string, claimOf(row)]),
    names: tableOf(names.filter(({ origin }) => origin === 'document').map(({ unit_id, name }) => [unit_id, name])),
    tables: RECORD_TABLES.map(({ name, columns }) => tableOf(record[name].map((row) => valuesOf(columns, row)))),
    diagnostics: tableOf(record.diagnostics.map((row) => valuesOf(DIAGNOSTIC_COLUMNS, row))),
    searched: searchedOf(record),
  };
}
