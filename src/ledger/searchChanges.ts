/** What a transaction changes in the full-text index: done at its end, since the index makes a segment at every savepoint. */

import type { Searched } from './searched.js';
import type { Indexed, SearchIndex } from './searchIndex.js';

export interface SearchChanges {
  /** A document has come. */
  add(documentId: string, searched: readonly Searched[]): void;
  /** A document is about to go; its rows are still there. */
  remove(documentId: string): void;
  /** How many changes wait: `cutTo` takes back what came after. */
  length(): number;
  cutTo(length: number): void;
  /** Writes what waits. */
  write(): void;
}

type Change = { documentId: string } & ({ added: readonly Searched[] } | { removed: Indexed | null });

export function searchChanges(index: SearchIndex): SearchChanges {
  const changes: Change[] = [];
  return {
    add: (documentId, added) => void changes.push({ documentId, added }),
    remove: (documentId) => void changes.push({ documentId, removed: index.read(documentId) }),
    length: () => changes.length,
    cutTo(length) {
      changes.splice(length);
    },
    write() {
      const added = new Map<string, readonly Searched[]>();
      for (const change of changes.splice(0)) {
        if ('added' in change) added.set(change.documentId, change.added);
        // What came in this transaction is not in the index yet.
        else if (!added.delete(change.documentId) && change.removed) index.remove(change.removed);
      }
      for (const [documentId, searched] of added) index.add(documentId, searched);
    },
  };
}
