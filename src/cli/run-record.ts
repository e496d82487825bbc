/** What a run tells beside the ledger: the run log in the state file and, on request, a log of JSON lines. */
import type { Observer } from '../batch/tally.js';
import type { RunLog } from '../state/runs.js';

/** Notes documents, failures and pruned sources in the run log, once there is one. */
export function noteIn(log: () => RunLog | null): Observer {
  return {
    document({ id, sources, outcome, ms }) {
      log()?.seen(sources);
      if (outcome === 'unchanged') return;
      for (const source of sources) log()?.note({ source, documentId: id, outcome, ms, message: null });
    },
    failure: ({ source, message }) => log()?.note({ source, documentId: null, outcome: 'failed', ms: null, message }),
    pruned: (source) => log()?.note({ source, documentId: null, outcome: 'pruned', ms: null, message: null }),
  };
}

/** Appends one JSON object per event to the file at `path`. */
export async function logTo(path: string): Promise<Observer> {
  const { default: pino } = await import('pino');
  const log = pino({ base: null }, pino.destination({ dest: path, sync: true, mkdir: true, append: true }));
  return {
    planned: (documents) => log.info({ documents }, 'run'),
    document: ({ ms, ...event }) => log.info({ ...event, ms: Math.round(ms) }, 'document'),
    failure: (failure) => log.error(failure, 'failure'),
    pruned: (source) => log.info({ source }, 'pruned'),
  };
}
