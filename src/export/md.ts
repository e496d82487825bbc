/** Markdown: a heading for each document and plan, a table of its tasks below. */
import type { ExportedTask } from '../model/exported.js';
import type { Value } from './columns.js';
import { bodies, chiefs, contactText } from './names.js';
import { collecting, type Sink } from './sink.js';

/** What Markdown might take for a mark inside a line, with what makes links of bare addresses. */
const MARKS = /[\\`*_[\]|~$&@]|:(?=\/\/)|(?<=www)\./gi;
/** What it might take for a list or a heading at the beginning of one: `- `, `# `, `1. `. */
const OPENING = /^\s*(?:\d+(?=[.)])|(?=[#+\-=]))/;

/** Control characters, but for those that are made of something visible below. */
const NOT_SHOWN = /(?![\t\r\n])\p{Cc}|\p{Surrogate}/gu;

/** A text on one line that shows as it is. */
export function mdText(text: string): string {
  return text
    .replace(NOT_SHOWN, '\ufffd')
    .replace(MARKS, '\\$&')
    .replace(OPENING, '$&\\')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '<br>')
    .replaceAll('\t', ' ');
}

const HEADERS = ['序号', '任务', '牵头单位', '责任单位', '配合单位', '责任领导', '完成时限', '到期日'];

const row = (cells: readonly Value[]): string =>
  `| ${cells.map((cell) => (cell === null ? '' : mdText(String(cell)))).join(' | ')} |\n`;

function documentHead(task: ExportedTask): string {
  const { title, source, doc_number, issuer, issued_on } = task.document;
  const facts = [doc_number, issuer, issued_on, title === null ? null : source, contactText(task)];
  const line = facts.filter((fact) => fact !== null).map(mdText);
  return `## ${mdText(title ?? source)}\n\n${line.length > 0 ? `${line.join(' · ')}\n\n` : ''}`;
}

const TABLE_HEAD = `${row(HEADERS)}|${' --- |'.repeat(HEADERS.length)}\n`;

export async function writeMd(tasks: Iterable<ExportedTask>, sink: Sink): Promise<void> {
  const out = collecting(sink);
  await out.write('# 台账\n');
  let n = 0;
  let documentId = '';
  let plan: string | null = null;
  for (const task of tasks) {
    n += 1;
    if (task.document.id !== documentId || task.plan !== plan) {
      if (task.document.id !== documentId) await out.write(`\n${documentHead(task)}`);
      else await out.write('\n');
      if (task.plan !== null) await out.write(`### ${mdText(task.plan)}\n\n`);
      await out.write(TABLE_HEAD);
      documentId = task.document.id;
      plan = task.plan;
    }
    await out.write(
      row([
        n,
        task.body,
        bodies(task, 'lead', 'task'),
        bodies(task, 'responsible', 'task'),
        bodies(task, 'support', 'task'),
        chiefs(task),
        task.deadline_text,
        task.due_on,
      ]),
    );
  }
  await out.end();
}
