/** The ledger as a grid: sorted columns, one selected row, only the rows in view drawn. */
import { type App, words as wordsOf } from '../app.js';
import { CHINESE, h } from '../dom.js';
import { chosenTasks } from '../model/filter.js';
import { searchIndex, wordsOf as searchWords } from '../model/search.js';
import { taskOrder } from '../model/sort.js';
import type { State } from '../model/state.js';
import { type VirtualList, virtualList } from '../shell/virtual.js';
import { COLUMNS } from './columns.js';
import { ledgerRow } from './row.js';

export interface Grid {
  element: HTMLElement;
  /** Tasks shown, in their order. */
  shown(): readonly number[];
  /** Works out which tasks are shown. */
  choose(): void;
  /** Draws what is shown, in the language chosen. */
  draw(): void;
  /** Marks the selected row; `reveal` scrolls to it. */
  select(task: number | null, reveal: boolean): void;
  page(): number;
  focus(): void;
}

const RESULT_FILTERS: readonly (keyof State)[] = ['q', 'unit', 'role', 'month', 'doc', 'code'];

/** Whether another set or order of rows follows from the change. */
export function choosesAnew(state: State, before: State): boolean {
  return [...RESULT_FILTERS, 'sort' as const, 'desc' as const].some((key) => state[key] !== before[key]);
}

/** Findings to be checked on each task. */
function findingCounts({ index }: App): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { task, severity } of index.findings) {
    if (task !== null && severity !== 'info') counts.set(task, (counts.get(task) ?? 0) + 1);
  }
  return counts;
}

export function ledgerGrid(app: App): Grid {
  const counts = findingCounts(app);
  const order = taskOrder(app.index);
  let match: ReturnType<typeof searchIndex> | null = null;
  const matches = () => {
    match ??= searchIndex(app.index);
    return match;
  };

  let shown: number[] = [];
  let selected: number | null = null;

  const head = h('div', { role: 'row', class: 'row head', 'aria-rowindex': 1 });
  const rows = h('div', { role: 'rowgroup', class: 'rows', ...CHINESE });
  const empty = h('p', { class: 'empty', hidden: true });
  const grid = h(
    'div',
    { role: 'grid', id: 'grid', class: 'grid', tabindex: 0, 'aria-colcount': COLUMNS.length },
    h('div', { role: 'rowgroup', class: 'headgroup' }, head),
    rows,
  );
  const list: VirtualList = virtualList({
    scroller: grid,
    body: rows,
    headHeight: () => head.offsetHeight,
    draw: (position) => {
      const task = shown[position] as number;
      const row = ledgerRow(app, task, position, searchWords(app.store.get().q), counts.get(task) ?? 0);
      if (task === selected) row.setAttribute('aria-selected', 'true');
      return row;
    },
  });

  function sortBy(sort: State['sort']): void {
    const state = app.store.get();
    app.store.set({ sort, desc: state.sort === sort && !state.desc });
    const { desc } = app.store.get();
    const column = COLUMNS.find((one) => one.sort === sort);
    if (column) app.say(wordsOf(app).sortedBy(wordsOf(app).columns[column.key], desc));
  }

  function drawHead(): void {
    const { sort, desc } = app.store.get();
    const words = wordsOf(app);
    const focused = document.activeElement?.getAttribute('data-sort');
    head.replaceChildren(
      ...COLUMNS.map((column) => {
        const isSorted = column.sort === sort;
        const direction = desc ? 'descending' : 'ascending';
        const arrow = h('span', { 'aria-hidden': 'true', class: 'arrow' }, isSorted ? (desc ? '▼' : '▲') : '');
        const button = h(
          'button',
          { type: 'button', 'data-sort': column.sort, click: () => sortBy(column.sort) },
          words.columns[column.key],
          arrow,
        );
        return h(
          'div',
          { role: 'columnheader', class: `cell ${column.key}`, 'aria-sort': isSorted ? direction : 'none' },
          button,
        );
      }),
    );
    if (focused !== null && focused !== undefined) {
      head.querySelector<HTMLElement>(`[data-sort="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  function select(task: number | null, reveal: boolean): void {
    rows.querySelector('[aria-selected]')?.removeAttribute('aria-selected');
    selected = task;
    const position = task === null ? -1 : shown.indexOf(task);
    if (position < 0) {
      grid.removeAttribute('aria-activedescendant');
      return;
    }
    if (reveal) list.reveal(position);
    const row = rows.querySelector(`#row-${task}`);
    row?.setAttribute('aria-selected', 'true');
    if (row) grid.setAttribute('aria-activedescendant', row.id);
  }

  return {
    element: h('div', { class: 'gridbox' }, grid, empty),
    shown: () => shown,
    choose: () => {
      const state = app.store.get();
      shown = order(chosenTasks(app.index, state, matches), state);
      grid.scrollTop = 0;
    },
    draw: () => {
      const words = wordsOf(app);
      // Prepared once the page is seen, while nobody waits for it; a search before that prepares it itself.
      requestAnimationFrame(() => setTimeout(matches));
      drawHead();
      grid.setAttribute('aria-label', words.ledgerLabel);
      grid.setAttribute('aria-rowcount', String(shown.length + 1));
      empty.hidden = shown.length > 0;
      empty.textContent = words.nothing;
      list.refresh(shown.length);
      select(selected, false);
    },
    select,
    page: list.page,
    focus: () => grid.focus({ preventScroll: true }),
  };
}
