/** Whose turn it is at a host: so many requests at once, so much time between the starts of two. */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

interface Host {
  limit: LimitFunction;
  /** Milliseconds between two starts. */
  delay: number;
  /** When the next request may start, on the clock of `performance`. */
  free: number;
}

export interface Turns {
  /** Does `work` when it is this host's turn. */
  take<T>(host: string, work: () => Promise<T>): Promise<T>;
  /** Lets the host rest for so many milliseconds. */
  rest(host: string, ms: number): void;
  /** Leaves at least so many milliseconds between two starts from now on. */
  slowDown(host: string, delay: number): void;
}

/** @param delay milliseconds between the starts of two requests to one host */
export function hostTurns(perHost: number, delay: number, signal: AbortSignal): Turns {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const known = hosts.get(name) ?? { limit: pLimit(perHost), delay, free: 0 };
    hosts.set(name, known);
    return known;
  };
  return {
    take: (name, work) => {
      const host = hostOf(name);
      return host.limit(async () => {
        signal.throwIfAborted();
        // Looked at again after each sleep: another request may have made the host rest meanwhile.
        for (let wait = host.free - performance.now(); wait > 0; wait = host.free - performance.now()) {
          await sleep(Math.ceil(wait), undefined, { signal });
        }
        host.free = performance.now() + host.delay;
        return work();
      });
    },
    rest: (name, ms) => {
      const host = hostOf(name);
      host.free = Math.max(host.free, performance.now() + ms);
    },
    slowDown: (name, least) => {
      const host = hostOf(name);
      host.delay = Math.max(host.delay, least);
    },
  };
}
