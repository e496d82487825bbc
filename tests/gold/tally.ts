/** Counts of right, surplus and missing values, by field. */

export interface Miss {
  /** Document and task: never a sentence of the document. */
  where: string;
  missing: string[];
  surplus: string[];
}

export interface Tally {
  right: number;
  surplus: number;
  missing: number;
  misses: Miss[];
}

/** 1 where there was nothing to find and nothing was found. */
export function f1({ right, surplus, missing }: Tally): number {
  return right + surplus + missing === 0 ? 1 : (2 * right) / (2 * right + surplus + missing);
}

export type Value = string | number | null;

export class Tallies {
  readonly fields = new Map<string, Tally>();

  field(name: string): Tally {
    const known = this.fields.get(name);
    if (known) return known;
    const tally: Tally = { right: 0, surplus: 0, missing: 0, misses: [] };
    this.fields.set(name, tally);
    return tally;
  }

  /** Values whose order does not matter. */
  sets(field: string, expected: readonly Value[], got: readonly Value[], where: string): void {
    const missing = expected.map(String);
    const surplus: string[] = [];
    for (const value of got.map(String)) {
      const at = missing.indexOf(value);
      if (at < 0) surplus.push(value);
      else missing.splice(at, 1);
    }
    const tally = this.field(field);
    tally.right += expected.length - missing.length;
    tally.missing += missing.length;
    tally.surplus += surplus.length;
    if (missing.length + surplus.length > 0) tally.misses.push({ where, missing, surplus });
  }

  /** One value; null means that there is none. */
  one(field: string, expected: Value, got: Value, where: string): void {
    this.sets(field, expected === null ? [] : [expected], got === null ? [] : [got], where);
  }
}
