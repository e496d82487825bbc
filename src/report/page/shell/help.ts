/** The window that explains the keys. */
import { type App, words as wordsOf } from '../app.js';
import { h } from '../dom.js';

export interface Help {
  element: HTMLDialogElement;
  open(): void;
}

export function helpWindow(app: App): Help {
  const element = h('dialog', { class: 'help', 'aria-labelledby': 'help-title' });
  return {
    element,
    open: () => {
      const words = wordsOf(app);
      element.replaceChildren(
        h('h2', { id: 'help-title' }, words.help),
        h(
          'dl',
          {},
          ...words.keys.map(([keys, what]) => h('div', {}, h('dt', {}, h('kbd', {}, keys)), h('dd', {}, what))),
        ),
        h('p', { class: 'made' }, words.madeBy(app.index.version)),
        h('button', { type: 'button', autofocus: true, click: () => element.close() }, words.close),
      );
      if (!element.open) element.showModal();
    },
  };
}
