/** What the keys do. */
import type { App } from '../app.js';
import { NO_FILTER, TABS } from '../model/state.js';

export interface Actions {
  /** Moves in the list shown, by rows; infinite for its ends. */
  move(by: number): void;
  page(): number;
  stepValue(by: 1 | -1): void;
  stepText(by: 1 | -1): void;
  details(): void;
  search(): void;
  help(): void;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/** Listens to the keys of the page. In fields only Esc and the way back to the list mean something. */
export function listenToKeys(app: App, actions: Actions): void {
  const inList: Record<string, () => void> = {
    ArrowDown: () => actions.move(1),
    ArrowUp: () => actions.move(-1),
    PageDown: () => actions.move(actions.page()),
    PageUp: () => actions.move(-actions.page()),
    Home: () => actions.move(Number.NEGATIVE_INFINITY),
    End: () => actions.move(Number.POSITIVE_INFINITY),
    ArrowRight: () => actions.stepValue(1),
    ArrowLeft: () => actions.stepValue(-1),
    Enter: actions.details,
  };
  const anywhere: Record<string, () => void> = {
    j: () => actions.move(1),
    k: () => actions.move(-1),
    '/': actions.search,
    '?': actions.help,
    '[': () => actions.stepText(-1),
    ']': () => actions.stepText(1),
    ...Object.fromEntries(TABS.map((tab, i) => [String(i + 1), () => app.store.set({ tab })])),
  };

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]'))
      return;
    const { target, key } = event;
    if (isTyping(target)) {
      if (key === 'Escape') {
        app.store.set({ ...NO_FILTER });
        event.preventDefault();
      } else if (key === 'ArrowDown' && target instanceof HTMLInputElement && !target.list) {
        actions.move(1);
        event.preventDefault();
      }
      return;
    }
    if (key === 'Escape') {
      app.store.set({ ...NO_FILTER });
      return;
    }
    const isList = target instanceof Element && target.matches('#grid, #findings');
    const action = (isList ? inList[key] : undefined) ?? anywhere[key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
