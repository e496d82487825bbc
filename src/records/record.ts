/** Drafts → the record of a document: ids, spans in code points, units, evidence and diagnostics. */
import type { Blocks } from '../blocks/blocks.js';
import { inkOf } from '../blocks/compact.js';
import type { DocumentKind, DocumentRecord, SourceText } from '../model/model.js';
import type { Tree } from '../tree/tree.js';
import { findContacts } from './contacts.js';
import { declareLeads } from './declaration.js';
import type { Drafts } from './draft.js';
import { textTasks } from './items/textTasks.js';
import { readCases } from './layouts/cases/cases.js';
import type { CaseDraft } from './layouts/cases/draft.js';
import { readMetadata } from './metadata/metadata.js';
import { noteAssembled } from './write/assembled.js';
import { writeCase } from './write/cases.js';
import { writeMetadata } from './write/metadata.js';
import { writeReports } from './write/reports.js';
import { writeSections } from './write/sections.js';
import { writeTask } from './write/task.js';
import { diagnostic, type Fingerprint, makeWriter } from './write/writer.js';

/** Input: the text of a document, its blocks and tree, its fingerprint. Output: its record, as stored and printed. */
export function toRecord(source: SourceText, blocks: Blocks, tree: Tree, fingerprint: Fingerprint): DocumentRecord {
  const { copy } = blocks;
  const metadata = readMetadata(copy, tree.blocks);
  const drafts = textTasks(copy, tree, { year: metadata.year });
  drafts.tasks.sort((a, b) => a.from - b.from);
  drafts.sections.sort((a, b) => (a.heading[0]?.from ?? 0) - (b.heading[0]?.from ?? 0));
  declareLeads(copy.s, drafts);
  const title = metadata.title ? inkOf(copy.s, metadata.title.ranges) : null;
  const cases = drafts.tasks.length === 0 ? readCases(copy, tree.blocks, title) : [];

  const writer = makeWriter(source, copy, fingerprint, kindOf(drafts, cases));
  for (const note of blocks.notes) {
    writer.record.diagnostics.push(
      diagnostic(writer, note.code, note.severity, note.message, note.start, note.end, null),
    );
  }
  writeMetadata(writer, metadata);
  const sections = writeSections(writer, drafts.sections);
  const context = { year: metadata.year };
  drafts.tasks.forEach((task, i) => {
    writeTask(writer, task, i + 1, sections, context.year);
  });
  for (const note of drafts.notes) writer.note(note);
  writeReports(writer, drafts, metadata.year, cases);
  cases.forEach((one, i) => {
    writeCase(writer, one, i + 1);
  });
  for (const [i, contact] of findContacts(copy).entries()) {
    writer.record.contacts.push({
      document_id: writer.id,
      seq: i + 1,
      kind: contact.kind,
      value: writer.name(contact),
      ...writer.span(contact),
    });
    writer.mindEdges(contact, null);
  }
  noteAssembled(writer.record, writer.plain);
  writer.record.diagnostics.forEach((row, i) => {
    row.id = `${writer.id}:d${i + 1}`;
  });
  return writer.record;
}

function kindOf(drafts: Drafts, cases: readonly CaseDraft[]): DocumentKind {
  if (cases.length > 0) return 'case-compilation';
  const rows = drafts.tasks.filter((task) => task.layout === 'table').length;
  if (drafts.tasks.length === 0) return 'notice';
  return rows * 2 > drafts.tasks.length ? 'task-table' : 'task-plan';
}
