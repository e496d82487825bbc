/** What the comparison reads from a ledger. */
import type Database from 'better-sqlite3';

type Row = Record<string, string | number | null>;

export interface LedgerTask extends Row {
  id: string;
  section_id: string | null;
  body: string;
}

export interface Section extends Row {
  parent_id: string | null;
  kind: string;
  ordinal: string | null;
  heading: string;
}

export interface LedgerDocument {
  row: Row;
  recipients: { role: string; name: string }[];
  reporting: { frequency: string; due_on: string | null; day: number | null }[];
  sections: Map<string, Section>;
  /** A task without responsibility or deadline is a statement and not among them. */
  tasks: LedgerTask[];
  /** The tasks' own roles, not those of single measures. */
  roles: { owner: string; role: string; name: string; open_ended: number }[];
  sectionRoles: { heading: string; role: string; name: string }[];
  deadlines: { task_id: string; origin: string; due_on: string | null }[];
  cases: { id: string; title: string; region: string | null }[];
  practices: { case_id: string; title: string }[];
}

/** Reads all of one document. */
export function readDocument(db: Database.Database, id: string): LedgerDocument {
  const all = <T>(sql: string) => db.prepare<[string], T>(sql).all(id);
  const roles = all<LedgerDocument['roles'][number]>(
    `SELECT task_id AS owner, role, name, open_ended FROM assignments
     WHERE task_id IN (SELECT id FROM tasks WHERE document_id = ?) AND measure_id IS NULL ORDER BY seq`,
  );
  const assigned = new Set(roles.map(({ owner }) => owner));
  const tasks = all<LedgerTask>('SELECT * FROM tasks WHERE document_id = ? ORDER BY seq');
  const sections = all<Section & { id: string }>('SELECT * FROM sections WHERE document_id = ? ORDER BY seq');
  return {
    row: db.prepare<[string], Row>('SELECT * FROM documents WHERE id = ?').get(id) ?? {},
    recipients: all('SELECT role, name FROM recipients WHERE document_id = ?'),
    reporting: all('SELECT frequency, due_on, day FROM reporting WHERE document_id = ?'),
    sections: new Map(sections.map((section) => [section.id, section])),
    tasks: tasks.filter((task) => assigned.has(task.id) || task.deadline_text !== null),
    roles,
    sectionRoles: all(
      `SELECT s.heading, a.role, a.name FROM assignments a JOIN sections s ON s.id = a.section_id
       WHERE a.task_id IS NULL AND s.document_id = ? ORDER BY a.seq`,
    ),
    deadlines: all(
      `SELECT d.task_id, d.origin, d.due_on FROM deadlines d JOIN tasks t ON t.id = d.task_id
       WHERE t.document_id = ? ORDER BY d.seq`,
    ),
    cases: all('SELECT id, title, region FROM cases WHERE document_id = ? ORDER BY seq'),
    practices: all(
      `SELECT p.case_id, p.title FROM practices p JOIN cases c ON c.id = p.case_id
       WHERE c.document_id = ? ORDER BY p.seq`,
    ),
  };
}

/** The sections around a task, outermost first. */
export function chainOf(sections: ReadonlyMap<string, Section>, id: string | null): Section[] {
  const chain: Section[] = [];
  for (let at = id; at !== null; ) {
    const section = sections.get(at);
    if (section === undefined || chain.includes(section)) break;
    chain.unshift(section);
    at = section.parent_id;
  }
  return chain;
}
