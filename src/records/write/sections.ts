/** Sections → rows, parents first, with the roles that hold for a whole section. */
import { firstOf, lastOf } from '../../blocks/compact.js';
import type { SectionDraft } from '../draft.js';
import { writeRoles } from './roles.js';
import type { Writer } from './writer.js';

export function writeSections(writer: Writer, drafts: readonly SectionDraft[]): Map<SectionDraft, string> {
  const ids = new Map<SectionDraft, string>();
  drafts.forEach((draft, i) => {
    const id = `${writer.id}:s${i + 1}`;
    ids.set(draft, id);
    const span = writer.span({ from: firstOf(draft.heading), to: lastOf(draft.heading) });
    writer.record.sections.push({
      id,
      document_id: writer.id,
      parent_id: draft.parent ? (ids.get(draft.parent) ?? null) : null,
      seq: i + 1,
      kind: draft.kind,
      ordinal: draft.ordinal,
      heading: writer.texts(draft.heading),
      span_start: span.span_start,
      span_end: span.span_end,
    });
    if (draft.heading.length > 1) writer.evidence('sections', id, 'heading', draft.heading);
  });
  for (const draft of drafts) {
    const id = ids.get(draft) as string;
    writeRoles(writer, draft.clauses, { section_id: id, task_id: null, measure_id: null });
    for (const clause of draft.clauses) for (const note of clause.notes) writer.note(note);
  }
  return ids;
}
