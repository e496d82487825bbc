/** Title, numbers, and the switches for language and colours. */
import { type App, words as wordsOf } from '../app.js';
import { h } from '../dom.js';
import { THEMES } from '../model/state.js';

export interface Header {
  element: HTMLElement;
  draw(): void;
}

export function pageHeader(app: App, openHelp: () => void): Header {
  const title = h('h1');
  const summary = h('p', { class: 'summary' });
  const language = h('button', {
    type: 'button',
    class: 'language',
    click: () => app.store.set({ lang: app.store.get().lang === 'zh' ? 'en' : 'zh' }),
  });
  const theme = h('button', {
    type: 'button',
    class: 'theme',
    click: () => {
      const next = THEMES[(THEMES.indexOf(app.store.get().theme) + 1) % THEMES.length] ?? 'auto';
      app.store.set({ theme: next });
    },
  });
  const help = h('button', { type: 'button', class: 'helpbutton', click: openHelp, 'aria-keyshortcuts': '?' });
  return {
    element: h('header', { class: 'bar' }, title, summary, h('div', { class: 'switches' }, language, theme, help)),
    draw: () => {
      const words = wordsOf(app);
      const { documents, tasks, units } = app.index;
      title.textContent = words.title;
      summary.textContent = words.summary(documents.length, tasks.length, units.length);
      language.textContent = words.language;
      language.lang = app.store.get().lang === 'zh' ? 'en' : 'zh-CN';
      theme.textContent = words.theme[app.store.get().theme];
      help.textContent = words.help;
    },
  };
}
