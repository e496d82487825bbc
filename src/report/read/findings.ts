/** What a checker should look at. */
import type { Finding, Task } from '../data.js';
import type { Places } from './places.js';
import type { StoredDiagnostic } from './rows.js';

/** An excerpt is to be recognised, not read: the text itself is one click away. */
const EXCERPT = 80;

/** Not a diagnostic of the ledger, where the task speaks for itself. */
const UNASSIGNED = 'task-without-unit';

export interface FindingContext {
  document: number;
  source: string;
  text: string;
  places: Places;
  taskIndex(taskId: string | null): number | null;
}

function excerptAt(text: string, places: Places, place: number | null): string {
  const [span] = place === null ? [] : (places.all[place]?.spans ?? []);
  if (!span) return '';
  const [start, end] = span;
  return text.slice(start, Math.min(end, start + EXCERPT)).trim();
}

/** The diagnostics of a document, and its tasks that name nobody. */
export function findingsOf(
  diagnostics: readonly StoredDiagnostic[],
  tasks: readonly { index: number; task: Task }[],
  { document, source, text, places, taskIndex }: FindingContext,
): Finding[] {
  const told = diagnostics.map((row): Finding => {
    const { code, severity, message, span_start, span_end } = row;
    const task = taskIndex(row.task_id);
    const place =
      span_start === null || span_end === null ? null : places.addRow('finding', task, { span_start, span_end });
    return { code, severity, message, source, document, task, excerpt: excerptAt(text, places, place), place };
  });
  const unassigned = tasks
    .filter(({ task }) => task.duties.length === 0)
    .map(
      ({ index, task }): Finding => ({
        code: UNASSIGNED,
        severity: 'warning',
        message: 'no body is named for this task',
        source,
        document,
        task: index,
        excerpt: excerptAt(text, places, task.bodyPlace),
        place: task.bodyPlace,
      }),
    );
  return [...told, ...unassigned];
}

/** A document that could not be read: there is no text to show. */
export function failedFinding({ code, severity, message, source }: StoredDiagnostic): Finding {
  return { code, severity, message, source, document: null, task: null, excerpt: '', place: null };
}
