import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { RECORD_TABLES } from '../../src/ledger/records.js';
import { INDEXES, TABLES } from '../../src/ledger/schema.js';
import { VIEWS } from '../../src/ledger/views.js';
import { DiagnosticRow, DocumentRecord, DocumentRow, UnitNameRow, UnitRow } from '../../src/model/model.js';

/** Tables and views as the contract writes them: consumers read the columns by these names, in this order. */
const CONTRACT: Record<string, string> = {
  documents:
    'id source media_type charset bytes sha256 text version title doc_number issuer issued_on published_on index_number validity kind jurisdiction adcode key', // the key is ours: the id as a number
  sources: 'document_id source',
  recipients: 'document_id role seq name span_start span_end',
  contacts: 'document_id seq kind value span_start span_end',
  sections: 'id document_id parent_id seq kind ordinal heading span_start span_end',
  tasks:
    'id document_id section_id seq ordinal title body measure_count deadline_text deadline_kind due_on span_start span_end',
  measures: 'id task_id seq ordinal text span_start span_end',
  assignments: 'id task_id section_id measure_id role seq name unit_id is_group open_ended basis span_start span_end',
  unit_claims: 'unit_id document_id name function level adcode kind official_names',
  units: 'id name function level adcode kind',
  unit_names: 'id unit_id name origin document_id', // the id is ours: a key must not be NULL, document_id may be
  deadlines: 'id task_id seq origin text kind starts_on due_on year_inferred span_start span_end',
  targets: 'id task_id seq text subject comparator value value_high unit due_on span_start span_end',
  reporting: 'id document_id seq text frequency month day due_on recipient span_start span_end',
  cases: 'id document_id seq title region adcode summary span_start span_end',
  practices: 'id case_id seq title body span_start span_end',
  diagnostics: 'id document_id source task_id code severity message span_start span_end',
  evidence: 'document_id table_name row_id column_name seq span_start span_end',
  ledger:
    'task_id document_id seq doc_number document_title issuer issued_on jurisdiction adcode plan path mandate ordinal title body lead responsible support section_lead chief deadline_text deadline_kind due_on warnings source span_start span_end',
  duties: 'unit_id unit role task_id document_title title body due_on',
  due_dates: 'due_on text origin task_id document_title title lead',
  not_understood: 'document_title code severity message excerpt source',
};

const db = new Database(':memory:');
db.exec(TABLES + INDEXES + VIEWS);
const columnsOf = (name: string) =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name);

test('tables and views have the columns of the contract, in its order', () => {
  const names = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").pluck().all();
  expect(names.sort()).toEqual(Object.keys(CONTRACT).sort());
  for (const name of names) expect(`${name}: ${columnsOf(name).join(' ')}`).toBe(`${name}: ${CONTRACT[name]}`);
});

test('every part of a record has a table with its columns', () => {
  const tables = [
    ...RECORD_TABLES,
    { name: 'documents', columns: Object.keys(DocumentRow.shape) },
    { name: 'diagnostics', columns: Object.keys(DiagnosticRow.shape) },
    { name: 'units', columns: Object.keys(UnitRow.shape) },
    { name: 'unit_names', columns: ['id', ...Object.keys(UnitNameRow.shape)] },
  ];
  const parts = Object.keys(DocumentRecord.shape).map((part) => (part === 'document' ? 'documents' : part));
  expect(tables.map(({ name }) => name).sort()).toEqual(parts.sort());
  for (const { name, columns } of tables) {
    const given = { documents: ['source', 'key'], diagnostics: ['source'] }[name] ?? [];
    expect([...columns, ...given].sort()).toEqual(columnsOf(name).sort());
  }
});

test('tables are STRICT and WITHOUT ROWID, but documents, whose rows are long', () => {
  const lax = db.prepare(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT (strict AND wr)",
  );
  expect(lax.pluck().all()).toEqual(['sqlite_schema', 'documents']);
});

test('every foreign key has an index that begins with it', () => {
  const bare = db.prepare(`
    SELECT t.name || '.' || f."from" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
    WHERE NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
      WHERE c.seqno = 0 AND c.name = f."from")`);
  expect(bare.pluck().all()).toEqual([]);
});

test('the enumerations of the model are those of the tables', () => {
  const insert = (sql: string) => () => db.exec(sql);
  db.pragma('foreign_keys = OFF');
  const section = (kind: string) =>
    insert(`INSERT INTO sections VALUES ('${kind}', 'd', NULL, 1, '${kind}', NULL, 'h', 0, 1)`);
  for (const kind of ['plan', 'chapter', 'section', 'item', 'mandate']) expect(section(kind)).not.toThrow();
  expect(section('part')).toThrow(/CHECK/);
});
