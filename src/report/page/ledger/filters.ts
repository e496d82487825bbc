/** Search and filters above the ledger. */
import { type App, words as wordsOf } from '../app.js';
import { h } from '../dom.js';
import { bodies, type Choice, codes, months } from '../model/facets.js';
import { documentName } from '../model/names.js';
import { isFiltered, NO_FILTER, type State } from '../model/state.js';
import { codeText } from '../words/codes.js';

export interface Filters {
  element: HTMLElement;
  draw(): void;
  /** Puts the state into the fields. */
  sync(): void;
  focusSearch(): void;
}

type Field = keyof typeof NO_FILTER;

export function ledgerFilters(app: App): Filters {
  const choices = { months: months(app.index), bodies: bodies(app.index), codes: codes(app.index) };
  const perDocument = new Map<number, number>();
  for (const { document } of app.index.tasks) perDocument.set(document, (perDocument.get(document) ?? 0) + 1);

  const element = h('form', { class: 'filters', role: 'search', submit: (event: Event) => event.preventDefault() });
  const fields = new Map<Field, HTMLInputElement | HTMLSelectElement>();
  const reset = h('button', { type: 'button', class: 'reset', click: () => app.store.set({ ...NO_FILTER }) });

  function field<T extends HTMLInputElement | HTMLSelectElement>(name: Field, label: string, input: T): HTMLElement {
    input.addEventListener('input', () => app.store.set({ [name]: input.value } as Partial<State>));
    fields.set(name, input);
    return h('label', { class: `field ${name}` }, h('span', {}, label), input);
  }

  function select(name: Field, label: string, options: readonly [value: string, text: string][]): HTMLElement {
    return field(name, label, h('select', {}, ...options.map(([value, text]) => h('option', { value }, text))));
  }

  const counted = (choice: Choice, text = choice.value): [string, string] => [
    choice.value,
    `${text} (${choice.count})`,
  ];

  function draw(): void {
    const words = wordsOf(app);
    const { lang } = app.store.get();
    fields.clear();
    element.setAttribute('aria-label', words.filters);
    reset.textContent = words.reset;
    const search = h('input', {
      type: 'search',
      placeholder: words.searchHint,
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-keyshortcuts': '/',
    });
    const unit = h('input', { type: 'search', list: 'bodies', placeholder: words.unitHint, autocomplete: 'off' });
    element.replaceChildren(
      field('q', words.search, search),
      field('unit', words.unit, unit),
      h('datalist', { id: 'bodies' }, ...choices.bodies.map(({ value, count }) => h('option', { value }, count))),
      select('role', words.role, [['', words.allRoles], ...Object.entries(words.roles), ['none', words.noRole]]),
      select('month', words.month, [
        ['', words.allMonths],
        ...choices.months.map((choice) => counted(choice)),
        ['none', words.noMonth],
      ]),
      select('doc', words.document, [
        ['', words.allDocuments],
        ...app.index.documents.flatMap((head, i): [string, string][] => {
          const count = perDocument.get(i) ?? 0;
          return count === 0 ? [] : [counted({ value: head.id, count }, documentName(head))];
        }),
      ]),
      select('code', words.finding, [
        ['', words.allFindings],
        ['any', words.anyFinding],
        ...choices.codes.map((choice) => counted(choice, codeText(choice.value, lang) ?? choice.value)),
      ]),
      reset,
    );
    sync();
  }

  function sync(): void {
    const state = app.store.get();
    for (const [name, input] of fields) {
      if (input.value !== state[name]) input.value = state[name];
      input.toggleAttribute('data-set', state[name] !== '');
    }
    reset.disabled = !isFiltered(state);
  }

  return {
    element,
    draw,
    sync,
    focusSearch: () => {
      const search = fields.get('q') as HTMLInputElement | undefined;
      search?.focus();
      search?.select();
    },
  };
}
