/** The sections around a task, as the views of the ledger show them. */
import type Database from 'better-sqlite3';
import type { SectionKind } from '../model/model.js';

interface Section {
  id: string;
  parent_id: string | null;
  kind: SectionKind;
  ordinal: string | null;
  heading: string;
}

export interface Surroundings {
  /** Ids from outside in. */
  ids: string[];
  plan: string | null;
  path: string[];
  mandate: string | null;
}

/** Ends a circle that no parser should make, as the views do. */
const DEEPEST = 64;

/** A mandate's number often stands in a cell of its own: it is put before a heading that does not begin with it. */
function mandateText({ ordinal, heading }: Section): string {
  const shown =
    ordinal === null ||
    Array.from(heading)
      .slice(0, Array.from(ordinal).length + 2)
      .join('')
      .includes(ordinal);
  return shown ? heading : `${ordinal} ${heading}`;
}

/** Reads the sections of a document; what it returns tells what stands around a section and itself. */
export function sectionsOf(db: Database.Database): (documentId: string) => (sectionId: string | null) => Surroundings {
  const select = db.prepare<[string], Section>(
    'SELECT id, parent_id, kind, ordinal, heading FROM sections WHERE document_id = ?',
  );
  return (documentId) => {
    const byId = new Map(select.all(documentId).map((section) => [section.id, section]));
    return (sectionId) => {
      const around: Section[] = [];
      let at = sectionId === null ? undefined : byId.get(sectionId);
      for (
        ;
        at !== undefined && around.length < DEEPEST;
        at = at.parent_id === null ? undefined : byId.get(at.parent_id)
      )
        around.push(at);
      const mandate = around.find(({ kind }) => kind === 'mandate');
      const outermostFirst = [...around].reverse();
      return {
        ids: outermostFirst.map(({ id }) => id),
        plan: around.find(({ kind }) => kind === 'plan')?.heading ?? null,
        path: outermostFirst.filter(({ kind }) => kind !== 'plan' && kind !== 'mandate').map(({ heading }) => heading),
        mandate: mandate === undefined ? null : mandateText(mandate),
      };
    };
  };
}
