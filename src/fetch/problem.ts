/** Why an address could not be fetched, told as one line; the codes stand in README.md. */
export type ProblemCode =
  | 'address' // an address that this program does not go to
  | 'robots' // robots.txt says no, or cannot be read
  | 'redirect' // a redirect that leads nowhere good
  | 'http-status'
  | 'network'
  | 'timeout'
  | 'too-large'
  | 'internal';

/** An address could not be fetched. What stands in the ledger stays, the next run tries again. */
export class FetchProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    /** Worth another try in this run; `wait` in milliseconds where the server named a time. */
    readonly again: false | { wait: number | null } = false,
    /** Of HTTP, where the server answered. */
    readonly status: number | null = null,
  ) {
    super(message);
    this.name = 'FetchProblem';
  }
}
