/** The frame of a picture: title, what it shows, and the same as a table for whom a picture says nothing. */
import { type App, words as wordsOf } from '../app.js';
import { type Attributes, h } from '../dom.js';
import { type State, toHash } from '../model/state.js';

export interface TableData {
  head: string[];
  /** Worked out when the table is opened. */
  rows(): (string | number)[][];
}

let frames = 0;

export function frame(
  app: App,
  name: string,
  title: string,
  note: string,
  content: (Node | string)[],
  table: TableData | null,
): HTMLElement {
  frames += 1;
  const id = `chart-${frames}`;
  return h(
    'figure',
    { class: `chart ${name}`, 'aria-labelledby': id },
    h('figcaption', {}, h('h2', { id }, title), h('p', {}, note)),
    ...content,
    table === null ? null : tableDetails(app, title, table),
  );
}

/** More rows than anybody reads; the ledger has them all. */
const ROWS = 1000;

/** Made when opened: of large ledgers the tables are long. */
function tableDetails(app: App, title: string, { head, rows }: TableData): HTMLElement {
  const box = h('div', {
    class: 'tablebox',
    tabindex: 0,
    role: 'region',
    'aria-label': `${title}：${wordsOf(app).charts.asTable}`,
  });
  const details = h('details', {}, h('summary', {}, wordsOf(app).charts.asTable), box);
  details.addEventListener('toggle', () => {
    if (!details.open || box.childElementCount > 0) return;
    box.append(
      h(
        'table',
        {},
        h('caption', { class: 'visually-hidden' }, title),
        h('thead', {}, h('tr', {}, ...head.map((cell) => h('th', { scope: 'col' }, cell)))),
        h(
          'tbody',
          {},
          ...rows()
            .slice(0, ROWS)
            .map(([first, ...cells]) =>
              h('tr', {}, h('th', { scope: 'row' }, first), ...cells.map((cell) => h('td', {}, cell))),
            ),
        ),
      ),
    );
  });
  return details;
}

/** The attributes of a link to the ledger with one more filter. */
export function ledgerLink(app: App, change: Partial<State>): Attributes {
  const next = { ...change, tab: 'ledger' } as const;
  return {
    // To be copied or opened in another window; a click starts from what the page shows now.
    href: toHash({ ...app.store.get(), ...next }),
    click: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      app.store.set(next);
    },
  };
}
