/** The page of a report: puts the parts together and keeps them in step with the state. */
import type { App } from './app.js';
import { words as wordsOf } from './app.js';
import { chartsPanel } from './charts/panel.js';
import { checkPanel } from './check/panel.js';
import { h } from './dom.js';
import { ledgerFilters } from './ledger/filters.js';
import { choosesAnew, ledgerGrid } from './ledger/grid.js';
import { readIndex, textReader } from './load.js';
import { sortedFindings } from './model/categories.js';
import { isFiltered, NO_FILTER, type State } from './model/state.js';
import { pageHeader } from './shell/header.js';
import { helpWindow } from './shell/help.js';
import { listenToKeys } from './shell/keys.js';
import { printing } from './shell/print.js';
import { viewTabs } from './shell/tabs.js';
import { sourceView } from './source/view.js';
import { createStore } from './store.js';
import { wordsIn } from './words/words.js';

async function start(root: HTMLElement): Promise<void> {
  const store = createStore();
  const index = await readIndex();
  const taskIndexes = new Map(index.tasks.map(({ id }, i) => [id, i]));
  const selected = () => taskIndexes.get(store.get().task) ?? null;
  const live = h('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });

  const app: App = {
    index,
    store,
    readText: textReader(),
    say: (message) => {
      live.textContent = message;
    },
    goTo: (document, place) => void source.goTo(document, place),
    selectTask: (task, change = {}) => {
      const { id = '' } = index.tasks[task] ?? {};
      const isHidden = !grid.shown().includes(task);
      store.set({ ...change, task: id, ...(isHidden ? NO_FILTER : {}) });
      if (isHidden) app.say(wordsOf(app).filtersCleared);
      grid.select(task, true);
    },
  };

  const help = helpWindow(app);
  const header = pageHeader(app, help.open);
  const tabs = viewTabs(app);
  const filters = ledgerFilters(app);
  const grid = ledgerGrid(app);
  const check = checkPanel(app);
  const charts = chartsPanel(app);
  const source = sourceView(app);
  const shownCount = h('p', { class: 'shown' });
  const skip = h('a', { class: 'skip', href: '#grid' });
  const skipText = h('a', { class: 'skip', href: '#text' });
  const isCheck = () => tabs.current() === 'check';

  tabs.panels.check.append(check.element);
  tabs.panels.ledger.append(grid.element);
  tabs.panels.charts.append(charts.element);
  root.append(
    skip,
    skipText,
    header.element,
    h(
      'main',
      { class: 'split' },
      h('section', { class: 'left' }, tabs.element, filters.element, shownCount, ...Object.values(tabs.panels)),
      source.element,
    ),
    help.element,
    live,
    printing(app, { tasks: grid.shown, findings: check.shown, isCheck, source: source.forPrint }),
  );

  // The hash holds the state: a skip link must not replace it.
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    if (isCheck()) check.focus();
    else grid.focus();
  });
  skipText.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById('text')?.focus();
  });

  /** A click on a value goes to its place, anywhere else on the row to the task. */
  grid.element.addEventListener('click', (event) => {
    const target = event.target as Element;
    const row = target.closest('[data-task]');
    if (!row) return;
    const task = Number(row.getAttribute('data-task'));
    const place = target.closest('[data-place]')?.getAttribute('data-place');
    app.selectTask(task);
    const { document = 0, place: whole = null } = index.tasks[task] ?? {};
    app.goTo(document, place === null || place === undefined ? whole : Number(place));
  });

  function move(by: number): void {
    if (isCheck()) {
      check.move(by);
      check.focus();
      return;
    }
    const shown = grid.shown();
    const task = selected();
    const at = task === null ? -1 : shown.indexOf(task);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    if (tabs.current() !== 'ledger') store.set({ tab: 'ledger' });
    app.selectTask(next);
    app.goTo(index.tasks[next]?.document ?? 0, index.tasks[next]?.place ?? null);
    grid.focus();
  }

  listenToKeys(app, {
    move,
    page: () => (isCheck() ? check.page() : grid.page()),
    stepValue: source.card.step,
    stepText: source.step,
    details: source.card.focus,
    search: () => {
      if (isCheck()) store.set({ tab: 'ledger' });
      filters.focusSearch();
    },
    help: help.open,
  });

  function tellShown(): void {
    shownCount.textContent = wordsOf(app).shown(grid.shown().length, index.tasks.length);
    shownCount.classList.toggle('some', isFiltered(store.get()));
  }

  function drawView(): void {
    tabs.draw();
    filters.element.hidden = isCheck();
    shownCount.hidden = isCheck();
    if (tabs.current() === 'charts') charts.draw(grid.shown());
  }

  function drawAll(): void {
    const words = wordsIn(store.get());
    document.title = words.title;
    document.documentElement.lang = store.get().lang === 'zh' ? 'zh-CN' : 'en';
    skip.textContent = words.skip;
    skipText.textContent = words.skipText;
    header.draw();
    filters.draw();
    drawView();
    grid.draw();
    check.draw();
    source.draw(selected());
    tellShown();
  }

  function applyTheme({ theme }: State): void {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }

  store.on((state, before) => {
    if (state.theme !== before.theme) {
      applyTheme(state);
      header.draw();
    }
    const isAnew = choosesAnew(state, before);
    if (isAnew) grid.choose();
    if (state.lang !== before.lang) {
      drawAll();
      return;
    }
    if (isAnew) {
      filters.sync();
      grid.draw();
      tellShown();
      app.say(shownCount.textContent ?? '');
    }
    if (state.tab !== before.tab || (isAnew && tabs.current() === 'charts')) drawView();
    if (state.check !== before.check) {
      check.draw();
      app.say(wordsOf(app).checkShown(check.shown().length));
    }
    // Who chooses a document wants to see it.
    if (state.doc !== before.doc && state.doc !== '') {
      const chosen = index.documents.findIndex(({ id }) => id === state.doc);
      if (chosen >= 0) app.goTo(chosen, null);
    }
    if (state.task !== before.task) {
      grid.select(selected(), true);
      source.select(selected());
    }
  });

  applyTheme(store.get());
  grid.choose();
  drawAll();
  // What is shown first is what is to be looked at first.
  const task = selected();
  const [first] = sortedFindings(index.findings).filter(({ document }) => document !== null);
  if (task !== null) {
    grid.select(task, true);
    app.goTo(index.tasks[task]?.document ?? 0, index.tasks[task]?.place ?? null);
  } else if (index.documents.length > 0) {
    app.goTo(isCheck() ? (first?.document ?? 0) : 0, null);
  }
  document.documentElement.dataset.ready = '';
}

const root = document.getElementById('app');
if (root) {
  start(root).catch((error: unknown) => {
    root.append(h('p', { role: 'alert' }, `${wordsIn({ lang: 'zh' }).failed}${String(error)}`));
  });
}
