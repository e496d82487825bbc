/** What documents, tasks and bodies are called on the page. */
import type { DocumentHead, Task, Unit } from '../../data.js';

export function documentName(head: DocumentHead | undefined): string {
  return head?.title ?? head?.source ?? '';
}

/** A task in a few words. */
export function taskName({ title, body }: Task): string {
  return title ?? (body.length > 40 ? `${body.slice(0, 40)}…` : body);
}

/** Short names for bodies shown together: the usual one, and the full name where two share the usual one. */
export function shortNames(units: readonly Unit[], shown: readonly number[]): Map<number, string> {
  const uses = new Map<string, number>();
  for (const unit of shown) {
    const short = units[unit]?.short ?? '';
    uses.set(short, (uses.get(short) ?? 0) + 1);
  }
  return new Map(
    shown.map((unit) => {
      const { short = '', name = '' } = units[unit] ?? {};
      return [unit, uses.get(short) === 1 ? short : name];
    }),
  );
}
