/** Beside the ledger: the selected task, and the text of its document. */
import type { DocumentText } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { CHINESE, h } from '../dom.js';
import { documentName } from '../model/names.js';
import { type Card, taskCard } from './card.js';
import { legend } from './legend.js';
import { textPane } from './textPane.js';

export interface SourceView {
  element: HTMLElement;
  card: Card;
  /** Draws everything in the language chosen. */
  draw(task: number | null): void;
  select(task: number | null): void;
  goTo(document: number, place: number | null): Promise<void>;
  /** Goes to the next or previous value in the text. */
  step(by: 1 | -1): void;
  /** The document shown, with all of it marked. */
  forPrint(): { name: string; text: HTMLElement };
}

export function sourceView(app: App): SourceView {
  const card = taskCard(app);
  const chooser = h('select', { class: 'chooser', ...CHINESE, input: () => void goTo(Number(chooser.value), null) });
  const values = h('details', { class: 'values' });
  const legendBox = h('div');
  const scroller = h('div', { class: 'scroller', id: 'text', tabindex: 0, role: 'region' });
  const pane = textPane(scroller);
  scroller.append(pane.element);
  let shown = -1;
  let text: DocumentText | null = null;
  let current = -1;
  /** The latest wish: a text that arrives after another was asked for is not shown. */
  let wish = 0;

  function drawValues(): void {
    const words = wordsOf(app);
    const found = text?.values ?? [];
    values.hidden = found.length === 0;
    values.replaceChildren(
      h('summary', {}, `${words.values} (${found.length})`),
      h(
        'dl',
        {},
        ...found.map((value) =>
          h(
            'div',
            { class: 'line' },
            h('dt', {}, words.valueNames[value.name] ?? value.name),
            h(
              'dd',
              CHINESE,
              h(
                'button',
                {
                  type: 'button',
                  class: `value ${value.name.startsWith('contacts') ? 'contact' : 'document'}`,
                  disabled: value.place === null,
                  click: () => value.place !== null && app.goTo(shown, value.place),
                },
                value.text,
              ),
            ),
          ),
        ),
      ),
    );
  }

  async function show(document: number): Promise<boolean> {
    if (document === shown && text) return true;
    wish += 1;
    const mine = wish;
    const read = await app.readText(document);
    if (mine !== wish) return false;
    shown = document;
    text = read;
    current = -1;
    chooser.value = String(document);
    pane.show(read, wordsOf(app));
    drawValues();
    return true;
  }

  async function goTo(document: number, place: number | null): Promise<void> {
    pane.calm();
    if (!(await show(document)) || place === null) return;
    current = place;
    pane.goTo(place);
  }

  scroller.addEventListener('click', (event) => {
    const target = (event.target as Element).closest('[data-places]');
    if (!target || !text || getSelection()?.isCollapsed === false) return;
    const places = (target.getAttribute('data-places') ?? '').split(' ').map(Number);
    const place = places.find((one) => text?.places[one]?.task !== null);
    const task = place === undefined ? null : text.places[place]?.task;
    if (task === null || task === undefined) return;
    current = places[0] ?? -1;
    app.selectTask(task, { tab: 'ledger' });
  });

  /** Values in the order of the text, without extents. */
  function inOrder(): number[] {
    const found = (text?.places ?? []).flatMap(({ kind, spans: [span] }, i) =>
      span && kind !== 'task' && kind !== 'body' ? [{ i, start: span[0] }] : [],
    );
    return found.sort((a, b) => a.start - b.start || a.i - b.i).map(({ i }) => i);
  }

  function step(by: 1 | -1): void {
    const order = inOrder();
    const at = order.indexOf(current);
    const next = order[at + by] ?? (by > 0 ? order[0] : order.at(-1));
    const place = next === undefined ? undefined : text?.places[next];
    if (next === undefined || !place || !text) return;
    if (place.task !== null) app.selectTask(place.task);
    void goTo(shown, next);
    const written = place.spans.map(([start, end]) => text?.text.slice(start, end)).join('');
    app.say(wordsOf(app).shownAt(wordsOf(app).kinds[place.kind], written.slice(0, 80)));
  }

  const label = h('h2', { class: 'visually-hidden' });
  return {
    element: h(
      'section',
      { class: 'beside' },
      label,
      card.element,
      h('div', { class: 'sourcehead' }, chooser, legendBox, values),
      scroller,
    ),
    card,
    goTo,
    step,
    select: (task) => {
      card.draw(task);
      pane.own(task);
    },
    draw: (task) => {
      const words = wordsOf(app);
      label.textContent = words.sourceText;
      scroller.setAttribute('aria-label', words.sourceText);
      chooser.setAttribute('aria-label', words.chooseDocument);
      chooser.replaceChildren(...app.index.documents.map((head, i) => h('option', { value: i }, documentName(head))));
      chooser.value = String(shown);
      legendBox.replaceChildren(legend(app));
      if (text) pane.show(text, words);
      drawValues();
      card.draw(task);
      pane.own(task);
    },
    forPrint: () => {
      pane.markAll();
      return { name: documentName(app.index.documents[shown]), text: pane.element };
    },
  };
}
