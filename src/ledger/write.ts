/** Puts documents into a ledger. Every call is one transaction, or a part of one: a document is in whole or not at all. */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { VERSION } from '../model/version.js';
import { byteOrder } from './byte-order.js';
import { RECORD_TABLES } from './records.js';
import { claimOf, DIAGNOSTIC_COLUMNS, DOCUMENT_COLUMNS, type LedgerRows, UNIT_COLUMNS } from './rows.js';
import { searchChanges } from './searchChanges.js';
import { searchIndex, searchIsCurrent } from './searchIndex.js';

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
  store(rows: LedgerRows, sources: readonly string[]): Outcome;
  /** Puts an error row for each source in place of the document that stood there. */
  reject(failed: Failed): void;
  /** Takes sources out; a document goes with its last one. */
  forget(sources: readonly string[]): void;
  /** How many warnings a document has. */
  warningsOf(documentId: string): number;
  /** Begins a transaction for what is done until `commit`; without one each call is a transaction of its own. */
  begin(): void;
  commit(): void;
}

function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

/** A whole table at once: `rows` is an array of arrays, and what else its rows have is an expression each. */
function insertTable(table: string, columns: readonly string[], others: Readonly<Record<string, string>> = {}): string {
  const values = [...columns.map((_, i) => `value ->> ${i}`), ...Object.values(others)];
  return `INSERT INTO ${table} (${[...columns, ...Object.keys(others)].join(', ')})
    SELECT ${values.join(', ')} FROM jsonb_each(:rows)`;
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

/**
 * Prepares the statements that write to `db`, an open ledger.
 * @param version of the extractor: what another one wrote cannot be taken out of the full-text index, which is left behind
 */
export function ledgerWriter(db: Database.Database, version = VERSION): LedgerWriter {
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
  const insertDocument = db.prepare(insertInto('documents', [...DOCUMENT_COLUMNS, 'source', 'key']));
  const insertDiagnostics = db.prepare(insertTable('diagnostics', DIAGNOSTIC_COLUMNS, { source: ':source' }));
  const insertFailure = db.prepare(`
    INSERT INTO diagnostics (id, source, code, severity, message) VALUES (?, ?, ?, 'error', ?)
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, message = excluded.message
    WHERE (code, message) IS NOT (excluded.code, excluded.message)`);
  const insertUnits = db.prepare(insertTable('units', ['id', ...UNIT_COLUMNS]).replace('INSERT', 'INSERT OR IGNORE'));
  const insertClaims = db.prepare(
    insertTable('unit_claims', ['unit_id', ...UNIT_COLUMNS, 'official_names'], { document_id: ':id' }),
  );
  const insertName = db.prepare(insertInto('unit_names', ['id', 'unit_id', 'name', 'origin', 'document_id']));
  const insertNames = db.prepare(
    insertTable('unit_names', ['unit_id', 'name'], {
      id: ":id || ':n' || (key + 1)",
      origin: "'document'",
      document_id: ':id',
    }),
  );
  const deleteOfficialNames = db.prepare("DELETE FROM unit_names WHERE unit_id = ? AND origin = 'registry'");
  const bestClaim = db.prepare<[string], Claim>(BEST_CLAIM);
  const nameUnit = db.prepare(
    'UPDATE units SET name = :name, function = :function, level = :level, adcode = :adcode, kind = :kind WHERE id = :id',
  );
  const inserts = RECORD_TABLES.map(({ name, columns }) => db.prepare(insertTable(name, columns)));
  const nameDocument = db.prepare('UPDATE documents SET source = :source WHERE id = :id AND source IS NOT :source');
  const nameDiagnostics = db.prepare(
    'UPDATE diagnostics SET source = :source WHERE document_id = :id AND source IS NOT :source',
  );
  const selectFirstSource = one<string>('SELECT min(source) FROM sources WHERE document_id = ?');
  const countWarnings = one<number>("SELECT count(*) FROM diagnostics WHERE document_id = ? AND severity = 'warning'");

  /** Whether the full-text index is written along; a run rebuilds it where it was not. */
  let isIndexed = true;
  const changes = searchChanges(searchIndex(db));

  /** Deletes a document with all its rows; units may stay behind and are returned, to be swept when all is written. */
  function remove(documentId: string): string[] {
    const former = selectVersion.get(documentId);
    if (former === undefined) return [];
    if (former !== version) isIndexed = false;
    if (isIndexed) changes.remove(documentId);
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
    settled.set(id, claimOf([...Object.values(row), official]));
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

  function insert(rows: LedgerRows, source: string): void {
    insertDocument.run(...rows.document, source, documentKey(rows.id));
    insertUnits.run({ rows: rows.units });
    insertClaims.run({ rows: rows.units, id: rows.id });
    // One more voice for what is settled settles nothing anew.
    for (const [id, claim] of rows.claims) if (settled.get(id) !== claim) settle(id);
    insertNames.run({ rows: rows.names, id: rows.id });
    for (const [i, table] of rows.tables.entries()) inserts[i]?.run({ rows: table });
    insertDiagnostics.run({ rows: rows.diagnostics, source });
    if (isIndexed) changes.add(rows.id, rows.searched);
  }

  function isCurrent(documentId: string, wanted: string): boolean {
    return selectVersion.get(documentId) === wanted;
  }

  function store(rows: LedgerRows, sources: readonly string[]): Outcome {
    const { id } = rows;
    if (isCurrent(id, rows.version)) {
      sweep(addSources(id, sources).units);
      return 'unchanged';
    }
    const kept = selectSources.all(id); // sources of the version before, which go with its row
    const units = remove(id);
    const all = [...new Set([...kept, ...sources])].sort(byteOrder);
    insert(rows, all[0] as string);
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

  /** Another process may have written since; known from within a transaction only. */
  function lookAround(): void {
    const dataVersion = db.pragma('data_version', { simple: true });
    if (dataVersion === seen) return;
    seen = dataVersion;
    settled.clear();
    isIndexed = searchIsCurrent(db);
  }

  function begin(): void {
    // IMMEDIATE: what is read before the first write must still hold when it is written.
    db.exec('BEGIN IMMEDIATE');
    lookAround();
  }

  function commit(): void {
    changes.write();
    db.exec('COMMIT');
  }

  /** A transaction of its own, or a part of the one that is open: it is done in whole or not at all. */
  function whole<A extends unknown[], R>(work: (...given: A) => R): (...given: A) => R {
    const part = db.transaction(work);
    return (...given) => {
      const isOwn = !db.inTransaction;
      const length = changes.length();
      if (isOwn) begin();
      try {
        const result = part(...given);
        if (isOwn) commit();
        return result;
      } catch (error) {
        settled.clear(); // what it settled is rolled back
        changes.cutTo(length);
        if (isOwn && db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    };
  }

  return {
    isCurrent,
    attach: whole((documentId: string, sources: readonly string[]) => sweep(addSources(documentId, sources).units)),
    store: whole(store),
    reject: whole(reject),
    forget: whole(forget),
    warningsOf: (documentId) => countWarnings.get(documentId) ?? 0,
    begin,
    commit,
  };
}
