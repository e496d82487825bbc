/** Puts documents into a ledger. Every call is one transaction, or a part of one: a document is in whole or not at all. */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { DiagnosticRow, type DocumentRecord, DocumentRow, UnitRow } from '../model/model.js';
import { byteOrder } from './byte-order.js';
import { RECORD_TABLES, type Row } from './records.js';

/** What became of a document: new, in place of a former version, or as it was. */
export type Outcome = 'loaded' | 'replaced' | 'unchanged';

export interface Failed {
  /** SHA-256 of the bytes that could not be read, in hex. */
  sha256: string;
  sources: readonly string[];
  code: string;
  message: string;
}

export interface LedgerWriter {
  /** Is the document there as this version of the extractor reads it? */
  isCurrent(documentId: string, version: string): boolean;
  /** Notes that a document already there stands under these sources; it leaves those sources' former documents. */
  attach(documentId: string, sources: readonly string[]): void;
  /** Inserts a document, or replaces what stood under its id or under its sources. */
  store(record: DocumentRecord, sources: readonly string[]): Outcome;
  /** Puts an error row for each source in place of the document that stood there. */
  reject(failed: Failed): void;
  /** Takes sources out; a document goes with its last one. */
  forget(sources: readonly string[]): void;
  /** How many warnings a document has. */
  warningsOf(documentId: string): number;
  /** Makes what `work` does one transaction. */
  together(work: () => void): void;
}

const documentColumns = [...Object.keys(DocumentRow.shape), 'source', 'key'];
const diagnosticColumns = [...Object.keys(DiagnosticRow.shape), 'source'];
const unitColumns = Object.keys(UnitRow.shape);

function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

/** Ids of error rows follow from bytes and source alone, so that a second run finds them as they are. */
function failureId(sha256: string, source: string): string {
  return `${sha256.slice(0, 16)}:x${createHash('sha256').update(source).digest('hex').slice(0, 12)}`;
}

/** The id, 16 hex digits, as a signed number of 64 bits: in the same order. */
function documentKey(id: string): bigint {
  return BigInt(`0x${id}`) - 2n ** 63n;
}

/** The claim that most documents make of a unit; of equals the first in byte order. */
const BEST_CLAIM = `
  SELECT name, function, level, adcode, kind, official_names FROM unit_claims WHERE unit_id = ?
  GROUP BY name, function, level, adcode, kind, official_names
  ORDER BY count(*) DESC, name, kind, official_names LIMIT 1`;

const MOST_SETTLED = 20_000;

type Claim = Record<'name' | 'function' | 'level' | 'adcode' | 'kind', string | null> & { official_names: string };

