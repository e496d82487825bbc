/** Ctrl-C once: the run ends after the documents under way. Ctrl-C again: at once, as without us. */

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Listens for the signals that end a process.
 * @param told hears of the first one
 */
export function listenForInterrupt(told: () => void): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const stop = () => {
    for (const name of SIGNALS) process.off(name, onSignal);
  };
  const onSignal = () => {
    stop(); // the next one has its usual effect
    controller.abort();
    told();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return { signal: controller.signal, stop };
}
