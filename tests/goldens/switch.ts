/** `UPDATE=1` (npm run goldens) writes what tests expect instead of checking it. */
export const UPDATE = (process.env.UPDATE ?? '') !== '';

/** Continuous integration checks goldens and never renews them. */
export const CI = (process.env.CI ?? '') !== '';

/** @throws where the switch was left on: a run that renews its own expectations proves nothing */
export function refuseUpdateInCi(): void {
  if (UPDATE && CI) throw new Error('UPDATE is set under CI: goldens are renewed by people, who read the diff');
}