/** Prepares the statements that write to `db`, an open ledger. */
export function ledgerWriter(db: Database.Database): LedgerWriter {
  const one = <T>(sql: string) => db.prepare<unknown[], T>(sql).pluck();
  const selectVersion = one<string>('SELECT version FROM documents WHERE id = ?');
  const selectSources = one<string>('SELECT source FROM sources WHERE document_id = ?');
  const selectDocumentAt = one<string>('SELECT document_id FROM sources WHERE source = ?');
  const selectUnits = one<string>(`
    SELECT a.unit_id FROM tasks t JOIN assignments a ON a.task_id = t.id WHERE t.document_id = :id
    UNION SELECT a.unit_id FROM sections s JOIN assignments a ON a.section_id = s.id WHERE s.document_id = :id`);
  const selectFailures = one<string>('SELECT id FROM diagnostics WHERE source = ? AND document_id IS NULL');
  const deleteDocument = db.prepare('DELETE FROM documents WHERE id = ?');
  const deleteSource = db.prepare('DELETE FROM sources WHERE source = ?');
  const deleteDiagnostic = db.prepare('DELETE FROM diagnostics WHERE id = ?');
  const deleteUnit = db.prepare(
    'DELETE FROM units WHERE id = :id AND NOT EXISTS (SELECT 1 FROM assignments WHERE unit_id = :id)',
  );
  const insertSource = db.prepare('INSERT INTO sources (source, document_id) VALUES (?, ?)');
  const insertDocument = db.prepare(insertInto('documents', documentColumns));
  const insertDiagnostic = db.prepare(insertInto('diagnostics', diagnosticColumns));
  const insertFailure = db.prepare(`
    INSERT INTO diagnostics (id, source, code, severity, message) VALUES (?, ?, ?, 'error', ?)
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, message = excluded.message
    WHERE (code, message) IS NOT (excluded.code, excluded.message)`);
  const insertUnit = db.prepare(insertInto('units', unitColumns).replace('INSERT', 'INSERT OR IGNORE'));
  const insertClaim = db.prepare(
    insertInto('unit_claims', ['unit_id', 'document_id', ...unitColumns.slice(1), 'official_names']),
  );
  const insertName = db.prepare(insertInto('unit_names', ['id', 'unit_id', 'name', 'origin', 'document_id']));
  const deleteOfficialNames = db.prepare("DELETE FROM unit_names WHERE unit_id = ? AND origin = 'registry'");
  const bestClaim = db.prepare<[string], Claim>(BEST_CLAIM);
  const nameUnit = db.prepare(
    'UPDATE units SET name = :name, function = :function, level = :level, adcode = :adcode, kind = :kind WHERE id = :id',
  );
  const inserts = RECORD_TABLES.map(({ name, columns }) => ({
    name,
    columns,
    run: db.prepare(insertInto(name, columns)),
  }));
  const nameDocument = db.prepare('UPDATE documents SET source = :source WHERE id = :id AND source IS NOT :source');
  const nameDiagnostics = db.prepare(
    'UPDATE diagnostics SET source = :source WHERE document_id = :id AND source IS NOT :source',
  );
  const selectFirstSource = one<string>('SELECT min(source) FROM sources WHERE document_id = ?');
  const countWarnings = one<number>("SELECT count(*) FROM diagnostics WHERE document_id = ? AND severity = 'warning'");

  const values = (columns: readonly string[], row: Row) => columns.map((column) => row[column]);

  /** Deletes a document with all its rows; units may stay behind and are returned, to be swept when all is written. */
  function remove(documentId: string): string[] {
    const units = selectUnits.all({ id: documentId });
    deleteDocument.run(documentId);
    return units;
  }

  /** What is said of units in this run, so that they are not asked for again with every document. */
  const settled = new Map<string, string>();
  let seen: unknown = null;

  /** Drops units that nothing refers to any more, and settles what is said of the others. */
  function sweep(units: Iterable<string>): void {
    for (const id of new Set(units)) {
      settled.delete(id);
      if (deleteUnit.run({ id }).changes === 0) settle(id);
    }
  }

  /** A unit's row and official names follow from the claims of all documents, whatever their order. */
  function settle(id: string): void {
    const claim = bestClaim.get(id);
    if (!claim) return;
    const { official_names: official, ...row } = claim;
    if (settled.size >= MOST_SETTLED) settled.clear();
    settled.set(id, [...values(unitColumns.slice(1), row), official].join('\t'));
    nameUnit.run({ id, ...row });
    deleteOfficialNames.run(id);
    for (const name of official.split('\n').filter((one) => one !== ''))
      insertName.run(`${id}:${name}`, id, name, 'registry', null);
  }

  /** Takes `source` from the document it stood for; a document without any source left goes. */
  function detach(source: string): { had: boolean; units: string[] } {
    const documentId = selectDocumentAt.get(source);
    if (documentId === undefined) return { had: false, units: [] };
    deleteSource.run(source);
    const first = selectFirstSource.get(documentId);
    if (first === null || first === undefined) return { had: true, units: remove(documentId) };
    nameAfter(documentId, first);
    return { had: true, units: [] };
  }

  function nameAfter(id: string, source: string): void {
    nameDocument.run({ id, source });
    nameDiagnostics.run({ id, source });
  }

  function forgetFailures(source: string, kept?: string): void {
    for (const id of selectFailures.all(source)) if (id !== kept) deleteDiagnostic.run(id);
  }

  /** Gives the sources to a document that is in the ledger. */
  function addSources(documentId: string, sources: readonly string[]): { had: boolean; units: string[] } {
    const units: string[] = [];
    let had = false;
    for (const source of sources) {
      forgetFailures(source);
      if (selectDocumentAt.get(source) === documentId) continue;
      const former = detach(source);
      had ||= former.had;
      units.push(...former.units);
      insertSource.run(source, documentId);
    }
    const first = selectFirstSource.get(documentId);
    if (first) nameAfter(documentId, first);
    return { had, units };
  }

  function insert(record: DocumentRecord, source: string): void {
    insertDocument.run(values(documentColumns, { ...record.document, source, key: documentKey(record.document.id) }));
    const assigned = new Set(record.assignments.map((a) => a.unit_id));
    const documentId = record.document.id;
    for (const unit of record.units) {
      if (!assigned.has(unit.id)) continue;
      insertUnit.run(values(unitColumns, unit));
      const official = record.unit_names.filter((row) => row.unit_id === unit.id && row.origin === 'registry');
      const names = official.map((row) => row.name).join('\n');
      const said = values(unitColumns.slice(1), unit);
      insertClaim.run(unit.id, documentId, ...said, names);
      // One more voice for what is settled settles nothing anew.
      if (settled.get(unit.id) !== [...said, names].join('\t')) settle(unit.id);
    }
    const written = record.unit_names.filter((row) => row.origin === 'document' && assigned.has(row.unit_id));
    written.forEach((row, i) => {
      insertName.run(`${documentId}:n${i + 1}`, row.unit_id, row.name, 'document', documentId);
    });
    for (const { name, columns, run } of inserts) for (const row of record[name]) run.run(values(columns, row));
    for (const row of record.diagnostics) insertDiagnostic.run(values(diagnosticColumns, { ...row, source }));
  }

  function isCurrent(documentId: string, version: string): boolean {
    return selectVersion.get(documentId) === version;
  }

  function store(record: DocumentRecord, sources: readonly string[]): Outcome {
    const { id, version } = record.document;
    if (isCurrent(id, version)) {
      sweep(addSources(id, sources).units);
      return 'unchanged';
    }
    const kept = selectSources.all(id); // sources of the version before, which go with its row
    const units = remove(id);
    const all = [...new Set([...kept, ...sources])].sort(byteOrder);
    insert(record, all[0] as string);
    const former = addSources(id, all);
    sweep([...units, ...former.units]);
    return kept.length > 0 || former.had ? 'replaced' : 'loaded';
  }

  function reject({ sha256, sources, code, message }: Failed): void {
    for (const source of sources) {
      const id = failureId(sha256, source);
      sweep(detach(source).units);
      forgetFailures(source, id);
      insertFailure.run(id, source, code, message);
    }
  }

  function forget(sources: readonly string[]): void {
    for (const source of sources) {
      sweep(detach(source).units);
      forgetFailures(source);
    }
  }

  const attachAll = db.transaction((id: string, sources: readonly string[]) => sweep(addSources(id, sources).units));
  const storeAll = db.transaction(store);
  const rejectAll = db.transaction(reject);
  return {
    isCurrent,
    // IMMEDIATE: what is read before the first write must still hold when it is written.
    attach: (documentId, sources) => attachAll.immediate(documentId, sources),
    store(record, sources) {
      try {
        return storeAll.immediate(record, sources);
      } catch (error) {
        settled.clear(); // what it settled is rolled back
        throw error;
      }
    },
    reject: (failed) => rejectAll.immediate(failed),
    forget: (sources) => db.transaction(forget).immediate(sources),
    warningsOf: (documentId) => countWarnings.get(documentId) ?? 0,
    together(work) {
      // Another process may have written since.
      const version = db.pragma('data_version', { simple: true });
      if (version !== seen) settled.clear();
      seen = version;
      db.transaction(work).immediate();
    },
  };
}
