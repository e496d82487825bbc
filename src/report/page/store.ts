/** Keeps the state in the address, and tells who listens when it changes. */
import { fromHash, type State, toHash } from './model/state.js';

type Listener = (state: State, before: State) => void;

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  on(listener: Listener): void;
}

/** Browsers refuse an address that changes with every key: at most once in so many milliseconds. */
const WRITE_EVERY = 400;

/** Returns the function that brings the address up to date, soon. */
function addressWriter(hash: () => string): () => void {
  let written = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    written = performance.now();
    history.replaceState(null, '', hash());
  };
  addEventListener('pagehide', () => timer !== undefined && write());
  return () => {
    const wait = written + WRITE_EVERY - performance.now();
    if (wait <= 0) write();
    else timer ??= setTimeout(write, wait);
  };
}

export function createStore(): Store {
  const listeners: Listener[] = [];
  let state = fromHash(location.hash);
  const write = addressWriter(() => toHash(state));
  const change = (next: State) => {
    const before = state;
    state = next;
    for (const listener of listeners) listener(state, before);
  };
  // Somebody typed another address, or followed a link to one.
  addEventListener('hashchange', () => {
    if (location.hash !== toHash(state)) change(fromHash(location.hash));
  });
  return {
    get: () => state,
    set: (changed) => {
      const next = { ...state, ...changed };
      if (toHash(next) === toHash(state)) return;
      change(next);
      write();
    },
    on: (listener) => {
      listeners.push(listener);
    },
  };
}
