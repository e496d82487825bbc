/** Where the state of a ledger stands. */

/** The path of the state names a file that is something else. */
export class NotAState extends Error {
  constructor(path: string) {
    super(`${path}: is not the state of a ledger`);
    this.name = 'NotAState';
  }
}

export function statePath(ledger: string): string {
  return `${ledger}.state.sqlite`;
}
