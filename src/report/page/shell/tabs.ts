/** The three views of the left side. */
import { type App, words as wordsOf } from '../app.js';
import { h } from '../dom.js';
import { isOpen } from '../model/categories.js';
import { TABS } from '../model/state.js';

export type Tab = (typeof TABS)[number];

export interface Tabs {
  element: HTMLElement;
  panels: Record<Tab, HTMLElement>;
  draw(): void;
  /** The tab shown: where something is to be checked and none was chosen, that comes first. */
  current(): Tab;
}

export function viewTabs(app: App): Tabs {
  const toCheck = app.index.findings.filter(isOpen).length;
  const isPressing = app.index.findings.some(({ severity }) => severity !== 'info');
  const current = (): Tab => app.store.get().tab || (isPressing ? 'check' : 'ledger');
  const list = h('div', { role: 'tablist', class: 'tabs' });
  const panel = (tab: Tab) =>
    h('div', { role: 'tabpanel', id: `panel-${tab}`, class: `panel ${tab}`, 'aria-labelledby': `tab-${tab}` });
  const panels = { check: panel('check'), ledger: panel('ledger'), charts: panel('charts') };

  const buttons = TABS.map((tab) =>
    h('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${tab}`,
      'aria-controls': `panel-${tab}`,
      click: () => app.store.set({ tab }),
    }),
  );
  list.append(...buttons);
  list.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (TABS.indexOf(current()) + by + TABS.length) % TABS.length;
    app.store.set({ tab: TABS[next] as Tab });
    buttons[next]?.focus();
  });

  return {
    element: list,
    panels,
    current,
    draw: () => {
      const words = wordsOf(app);
      list.setAttribute('aria-label', words.views);
      for (const [i, tab] of TABS.entries()) {
        const isCurrent = tab === current();
        const button = buttons[i] as HTMLButtonElement;
        const count = tab === 'check' ? toCheck : tab === 'ledger' ? app.index.tasks.length : null;
        button.replaceChildren(words.tabs[tab], ...(count === null ? [] : [h('b', {}, count)]));
        button.setAttribute('aria-selected', String(isCurrent));
        button.tabIndex = isCurrent ? 0 : -1;
        panels[tab].hidden = !isCurrent;
      }
    },
  };
}
