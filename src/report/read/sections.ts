/** The sections around a task: its path of headings, and what is assigned to them as a whole. */

import { groupBy } from '../../model/groupBy.js';
import type { AssignmentRow, SectionRow } from '../../model/model.js';

export interface Around {
  /** Headings from the outermost in. */
  path(sectionId: string | null): string[];
  /** Assignments of the whole sections around, outermost first. */
  assigned(sectionId: string | null): AssignmentRow[];
}

/** A mandate's number often stands in a cell of its own: it is put before a heading that does not begin with it. */
function headingOf({ kind, ordinal, heading }: SectionRow): string {
  const isApart = kind === 'mandate' && ordinal !== null && !heading.slice(0, ordinal.length + 2).includes(ordinal);
  return isApart ? `${ordinal} ${heading}` : heading;
}

export function sectionsAround(sections: readonly SectionRow[], assignments: readonly AssignmentRow[]): Around {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const whole = groupBy(
    assignments.filter(({ task_id }) => task_id === null),
    ({ section_id }) => section_id,
  );

  function chain(sectionId: string | null): SectionRow[] {
    const found: SectionRow[] = [];
    for (let id = sectionId; id !== null; ) {
      const section = byId.get(id);
      // A circle, which no parser should make, ends where it comes round.
      if (!section || found.includes(section)) break;
      found.unshift(section);
      id = section.parent_id;
    }
    return found;
  }

  return {
    path: (sectionId) => chain(sectionId).map(headingOf),
    assigned: (sectionId) => chain(sectionId).flatMap(({ id }) => whole.get(id) ?? []),
  };
}
