/** Reads tasks with everything that hangs on them, many at a time, so that memory does not grow with the ledger. */
import type Database from 'better-sqlite3';
import type { ExportedAssignment, ExportedTask } from '../model/exported.js';
import { contactsOf, masker } from './contacts.js';
import { masked } from './masked.js';
import { sectionsOf } from './sections.js';
import { type Head, taskRows } from './task-rows.js';

export interface TaskOptions {
  /** Give contacts; without it they are masked wherever a text holds one. */
  contacts: boolean;
}

const BATCH = 500;

/**
 * The tasks with these ids, in this order; an id that is not there is left out.
 * @param db an open ledger, which must stay open until the last task was read
 */
export function* readTasks(
  db: Database.Database,
  ids: readonly string[],
  options: TaskOptions,
): Generator<ExportedTask> {
  const rows = taskRows(db);
  const documents = documentReader(db, options, rows.ofSections);
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = JSON.stringify(ids.slice(from, from + BATCH));
    const measures = rows.measures(batch);
    const assignments = rows.assignments(batch);
    const deadlines = rows.deadlines(batch);
    const targets = rows.targets(batch);
    const diagnostics = rows.diagnostics(batch);
    const found = rows.tasks(batch).map(({ head, ...row }) => {
      const { document, mask, around, inherited } = documents(JSON.parse(head), row.section_id);
      const task: ExportedTask = {
        ...row,
        document,
        ...around,
        measures: measures.get(row.id) ?? [],
        assignments: [...inherited, ...(assignments.get(row.id) ?? [])],
        deadlines: deadlines.get(row.id) ?? [],
        targets: targets.get(row.id) ?? [],
        diagnostics: diagnostics.get(row.id) ?? [],
        evidence: [],
      };
      return { task, mask };
    });
    addEvidence(
      found.map(({ task }) => task),
      rows.evidence,
    );
    for (const { task, mask } of found) yield mask === null ? task : masked(task, mask);
  }
}

/** What a task has of its document and its sections. Tasks come document by document: the last one is kept. */
function documentReader(
  db: Database.Database,
  { contacts: withContacts }: TaskOptions,
  selectOfSections: (documentId: string) => ExportedAssignment[],
) {
  const selectSections = sectionsOf(db);
  const selectContacts = contactsOf(db);
  const read = (head: Head) => {
    const contacts = selectContacts(head.id);
    return {
      document: withContacts ? { ...head, contacts } : head,
      mask: withContacts || contacts.length === 0 ? null : masker(contacts),
      surroundings: selectSections(head.id),
      ofSections: bySection(selectOfSections(head.id)),
    };
  };
  let last: ReturnType<typeof read> | undefined;
  return (head: Head, sectionId: string | null) => {
    if (last?.document.id !== head.id) last = read(head);
    const { document, mask, surroundings, ofSections } = last;
    const { ids, ...around } = surroundings(sectionId);
    const inherited = ids.flatMap((id) => ofSections.get(id) ?? []);
    return { document, mask, around, inherited };
  };
}

function bySection(rows: readonly ExportedAssignment[]): Map<string | null, ExportedAssignment[]> {
  const groups = new Map<string | null, ExportedAssignment[]>();
  for (const row of rows) {
    const group = groups.get(row.section_id);
    if (group) group.push(row);
    else groups.set(row.section_id, [row]);
  }
  return groups;
}

/** Puts the spans of single columns on the tasks that they belong to. */
function addEvidence(
  tasks: readonly ExportedTask[],
  select: (batch: string) => ExportedTask['evidence'][number][],
): void {
  const owners = new Map<string, ExportedTask>();
  const keys: [document: string, table: string, row: string][] = [];
  const own = (task: ExportedTask, table: string, rows: readonly { id: string }[]) => {
    for (const { id } of rows) {
      owners.set(id, task);
      keys.push([task.document.id, table, id]);
    }
  };
  for (const task of tasks) {
    own(task, 'tasks', [task]);
    for (const table of ['measures', 'deadlines', 'targets'] as const) own(task, table, task[table]);
    own(
      task,
      'assignments',
      task.assignments.filter(({ scope }) => scope !== 'section'),
    );
  }
  for (const row of select(JSON.stringify(keys))) owners.get(row.row_id)?.evidence.push(row);
}
