/** A task without the contacts that its texts hold. */
import type { ExportedTask } from '../model/exported.js';

/** Input: a task, and what masks a text. Names of bodies and chiefs stay: they are duties, no contacts. */
export function masked(task: ExportedTask, mask: (text: string) => string): ExportedTask {
  const orNull = (text: string | null) => (text === null ? null : mask(text));
  return {
    ...task,
    title: orNull(task.title),
    body: mask(task.body),
    deadline_text: orNull(task.deadline_text),
    plan: orNull(task.plan),
    path: task.path.map(mask),
    mandate: orNull(task.mandate),
    measures: task.measures.map((row) => ({ ...row, text: mask(row.text) })),
    deadlines: task.deadlines.map((row) => ({ ...row, text: mask(row.text) })),
    targets: task.targets.map((row) => ({ ...row, text: mask(row.text), subject: orNull(row.subject) })),
    diagnostics: task.diagnostics.map((row) => ({ ...row, message: mask(row.message) })),
  };
}
