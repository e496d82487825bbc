/** Wording that commands share. */
import type { Failure } from '../batch/errors.js';

/** One line on a document that failed. */
export function failureLine({ source, message }: Pick<Failure, 'source' | 'message'>): string {
  return `${source}: ${message}\n`;
}

/** `1 task`, `2 tasks`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
