/** What a checker sees first: what was not understood, each leading to its place. */
import type { Finding } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { CHINESE, h } from '../dom.js';
import { CATEGORIES, type Category, categoryOf, countByCategory, isOpen, sortedFindings } from '../model/categories.js';
import { documentName, taskName } from '../model/names.js';
import { virtualList } from '../shell/virtual.js';
import { codeText } from '../words/codes.js';

export interface CheckPanel {
  element: HTMLElement;
  draw(): void;
  shown(): readonly Finding[];
  /** Moves the selection: by rows, or to an end. */
  move(by: number): void;
  page(): number;
  focus(): void;
}

export function checkPanel(app: App): CheckPanel {
  const all = sortedFindings(app.index.findings);
  const counts = countByCategory(all);
  let shown: Finding[] = [];
  let selected = -1;

  const chips = h('div', { class: 'chips', role: 'group' });
  const intro = h('p', { class: 'intro' });
  const empty = h('p', { class: 'empty', hidden: true });
  const rows = h('div', { class: 'rows', role: 'presentation' });
  const list = h('div', { class: 'findinglist', id: 'findings', role: 'listbox', tabindex: 0 }, rows);
  const virtual = virtualList({ scroller: list, body: rows, headHeight: () => 0, draw: drawFinding });

  function drawFinding(position: number): HTMLElement {
    const finding = shown[position] as Finding;
    const words = wordsOf(app);
    const { lang } = app.store.get();
    const head = finding.document === null ? undefined : app.index.documents[finding.document];
    const task = finding.task === null ? undefined : app.index.tasks[finding.task];
    return h(
      'div',
      {
        role: 'option',
        id: `finding-${position}`,
        class: `row finding ${categoryOf(finding)}`,
        'aria-selected': position === selected ? 'true' : 'false',
        'aria-setsize': shown.length,
        'aria-posinset': position + 1,
        click: () => select(position),
      },
      h('span', { class: `badge ${categoryOf(finding)}` }, badge(finding)),
      h('span', { class: 'what' }, codeText(finding.code, lang) ?? finding.message),
      h('span', { class: 'excerpt', ...CHINESE }, finding.excerpt === '' ? words.noPlace : finding.excerpt),
      h(
        'span',
        { class: 'where', ...CHINESE },
        [task ? `${task.ordinal ?? `#${task.seq}`} ${taskName(task)}` : '', documentName(head) || finding.source]
          .filter(Boolean)
          .join(' · '),
      ),
    );
  }

  function badge(finding: Finding): string {
    const words = wordsOf(app);
    const category = categoryOf(finding);
    return words.badges[category];
  }

  function select(position: number): void {
    const finding = shown[position];
    if (!finding) return;
    rows.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
    selected = position;
    virtual.reveal(position);
    const row = rows.querySelector(`#finding-${position}`);
    row?.setAttribute('aria-selected', 'true');
    if (row) list.setAttribute('aria-activedescendant', row.id);
    if (finding.task !== null) app.selectTask(finding.task);
    if (finding.document !== null) app.goTo(finding.document, finding.place);
    else app.say(wordsOf(app).noText);
  }

  function chip(value: Category | '', count: number): HTMLElement {
    const words = wordsOf(app);
    const isOn = app.store.get().check === value;
    return h(
      'button',
      {
        type: 'button',
        class: `chip ${value || 'all'}`,
        'aria-pressed': isOn ? 'true' : 'false',
        disabled: count === 0 && !isOn,
        click: () => app.store.set({ check: value }),
      },
      words.categories[value || 'all'],
      h('b', {}, count),
    );
  }

  return {
    element: h('div', { class: 'checkpanel' }, intro, chips, h('div', { class: 'gridbox' }, list, empty)),
    draw: () => {
      const words = wordsOf(app);
      const { check } = app.store.get();
      shown = all.filter((one) => (check === '' ? isOpen(one) : categoryOf(one) === check));
      selected = -1;
      intro.textContent = words.checkIntro;
      chips.setAttribute('aria-label', words.finding);
      list.setAttribute('aria-label', words.checkLabel);
      list.removeAttribute('aria-activedescendant');
      const focused = chips.contains(document.activeElement) ? check : null;
      chips.replaceChildren(
        chip('', all.filter(isOpen).length),
        ...CATEGORIES.map((category) => chip(category, counts[category])),
      );
      if (focused !== null) chips.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
      empty.hidden = shown.length > 0;
      empty.textContent = words.allClear;
      list.scrollTop = 0;
      virtual.refresh(shown.length);
    },
    shown: () => shown,
    move: (by) => select(Math.min(shown.length - 1, Math.max(0, selected < 0 && by > 0 ? by - 1 : selected + by))),
    page: virtual.page,
    focus: () => list.focus({ preventScroll: true }),
  };
}
