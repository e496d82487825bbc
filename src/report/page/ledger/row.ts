/** One row of the ledger. Its values can be clicked; with the keyboard they are reached in the details beside the text. */
import type { Role } from '../../../model/model.js';
import type { Duty, Task } from '../../data.js';
import type { App } from '../app.js';
import { words as wordsOf } from '../app.js';
import { h } from '../dom.js';
import { documentName } from '../model/names.js';
import { highlighted } from './highlight.js';

const value = (kind: string, place: number | null, children: (Node | string)[]) =>
  h('span', { class: `value ${kind}`, 'data-place': place }, ...children);

function bodies(duties: readonly Duty[], open: string, sought: readonly string[]): (Node | string)[] {
  return duties.flatMap(({ name, openEnded, role, place, scope }, i) => [
    i === 0 ? '' : '、',
    value(scope === 'section' ? `${role} inherited` : role, place, highlighted(name, sought)),
    openEnded ? open : '',
  ]);
}

/** The row of a task, `position` counting from 0 in what is shown. */
export function ledgerRow(
  app: App,
  index: number,
  position: number,
  sought: readonly string[],
  findings: number,
): HTMLElement {
  const words = wordsOf(app);
  const task = app.index.tasks[index] as Task;
  const inRole = (role: Role) => task.duties.filter((duty) => duty.role === role);
  const cell = (name: string, ...children: (Node | string)[]) =>
    h('div', { role: 'gridcell', class: `cell ${name}` }, h('div', { class: 'clamp' }, ...children));
  const roleCell = (role: Role, duties = inRole(role)) => {
    const label = h('span', { class: 'label' }, words.columns[role as 'lead']);
    return duties.length === 0 ? cell(`${role} none`) : cell(role, label, ...bodies(duties, words.open, sought));
  };
  // A chief stands with the leads: both answer for the task.
  const leads = [...inRole('lead'), ...inRole('chief')];
  const goesOn = task.title !== null && task.body.startsWith(task.title);
  const body = goesOn ? task.body.slice(task.title?.length) : task.body;
  return h(
    'div',
    { role: 'row', class: 'row', id: `row-${index}`, 'aria-rowindex': position + 2, 'data-task': index },
    cell('ordinal', task.ordinal ?? `#${task.seq}`),
    cell(
      'title',
      ...(task.title === null
        ? []
        : [value('title', task.titlePlace ?? task.bodyPlace, highlighted(task.title, sought)), goesOn ? '' : ' ']),
      value('body', task.bodyPlace, highlighted(body.slice(0, 160), sought)),
    ),
    roleCell('lead', leads),
    roleCell('responsible'),
    roleCell('support'),
    cell(
      'due',
      ...(task.deadlineText === null
        ? []
        : [value('deadline', task.deadlinePlace ?? task.place, highlighted(task.deadlineText, sought)), ' ']),
      h('span', { class: 'date' }, task.dueOn),
    ),
    cell('source', ...highlighted(documentName(app.index.documents[task.document]), sought)),
    cell('findings', ...(findings === 0 ? [] : [h('span', { class: 'count' }, findings)])),
  );
}
