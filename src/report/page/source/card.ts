/** The selected task with all its values, each a button that leads to its place. */
import type { Duty, Task } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { CHINESE, h } from '../dom.js';
import { taskName } from '../model/names.js';
import { codeText } from '../words/codes.js';
import { figure } from './figures.js';

export interface Card {
  element: HTMLElement;
  draw(task: number | null): void;
  /** Goes to the next or previous value of the task. */
  step(by: 1 | -1): void;
  focus(): void;
}

export function taskCard(app: App): Card {
  const element = h('section', { class: 'card', id: 'card', tabindex: -1 });
  let at = -1;

  const buttons = () => [...element.querySelectorAll<HTMLButtonElement>('button.value')];

  function go(button: HTMLButtonElement, document: number, place: number | null): void {
    at = buttons().indexOf(button);
    for (const one of buttons()) one.toggleAttribute('data-current', one === button);
    app.goTo(document, place);
  }

  function draw(index: number | null): void {
    at = -1;
    const words = wordsOf(app);
    const task = index === null ? undefined : app.index.tasks[index];
    element.setAttribute('aria-label', words.details);
    if (!task || index === null) {
      element.replaceChildren(h('p', { class: 'hint' }, words.noSelection));
      return;
    }
    const { lang } = app.store.get();
    const value = (kind: string, place: number | null, text: string, note = '') => {
      const button = h('button', { type: 'button', class: `value ${kind}` }, text, note && h('small', {}, note));
      button.addEventListener('click', () => go(button, task.document, place));
      return button;
    };
    const line = (label: string, ...children: Node[]) =>
      children.length === 0 ? null : h('div', { class: 'line' }, h('dt', {}, label), h('dd', CHINESE, ...children));
    const duty = (one: Duty) =>
      value(one.role, one.place, `${one.name}${one.openEnded ? words.open : ''}`, dutyNote(one));
    const dutyNote = (one: Duty) =>
      [
        one.scope === 'section' ? words.wholeSection : '',
        one.scope === 'measure' ? words.oneMeasure : '',
        one.declared ? words.declared : '',
      ]
        .filter(Boolean)
        .join('，');
    const deadlineNote = (one: Task['deadlines'][number]) =>
      [
        one.dueOn === null ? '' : [one.startsOn, one.dueOn].filter(Boolean).join(' – '),
        one.origin === 'body' ? words.fromBody : '',
        one.yearInferred ? words.inferred : '',
      ]
        .filter(Boolean)
        .join('，');
    const roles = (['lead', 'responsible', 'support', 'chief'] as const).map((role) =>
      line(words.kinds[role], ...task.duties.filter((one) => one.role === role).map(duty)),
    );
    const findings = app.index.findings.filter((one) => one.task === index);
    const hasWhole = task.deadlineText !== null && !task.deadlines.some(({ text }) => text === task.deadlineText);
    const path = task.path.join(' › ');
    element.replaceChildren(
      h(
        'h2',
        CHINESE,
        task.ordinal === null ? null : h('span', { class: 'ordinal' }, task.ordinal),
        value(task.title === null ? 'body' : 'title', task.titlePlace ?? task.bodyPlace, taskName(task)),
      ),
      ...(path === '' ? [] : [h('p', { class: 'path', ...CHINESE }, path)]),
      h(
        'dl',
        {},
        ...roles,
        line(
          words.kinds.deadline,
          ...(hasWhole ? [value('deadline', task.deadlinePlace ?? task.place, task.deadlineText ?? '')] : []),
          ...task.deadlines.map((one) => value('deadline', one.place, one.text, deadlineNote(one))),
        ),
        line(words.targets, ...task.targets.map((one) => value('target', one.place, one.text, figure(words, one)))),
        line(words.measures, ...task.measures.map((one) => value('measure', one.place, shortened(one.text)))),
        line(words.kinds.body, value('body', task.bodyPlace, shortened(task.body))),
        line(
          words.finding,
          ...findings.map((one) =>
            value(
              `finding ${one.severity}`,
              one.place,
              codeText(one.code, lang) ?? one.message,
              words.severities[one.severity],
            ),
          ),
        ),
      ),
    );
  }

  return {
    element,
    draw,
    step: (by) => {
      const all = buttons();
      const next = all[at + by] ?? (by > 0 ? all[0] : all.at(-1));
      next?.click();
      next?.scrollIntoView({ block: 'nearest' });
      if (next) app.say(next.textContent ?? '');
    },
    focus: () => (buttons()[0] ?? element).focus(),
  };
}

const LONG = 60;

function shortened(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}
