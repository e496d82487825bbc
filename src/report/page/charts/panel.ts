/** The pictures of the tasks chosen. Drawn when looked at, and anew when the width changes. */
import type { Task } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { h } from '../dom.js';
import { loadChart } from './load.js';
import { matrixChart } from './matrix.js';
import { targetsChart } from './targets.js';
import { timelineChart } from './timeline.js';

export interface ChartsPanel {
  element: HTMLElement;
  draw(chosen: readonly number[]): void;
}

const PADDING = 36;

export function chartsPanel(app: App): ChartsPanel {
  const element = h('div', { class: 'pictures', tabindex: 0 });
  let chosen: readonly number[] = [];
  let width = 0;

  function draw(): void {
    const tasks = chosen.map((i) => app.index.tasks[i] as Task);
    const room = Math.max(280, width - PADDING);
    const { scrollTop } = element;
    element.replaceChildren(
      h('p', { class: 'intro' }, wordsOf(app).charts.intro),
      timelineChart(app, tasks, room),
      loadChart(app, tasks, room),
      matrixChart(app, tasks, room),
      targetsChart(app, tasks, chosen),
    );
    element.scrollTop = scrollTop;
  }

  new ResizeObserver(() => {
    const now = element.clientWidth;
    if (now === 0 || Math.abs(now - width) < 20) return;
    width = now;
    draw();
  }).observe(element);

  return {
    element,
    draw: (next) => {
      chosen = [...next];
      width = element.clientWidth || width;
      if (width > 0) draw();
    },
  };
}
