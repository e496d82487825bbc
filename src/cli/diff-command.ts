/** `taizhang diff`: tasks added, dropped and changed between two ledgers, or between two documents of them. */
import { resolve } from 'node:path';
import { UsageError } from '../batch/errors.js';
import { diffTasks, type FieldChange, type TaskChange } from '../diff/diff.js';
import { type ComparedTask, comparedTasks } from '../diff/tasks.js';
import { documentsCalled } from '../query/documents.js';
import { openForReading } from '../query/open.js';
import { EXIT, type ExitStatus } from './exit.js';
import { plainLine } from './table.js';
import type { Terminal } from './terminal.js';

export interface DiffFlags {
  oldDocument?: string;
  newDocument?: string;
  json?: true;
}

const SIGNS = { added: '+', dropped: '-', changed: '~' } as const;
const NAMES: Readonly<Record<FieldChange['field'], string>> = {
  title: '标题',
  body: '内容',
  lead: '牵头单位',
  responsible: '责任单位',
  support: '配合单位',
  chief: '责任领导',
  deadline_text: '完成时限',
  due_on: '到期日',
};

function tasksOf(path: string, document: string | undefined, option: string): ComparedTask[] {
  const db = openForReading(path);
  try {
    if (document === undefined) return comparedTasks(db);
    const documents = documentsCalled(db, document);
    if (documents.length === 0) throw new UsageError(`${option}: no document ${document} in ${path}`);
    return comparedTasks(
      db,
      documents.map(({ id }) => id),
    );
  } finally {
    db.close();
  }
}

function lines(change: TaskChange): string[] {
  const { task } = change;
  const who = task.lead ?? task.responsible;
  const head = [SIGNS[change.kind], task.title ?? task.body, who, task.due_on, task.source, task.id];
  const fields = change.kind === 'changed' ? change.fields : [];
  return [
    head.map((cell) => plainLine(cell ?? '')).join('\t'),
    ...fields.map(
      ({ field, old, new: now }) => `    ${NAMES[field]}: ${plainLine(old ?? '无')} → ${plainLine(now ?? '无')}`,
    ),
  ];
}

export async function diffCommand(old: string, now: string, flags: DiffFlags, terminal: Terminal): Promise<ExitStatus> {
  const before = tasksOf(resolve(terminal.cwd, old), flags.oldDocument, '--old-document');
  const after = tasksOf(resolve(terminal.cwd, now), flags.newDocument, '--new-document');
  const { unchanged, changes } = diffTasks(before, after);
  for (const change of changes) {
    if (flags.json) await terminal.out(`${JSON.stringify(change)}\n`);
    else await terminal.out(`${lines(change).join('\n')}\n`);
  }
  const count = (kind: TaskChange['kind']) => changes.filter((change) => change.kind === kind).length;
  terminal.err(
    `${count('added')} added, ${count('dropped')} dropped, ${count('changed')} changed, ${unchanged} unchanged\n`,
  );
  return EXIT.ok;
}
