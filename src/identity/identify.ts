/** The last stage of parsing: the place of a document, and one identity for each body that it names. */
import type { DiagnosticRow, DocumentRecord, UnitNameRow } from '../model/model.js';
import { jurisdictionOf, regionCode } from './jurisdiction.js';
import { wholeNames } from './lists.js';
import { DocumentNames, foldedLists, type Origin } from './names.js';
import type { Place } from './place.js';

type Assignment = DocumentRecord['assignments'][number];

/** Share of assignments by how their body was found, for the docs. */
export type Coverage = Record<Origin, number>;

/**
 * Input: the record of a document, its units being names. Output: the record with its place, with units that have the
 * same id in every document, and with their names. A pure function of the record.
 */
export function identify(record: DocumentRecord, coverage?: Coverage): DocumentRecord {
  const { place, jurisdiction, adcode } = jurisdictionOf(record);
  const lists = listsOf(record.assignments);
  const folded = foldedLists(lists);
  const names = new DocumentNames(record, place, folded);
  /** Ids of the bodies of all assignments: the lists follow each other as the assignments do. */
  const ids: string[] = [];
  const unknown = new Map<string, Assignment>();
  for (let n = 0; n < lists.length; n++) {
    const list = lists[n] as Assignment[];
    const written = folded[n] as string[];
    const whole = wholeNames(written);
    let near: Place | null = null;
    for (let i = 0; i < list.length; i++) {
      const row = list[i] as Assignment;
      const found = names.find(whole[i] as string, row.is_group === 1, near);
      const id = names.mention(found, written[i] as string);
      ids.push(id);
      if (found.resolution.placed) near = found.resolution.place;
      // Persons and posts (市政府分管领导) are no bodies.
      if (coverage && found.resolution.unit.kind !== null) coverage[found.origin]++;
      if (found.origin === 'written' && row.role !== 'chief' && !unknown.has(id)) unknown.set(id, row);
    }
  }
  const units = names.units();
  const { id } = record.document;
  const unitNames: UnitNameRow[] = [];
  for (const { row, official, written } of units) {
    for (const name of official) unitNames.push({ unit_id: row.id, name, origin: 'registry', document_id: null });
    for (const name of written) unitNames.push({ unit_id: row.id, name, origin: 'document', document_id: id });
  }
  return {
    ...record,
    document: { ...record.document, jurisdiction, adcode },
    cases: record.cases.map((row) => ({ ...row, adcode: row.region === null ? null : regionCode(row.region, place) })),
    units: units.map((unit) => unit.row),
    assignments: record.assignments.map((row, i) => withUnit(row, ids[i] as string)),
    diagnostics: [...record.diagnostics, ...unknownNotes(id, record.diagnostics.length, unknown)],
    unit_names: unitNames,
  };
}

/** The same assignment of another body; written out, for spread copies of rows are slow. */
const withUnit = (row: Assignment, unit: string): Assignment => ({
  id: row.id,
  task_id: row.task_id,
  section_id: row.section_id,
  measure_id: row.measure_id,
  role: row.role,
  seq: row.seq,
  name: row.name,
  unit_id: unit,
  is_group: row.is_group,
  open_ended: row.open_ended,
  basis: row.basis,
  span_start: row.span_start,
  span_end: row.span_end,
});

/** Assignments of one role in one place stand in one list. */
function listsOf(rows: readonly Assignment[]): Assignment[][] {
  const lists: Assignment[][] = [];
  for (let from = 0, i = 1; from < rows.length; i++) {
    if (i < rows.length && sameList(rows[i - 1] as Assignment, rows[i] as Assignment)) continue;
    lists.push(rows.slice(from, i));
    from = i;
  }
  return lists;
}

function sameList(a: Assignment, b: Assignment): boolean {
  return a.role === b.role && a.task_id === b.task_id && a.section_id === b.section_id && a.measure_id === b.measure_id;
}

function unknownNotes(id: string, before: number, unknown: ReadonlyMap<string, Assignment>): DiagnosticRow[] {
  return [...unknown.values()].map((row, i) => ({
    id: `${id}:d${before + i + 1}`,
    document_id: id,
    task_id: row.task_id,
    code: 'unit-unknown',
    severity: 'info',
    message: 'a body that the registry does not know; kept as written',
    span_start: row.span_start,
    span_end: row.span_end,
  }));
}
