/** From the rows of one document to its parts of the report. */

import { groupBy } from '../../model/groupBy.js';
import type { AssignmentRow } from '../../model/model.js';
import type { DocumentHead } from '../data.js';
import { findingsOf } from './findings.js';
import { maskContacts } from './mask.js';
import { masked } from './masked.js';
import { utf16Offsets } from './offsets.js';
import type { DocumentParts } from './parts.js';
import { collectPlaces } from './places.js';
import type { DocumentRows } from './rows.js';
import { sectionsAround } from './sections.js';
import { taskEntry } from './task.js';
import { documentValues } from './values.js';

export interface DocumentContext {
  /** Index of the document in the report. */
  index: number;
  /** Index of its first task in the report. */
  firstTask: number;
  hasContacts: boolean;
  unitIndex(unitId: string): number;
}

/** Makes the parts of one document. Without `hasContacts` no part holds a contact. */
export function documentParts(rows: DocumentRows, context: DocumentContext): DocumentParts {
  const { document } = rows;
  const { text, source } = document;
  const utf16 = utf16Offsets(text);
  const contacts = rows.contacts.map(({ value, span_start, span_end }) => ({
    value,
    span: [utf16(span_start), utf16(span_end)] as const,
  }));
  const mask = maskContacts(text, context.hasContacts ? [] : contacts);
  const places = collectPlaces(rows.evidence, utf16);
  const around = sectionsAround(rows.sections, rows.assignments);
  const ofTask = <T extends { task_id: string | null }>(all: readonly T[]) => groupBy(all, ({ task_id }) => task_id);
  const [assignments, deadlines, targets, measures] = [
    ofTask(rows.assignments),
    ofTask(rows.deadlines),
    ofTask(rows.targets),
    ofTask(rows.measures),
  ];
  const indexes = new Map(rows.tasks.map(({ id }, i) => [id, context.firstTask + i]));

  const values = documentValues(rows, places, context.hasContacts);
  const shared = new Map<string, number>();
  const tasks = rows.tasks.map((row, i) => {
    const task = context.firstTask + i;
    // The first task below a section stands for it: a click on the section's role leads there.
    const sectionPlace = (one: AssignmentRow) => {
      const place = shared.get(one.id) ?? places.add(one.role, task, 'assignments', one, 'name');
      shared.set(one.id, place);
      return place;
    };
    const parts = {
      assignments: assignments.get(row.id) ?? [],
      deadlines: deadlines.get(row.id) ?? [],
      targets: targets.get(row.id) ?? [],
      measures: measures.get(row.id) ?? [],
    };
    return taskEntry(row, parts, { ...context, document: context.index, task, places, around, sectionPlace });
  });
  const findings = findingsOf(
    rows.diagnostics,
    tasks.map((task, i) => ({ index: context.firstTask + i, task })),
    {
      document: context.index,
      source,
      // Masked before it is cut: half a telephone number would not be known again.
      text: mask.text,
      places,
      taskIndex: (id) => (id === null ? null : (indexes.get(id) ?? null)),
    },
  );
  const head: DocumentHead = {
    id: document.id,
    source,
    title: document.title,
    number: document.doc_number,
    issuer: document.issuer,
    issuedOn: document.issued_on,
    jurisdiction: document.jurisdiction,
    length: text.length,
  };
  const parts = { head, tasks, findings, text: { text, places: places.all, values } };
  return masked(parts, mask);
}
