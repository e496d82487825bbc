/** Deadlines over time: a bar for each month, stacked by where the deadline is stated. */
import type { Task } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { h, svg } from '../dom.js';
import { frame, ledgerLink } from './frame.js';
import { deadlinesByMonth, type MonthCount, timeLine } from './numbers.js';
import { ticks } from './scale.js';

const HEIGHT = 220;
const PLOT = { top: 22, bottom: 40, left: 36, right: 8 };
const ORIGINS = ['deadline', 'body'] as const;
const SLOT = { least: 22, most: 44 };

export function timelineChart(app: App, tasks: readonly Task[], width: number): HTMLElement {
  const words = wordsOf(app).charts;
  const counts = deadlinesByMonth(tasks);
  const slots = timeLine(counts);
  const table = {
    head: [words.month, words.origins.deadline, words.origins.body],
    rows: () => counts.map(({ month, deadline, body }) => [month, deadline, body]),
  };
  if (counts.length === 0) {
    return frame(
      app,
      'timeline',
      words.timeline,
      words.timelineNote,
      [h('p', { class: 'empty' }, words.noDates)],
      null,
    );
  }
  const room = width - PLOT.left - PLOT.right;
  const slot = Math.min(SLOT.most, Math.max(SLOT.least, room / slots.length));
  const total = Math.max(width, PLOT.left + PLOT.right + slot * slots.length);
  const steps = ticks(Math.max(...counts.map(({ deadline, body }) => deadline + body)));
  const top = steps.at(-1) as number;
  const base = HEIGHT - PLOT.bottom;
  const y = (value: number) => base - ((base - PLOT.top) * value) / top;
  const picture = svg('svg', {
    width: total,
    height: HEIGHT,
    viewBox: `0 0 ${total} ${HEIGHT}`,
    role: 'group',
    'aria-label': words.timeline,
  });
  for (const step of steps) {
    picture.append(
      svg('line', { class: 'rule', x1: PLOT.left, x2: total - PLOT.right, y1: y(step), y2: y(step) }),
      svg('text', { class: 'tick', x: PLOT.left - 6, y: y(step) + 4, 'text-anchor': 'end' }, step),
    );
  }
  let year = '';
  for (const [i, one] of slots.entries()) {
    const x = PLOT.left + slot * i;
    if (typeof one === 'number') {
      picture.append(gap(x, slot, base, words.gap(one)));
      continue;
    }
    const isNewYear = one.month.slice(0, 4) !== year;
    year = one.month.slice(0, 4);
    if (isNewYear) picture.append(svg('text', { class: 'year', x: x + 2, y: base + 32 }, year));
    picture.append(
      svg(
        'text',
        { class: 'tick', x: x + slot / 2, y: base + 16, 'text-anchor': 'middle' },
        Number(one.month.slice(5)),
      ),
    );
    if (one.deadline + one.body > 0) picture.append(bar(app, one, x + 3, slot - 6, y));
  }
  const legend = h(
    'p',
    { class: 'keys' },
    ...ORIGINS.map((origin) => h('span', { class: `key ${origin}` }, words.origins[origin])),
  );
  const scroll = h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': words.timeline }, picture);
  return frame(app, 'timeline', words.timeline, words.timelineNote, [legend, scroll], table);
}

function bar(app: App, count: MonthCount, x: number, width: number, y: (value: number) => number): SVGElement {
  const words = wordsOf(app).charts;
  const { month, deadline, body } = count;
  const label = `${month}: ${deadline + body} (${words.origins.deadline} ${deadline}, ${words.origins.body} ${body})`;
  return svg(
    'a',
    { ...ledgerLink(app, { month }), 'aria-label': label, 'data-month': month },
    svg('title', {}, label),
    svg('rect', { class: 'hover', x: x - 3, y: PLOT.top, width: width + 6, height: y(0) - PLOT.top }),
    svg('rect', { class: 'deadline', x, y: y(deadline), width, height: y(0) - y(deadline) }),
    svg('rect', { class: 'body', x, y: y(deadline + body), width, height: y(deadline) - y(deadline + body) }),
    svg(
      'text',
      { class: 'amount', x: x + width / 2, y: y(deadline + body) - 4, 'text-anchor': 'middle' },
      deadline + body,
    ),
  );
}

function gap(x: number, slot: number, base: number, label: string): SVGElement {
  const middle = x + slot / 2;
  return svg(
    'g',
    { role: 'img', 'aria-label': label },
    svg('title', {}, label),
    svg('line', { class: 'gap', x1: middle - 4, x2: middle, y1: base + 5, y2: base - 5 }),
    svg('line', { class: 'gap', x1: middle, x2: middle + 4, y1: base + 5, y2: base - 5 }),
  );
}
