/** What the parts of fetching say of a GET; src/fetch/visit.ts does it. */
import type { Answer, Asked, Validators } from './request.js';

export interface Wanted extends Omit<Asked, 'url' | 'validators'> {
  url: URL;
  /** Validators of the version that is known and the address that gave them; no other address is asked about it. */
  known: (Validators & { finalUrl: string }) | null;
}

/** What came of it, and the address that gave it after all redirects. */
export type Got = Exclude<Answer, { kind: 'redirect' }> & { url: URL };

/** @throws FetchProblem; the reason of the run's signal where that ended it */
export type Get = (wanted: Wanted) => Promise<Got>;
