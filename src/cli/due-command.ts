/** `taizhang due`: what is owed, by when, soonest first. */
import { resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { bodies, ROLE_NAMES } from '../export/names.js';
import type { ExportedTask } from '../model/exported.js';
import { type DueDate, dueDates, type TaskFilter, undatedTaskIds } from '../query/filter.js';
import { openForReading } from '../query/open.js';
import { readTasks } from '../query/tasks.js';
import { EXIT, type ExitStatus } from './exit.js';
import { filterOf } from './filters.js';
import type { FilterFlags } from './options.js';
import { printTable, type TableColumn } from './table.js';
import type { Terminal } from './terminal.js';

export interface DueFlags extends FilterFlags {
  db: string;
  undated?: true;
  json?: true;
}

type Deadline = ExportedTask['deadlines'][number];

interface Due {
  task: ExportedTask;
  /** Null where no day is set. */
  deadline: Deadline | null;
}

const COLUMNS: readonly TableColumn[] = [
  { header: '到期日' },
  { header: '时限', flexible: true },
  { header: '单位', flexible: true },
  { header: '任务', flexible: true },
  { header: '来源', flexible: true },
  { header: '编号' },
];

/** Lines at once: what is read together is held together. */
const CHUNK = 1_000;

/** Dates first, then the tasks without one. */
function* readDue(db: Database.Database, dated: readonly DueDate[], undated: readonly string[]): Generator<Due> {
  const wanted = [...dated, ...undated.map((task_id) => ({ task_id, deadline_id: null }))];
  for (let from = 0; from < wanted.length; from += CHUNK) {
    const chunk = wanted.slice(from, from + CHUNK);
    const tasks = new Map<string, ExportedTask>();
    const ids = [...new Set(chunk.map(({ task_id }) => task_id))];
    for (const task of readTasks(db, ids, { contacts: false })) tasks.set(task.id, task);
    for (const { task_id, deadline_id } of chunk) {
      const task = tasks.get(task_id);
      if (task) yield { task, deadline: task.deadlines.find(({ id }) => id === deadline_id) ?? null };
    }
  }
}

/** What the bodies asked for have to do with the task. */
function concerned({ assignments }: ExportedTask, { unitIds, role }: TaskFilter) {
  const ids = unitIds === undefined ? null : new Set(unitIds);
  return assignments.filter((one) => (ids?.has(one.unit_id) ?? true) && (role === undefined || one.role === role));
}

function whoText(task: ExportedTask, filter: TaskFilter): string | null {
  if (filter.unitIds === undefined && filter.role === undefined)
    return bodies(task, 'lead', 'task') ?? bodies(task, 'lead', 'section') ?? bodies(task, 'responsible', 'task');
  const texts = concerned(task, filter).map(({ role, name }) => `${ROLE_NAMES[role]} ${name}`);
  return [...new Set(texts)].join('、');
}

function row({ task, deadline }: Due, filter: TaskFilter): (string | null)[] {
  const when = deadline?.text ?? task.deadline_text;
  return [deadline?.due_on ?? '-', when, whoText(task, filter), task.title ?? task.body, task.document.source, task.id];
}

function record({ task, deadline }: Due, filter: TaskFilter) {
  const { id: task_id, title, body, document, deadline_text, deadline_kind } = task;
  return {
    due_on: deadline?.due_on ?? null,
    text: deadline?.text ?? deadline_text,
    kind: deadline?.kind ?? deadline_kind,
    origin: deadline?.origin ?? null,
    task_id,
    title,
    body,
    bodies: concerned(task, filter).map(({ role, name, unit_id, unit, scope }) => ({
      role,
      name,
      unit_id,
      unit,
      scope,
    })),
    document,
  };
}

export async function dueCommand(flags: DueFlags, terminal: Terminal): Promise<ExitStatus> {
  const db = openForReading(resolve(terminal.cwd, flags.db));
  try {
    const filter = filterOf(db, flags, terminal.err);
    const due = readDue(db, dueDates(db, filter), flags.undated ? undatedTaskIds(db, filter) : []);
    if (flags.json) for (const one of due) await terminal.out(`${JSON.stringify(record(one, filter))}\n`);
    else await printTable(COLUMNS, due, (one) => row(one, filter), terminal);
  } finally {
    db.close();
  }
  return EXIT.ok;
}
