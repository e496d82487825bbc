/** What is printed: the ledger as a table, then the text. Made when printing begins, gone afterwards. */
import type { Role } from '../../../model/model.js';
import type { Finding, Task } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { h } from '../dom.js';
import { documentName, taskName } from '../model/names.js';
import { legend } from '../source/legend.js';
import { codeText } from '../words/codes.js';

export interface Printed {
  tasks(): readonly number[];
  findings(): readonly Finding[];
  /** Which of them is on screen. */
  isCheck(): boolean;
  source(): { name: string; text: HTMLElement };
}

function table(head: readonly string[], rows: readonly (Node | string)[][]): HTMLElement {
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...head.map((cell) => h('th', { scope: 'col' }, cell)))),
    h('tbody', {}, ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', {}, cell))))),
  );
}

function deadline({ deadlineText, dueOn }: Task): Node {
  return h('span', {}, deadlineText, ' ', h('span', { class: 'date' }, dueOn));
}

function ledgerTable(app: App, tasks: readonly number[]): HTMLElement {
  const words = wordsOf(app);
  const { columns } = words;
  const names = (task: Task, roles: readonly Role[]) =>
    task.duties
      .filter(({ role }) => roles.includes(role))
      .map(({ name, openEnded }) => `${name}${openEnded ? words.open : ''}`)
      .join('、');
  return table(
    [columns.ordinal, columns.title, columns.lead, columns.responsible, columns.support, columns.due, columns.source],
    tasks.map((i) => {
      const task = app.index.tasks[i] as Task;
      return [
        task.ordinal ?? `#${task.seq}`,
        task.body,
        names(task, ['lead', 'chief']),
        names(task, ['responsible']),
        names(task, ['support']),
        deadline(task),
        documentName(app.index.documents[task.document]),
      ];
    }),
  );
}

function findingsTable(app: App, findings: readonly Finding[]): HTMLElement {
  const words = wordsOf(app);
  const { lang } = app.store.get();
  return table(
    [words.finding, words.sourceText, words.columns.title, words.columns.source],
    findings.map((one) => {
      const task = one.task === null ? undefined : app.index.tasks[one.task];
      const head = one.document === null ? undefined : app.index.documents[one.document];
      return [
        codeText(one.code, lang) ?? one.message,
        one.excerpt,
        task ? taskName(task) : '',
        documentName(head) || one.source,
      ];
    }),
  );
}

export function printing(app: App, printed: Printed): HTMLElement {
  const element = h('div', { class: 'printed' });
  const shown = ({ isCheck, findings, tasks }: Printed) =>
    isCheck() ? wordsOf(app).checkShown(findings().length) : wordsOf(app).shown(tasks().length, app.index.tasks.length);

  function make(): void {
    const { name, text } = printed.source();
    const words = wordsOf(app);
    const { documents, tasks, units } = app.index;
    element.replaceChildren(
      h('h1', {}, printed.isCheck() ? words.tabs.check : words.tabs.ledger),
      h('p', {}, `${words.summary(documents.length, tasks.length, units.length)}　${shown(printed)}`),
      printed.isCheck() ? findingsTable(app, printed.findings()) : ledgerTable(app, printed.tasks()),
      h(
        'section',
        { class: 'printedtext' },
        h('h2', {}, `${words.sourceText}：${name}`),
        legend(app),
        text.cloneNode(true),
      ),
    );
  }
  const clear = () => element.replaceChildren();
  addEventListener('beforeprint', make);
  addEventListener('afterprint', clear);
  return element;
}
