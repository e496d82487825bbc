/** Keeps the state in the address, and tells who listens when it changes. */
import { fromHash, type State, toHash } from './model/state.js';

type Listener = (state: State, before: State) => void;

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  on(listener: Listener): void;
}

export function createStore(): Store {
  const listeners: Listener[] = [];
  let state = fromHash(location.hash);
  const change = (next: State) => {
    const before = state;
    state = next;
    for (const listener of listeners) listener(state, before);
  };
  addEventListener('hashchange', () => {
    if (location.hash !== toHash(state)) change(fromHash(location.hash));
  });
  return {
    get: () => state,
    set: (changed) => {
      const next = { ...state, ...changed };
      const hash = toHash(next);
      if (hash === toHash(state)) return;
      history.replaceState(null, '', hash);
      change(next);
    },
    on: (listener) => {
      listeners.push(listener);
    },
  };
}
