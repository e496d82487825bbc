/** Who works with whom: a square for each two bodies, the stronger the more tasks they share. */
import type { Task } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { h, svg } from '../dom.js';
import { shortNames } from '../model/names.js';
import { frame, ledgerLink } from './frame.js';
import { pairs } from './numbers.js';

const BODIES = 25;
const CELL = { least: 18, most: 26 };
/** Steps of the colour scale, in the style as `.level-1` … */
const LEVELS = 5;

/** 1 … LEVELS; the square root keeps small numbers apart where one is very large. */
export function level(count: number, most: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(count / most) * LEVELS));
}

const LETTER = 12;

export function matrixChart(app: App, tasks: readonly Task[], width: number): HTMLElement {
  const words = wordsOf(app).charts;
  const { units, common, most } = pairs(tasks, BODIES);
  const names = shortNames(app.index.units, units);
  const name = (unit: number) => names.get(unit) ?? '';
  const rows = () =>
    units
      .flatMap((a, i) =>
        units.slice(i + 1).flatMap((b): [string, string, number][] => {
          const count = common(a, b);
          return count === 0 ? [] : [[name(a), name(b), count]];
        }),
      )
      .sort((x, y) => y[2] - x[2]);
  const table = { head: [wordsOf(app).unit, wordsOf(app).unit, words.common], rows };
  if (units.length === 0) {
    return frame(app, 'pairs', words.pairs, words.pairsNote, [h('p', { class: 'empty' }, words.noPairs)], null);
  }
  const longest = Math.min(12, Math.max(...units.map((unit) => [...name(unit)].length)));
  const labels = longest * LETTER + 8;
  const cell = Math.min(CELL.most, Math.max(CELL.least, Math.floor((width - labels - 4) / units.length)));
  const size = labels + cell * units.length + 2;
  const short = (unit: number) => {
    const letters = [...name(unit)];
    return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : name(unit);
  };
  const picture = svg('svg', {
    width: size,
    height: size,
    viewBox: `0 0 ${size} ${size}`,
    role: 'group',
    'aria-label': words.pairs,
  });
  for (const [i, unit] of units.entries()) {
    const middle = labels + cell * i + cell / 2;
    picture.append(
      svg(
        'text',
        { class: 'name', x: labels - 6, y: middle + 4, 'text-anchor': 'end' },
        short(unit),
        svg('title', {}, name(unit)),
      ),
      svg(
        'text',
        { class: 'name', transform: `translate(${middle + 4} ${labels - 6}) rotate(-90)` },
        short(unit),
        svg('title', {}, name(unit)),
      ),
    );
    for (const [k, other] of units.entries()) {
      const place = { x: labels + cell * k, y: labels + cell * i, width: cell - 1, height: cell - 1 };
      const count = common(unit, other);
      if (unit === other) picture.append(svg('rect', { class: 'self', ...place }));
      else if (count === 0) picture.append(svg('rect', { class: 'level-0', ...place }));
      else picture.append(square(unit, other, count, place));
    }
  }

  function square(
    a: number,
    b: number,
    count: number,
    place: { x: number; y: number; width: number; height: number },
  ): SVGElement {
    const label = words.pair(name(a), name(b), count);
    const full = (unit: number) => app.index.units[unit]?.name ?? '';
    return svg(
      'a',
      {
        ...ledgerLink(app, { unit: `${full(a)}、${full(b)}`, role: '' }),
        // The other half of the square says the same once more.
        ...(units.indexOf(a) < units.indexOf(b) ? { 'aria-label': label } : { tabindex: -1, 'aria-hidden': 'true' }),
      },
      svg('title', {}, label),
      svg('rect', { class: `level-${level(count, most)}`, ...place }),
      svg(
        'text',
        {
          class: `count on-${level(count, most)}`,
          x: place.x + cell / 2,
          y: place.y + cell / 2 + 4,
          'text-anchor': 'middle',
        },
        count,
      ),
    );
  }

  const scroll = h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': words.pairs }, picture);
  return frame(app, 'pairs', words.pairs, words.pairsNote, [scroll], table);
}
