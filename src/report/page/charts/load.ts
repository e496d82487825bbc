/** How much each body has to do: a bar for each, stacked by role. */
import type { Role } from '../../../model/model.js';
import type { Task } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { h, svg } from '../dom.js';
import { frame, ledgerLink } from './frame.js';
import { type Load, loads } from './numbers.js';

const ROLES: readonly Role[] = ['lead', 'responsible', 'support', 'chief'];
const ROW = 26;
const BAR = 16;
const AMOUNT = 40;
/** Bodies shown at first, and added by each "more". */
const STEP = 20;

/** How much of a name fits, a Chinese character counting 13 px. */
function fitted(name: string, width: number): string {
  const characters = [...name];
  const room = Math.floor(width / 13);
  return characters.length <= room ? name : `${characters.slice(0, room - 1).join('')}…`;
}

export function loadChart(app: App, tasks: readonly Task[], width: number): HTMLElement {
  const words = wordsOf(app);
  const all = loads(tasks);
  const most = all[0]?.total ?? 1;
  const labels = Math.min(220, width * 0.34);
  const scale = (width - labels - AMOUNT - 8) / most;
  const nameOf = ({ unit }: Load) => app.index.units[unit]?.name ?? '';
  const box = h('div');
  const more = h('button', { type: 'button', class: 'more', click: () => draw(shown + STEP) }, words.charts.more);
  let shown = 0;

  function row(load: Load, i: number): SVGElement {
    const y = i * ROW;
    const name = nameOf(load);
    let x = labels + 8;
    const segments = ROLES.filter((role) => load.roles[role] > 0).map((role) => {
      const count = load.roles[role];
      const label = `${name} ${words.roles[role]} ${count}`;
      const segment = svg(
        'a',
        { ...ledgerLink(app, { unit: name, role }), 'aria-label': label },
        svg('title', {}, label),
        svg('rect', { class: role, x, y: y + (ROW - BAR) / 2, width: Math.max(1, count * scale - 1), height: BAR }),
      );
      x += count * scale;
      return segment;
    });
    return svg(
      'g',
      {},
      svg(
        'a',
        { ...ledgerLink(app, { unit: name, role: '' }), 'aria-label': `${name} ${load.total}` },
        svg('title', {}, name),
        svg('text', { class: 'name', x: labels, y: y + ROW / 2 + 4, 'text-anchor': 'end' }, fitted(name, labels)),
      ),
      ...segments,
      svg('text', { class: 'amount', x: x + 6, y: y + ROW / 2 + 4 }, load.total),
    );
  }

  function draw(count: number): void {
    shown = Math.min(all.length, count);
    const height = shown * ROW;
    const picture = svg('svg', {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'group',
      'aria-label': words.charts.load,
    });
    picture.append(...all.slice(0, shown).map(row));
    box.replaceChildren(picture);
    more.hidden = shown >= all.length;
  }
  draw(STEP);

  const legend = h(
    'p',
    { class: 'keys' },
    ...ROLES.map((role) => h('span', { class: `key ${role}` }, words.roles[role])),
  );
  return frame(app, 'load', words.charts.load, words.charts.loadNote, [legend, box, more], {
    head: [words.unit, ...ROLES.map((role) => words.roles[role]), words.charts.total],
    rows: () => all.map((load) => [nameOf(load), ...ROLES.map((role) => load.roles[role]), load.total]),
  });
}
