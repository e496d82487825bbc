/** Search in the tasks: every word must stand somewhere in what a task says. */
import type { ReportIndex, Task } from '../../data.js';

/** Width and case do not matter. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a question. */
export function wordsOf(question: string): string[] {
  return fold(question).split(/\s+/).filter(Boolean);
}

function haystack({ documents, units }: ReportIndex, task: Task): string {
  const head = documents[task.document];
  const parts = [
    task.ordinal,
    task.title,
    task.body,
    task.deadlineText,
    task.dueOn,
    ...task.path,
    ...task.duties.flatMap(({ name, unit }) => [name, units[unit]?.name]),
    head?.title ?? head?.source,
    head?.number,
  ];
  return fold(parts.filter(Boolean).join('\n'));
}

/** Prepares the index; the function returned says whether a task has all words. */
export function searchIndex(index: ReportIndex): (task: number, words: readonly string[]) => boolean {
  const haystacks = index.tasks.map((task) => haystack(index, task));
  return (task, words) => words.every((word) => haystacks[task]?.includes(word));
}
