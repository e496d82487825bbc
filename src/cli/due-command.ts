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

/** Dates first, then the tasks without one; each task is read once. */
function readDue(db: Database.Database, dated: readonly DueDate[], undated: readonly string[]): Due[] {
  const ids = [...new Set([...dated.map(({ task_id }) => task_id), ...undated])];
  const tasks = new Map<string, ExportedTask>();
  for (const task of readTasks(db, ids, { contacts: false })) tasks.set(task.id, task);
  const due = (taskId: string, deadlineId: string | null): Due[] => {
    const task = tasks.get(taskId);
    return task ? [{ task, deadline: task.deadlines.find(({ id }) => id === deadlineId) ?? null }] : [];
  };
  return [
    ...dated.flatMap(({ task_id, deadline_id }) => due(task_id, deadline_id)),
    ...undated.flatMap((id) => due(id, null)),
  ];
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
  let rows: Due[];
  let filter: TaskFilter;
  try {
    filter = filterOf(db, flags, terminal.err);
    rows = readDue(db, dueDates(db, filter), flags.undated ? undatedTaskIds(db, filter) : []);
  } finally {
    db.close();
  }
  if (flags.json) for (const due of rows) await terminal.out(`${JSON.stringify(record(due, filter))}\n`);
  else
    await printTable(
      COLUMNS,
      rows.map((due) => row(due, filter)),
      terminal,
    );
  return EXIT.ok;
}
