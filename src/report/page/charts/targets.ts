/** Targets in figures: for each the range that meets it, on one scale for each unit of measure. */
import type { Target, Task } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { CHINESE, h, svg } from '../dom.js';
import { documentName } from '../model/names.js';
import { figure } from '../source/figures.js';
import { frame } from './frame.js';
import { type TargetEntry, targetsByUnit } from './numbers.js';

const BULLET = { width: 150, height: 18 };
const STEP = 15;
const GROUPS = 6;

/** Where a value lies on the scale, from 0 to 1. Where the values span more than two decades the scale is logarithmic. */
export function scaleOf(unit: string, values: readonly number[]): (value: number) => number {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const least = values.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), most);
  if (unit === '%' && most <= 100) return (value) => value / 100;
  if (most <= 0) return () => 0;
  if (most / least <= 100) return (value) => Math.max(0, value) / (most * 1.1);
  const low = Math.log10(least) - 0.3;
  const span = Math.log10(most) + 0.1 - low;
  return (value) => (value <= 0 ? 0 : (Math.log10(value) - low) / span);
}

function bullet({ comparator, value, valueHigh }: Target, scale: (value: number) => number, label: string): SVGElement {
  const x = (at: number) => 3 + Math.min(1, Math.max(0, scale(at))) * (BULLET.width - 6);
  const right = BULLET.width - 3;
  const [from, to] =
    comparator === '>=' || comparator === '>'
      ? [x(value), right]
      : comparator === '<=' || comparator === '<'
        ? [3, x(valueHigh ?? value)]
        : [x(value), x(valueHigh ?? value)];
  return svg(
    'svg',
    {
      class: 'bullet',
      width: BULLET.width,
      height: BULLET.height,
      viewBox: `0 0 ${BULLET.width} ${BULLET.height}`,
      role: 'img',
      'aria-label': label,
    },
    svg('rect', { class: 'track', x: 3, y: 6, width: BULLET.width - 6, height: 6 }),
    svg('rect', { class: 'meets', x: from, y: 6, width: Math.max(0, to - from), height: 6 }),
    ...[value, valueHigh].flatMap((at) =>
      at === null ? [] : [svg('rect', { class: 'goal', x: x(at) - 1.5, y: 2, width: 3, height: 14 })],
    ),
  );
}

export function targetsChart(app: App, tasks: readonly Task[], chosen: readonly number[]): HTMLElement {
  const words = wordsOf(app);
  const groups = targetsByUnit(tasks, chosen);
  const table = {
    head: [words.charts.subject, words.charts.value, words.document],
    rows: () =>
      groups.flatMap(([, entries]) =>
        entries.map(({ task, target }) => [
          target.subject ?? target.text,
          figure(words, target),
          documentName(app.index.documents[app.index.tasks[task]?.document ?? -1]),
        ]),
      ),
  };
  if (groups.length === 0) {
    return frame(
      app,
      'targets',
      words.charts.targets,
      words.charts.targetsNote,
      [h('p', { class: 'empty' }, words.charts.noTargets)],
      null,
    );
  }
  const box = h('div', { class: 'groups' });
  let shown = 0;
  const more = h('button', { type: 'button', class: 'more', click: () => add() }, words.charts.more);
  const add = () => {
    box.append(...groups.slice(shown, shown + GROUPS).map(([unit, entries]) => group(app, unit, entries)));
    shown += GROUPS;
    more.hidden = shown >= groups.length;
  };
  add();
  return frame(app, 'targets', words.charts.targets, words.charts.targetsNote, [box, more], table);
}

function group(app: App, unit: string, entries: readonly TargetEntry[]): HTMLElement {
  const words = wordsOf(app);
  const scale = scaleOf(
    unit,
    entries.flatMap(({ target }) => [target.value, target.valueHigh ?? target.value]),
  );
  const list = h('ul');
  const more = h('button', { type: 'button', class: 'more', click: () => add() }, words.charts.more);
  let shown = 0;
  const add = () => {
    list.append(...entries.slice(shown, shown + STEP).map((entry) => h('li', {}, line(app, entry, scale))));
    shown += STEP;
    more.hidden = shown >= entries.length;
  };
  add();
  return h(
    'section',
    {},
    h('h3', {}, unit === '' ? words.charts.noUnit : unit, h('small', {}, entries.length)),
    list,
    more,
  );
}

function line(app: App, { task, target }: TargetEntry, scale: (value: number) => number): HTMLElement {
  const text = figure(wordsOf(app), target);
  const show = () => {
    app.selectTask(task);
    app.goTo(app.index.tasks[task]?.document ?? 0, target.place);
  };
  return h(
    'button',
    { type: 'button', click: show },
    h('span', { class: 'subject', ...CHINESE }, target.subject ?? target.text),
    bullet(target, scale, text),
    h('span', { class: 'figure' }, text),
  );
}
