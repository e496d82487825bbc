/** What the command asks of V8; the library leaves it to whoever uses it, for it holds for a whole process. */
import { setFlagsFromString } from 'node:v8';

/**
 * Each is read anew, once, by whatever it guides: it may change while V8 is at work. That does not hold of every flag:
 * max-inlined-bytecode-size is read twice for each call, and the process is aborted where the two differ.
 */
const SETTINGS = [
  // A collection in the middle of a document finds all its rows in use. V8 would take such rows for long-lived and make all
  // that follow in the old space, where they stay until a full collection: a tenth of the time, and memory.
  '--no-allocation-site-pretenuring',
  // Arrays made by a copy of map() inside its caller are of another kind than those made by map() itself. Code that meets
  // both is thrown away and compiled anew: three of four times that it happens.
  '--no-turbo-inline-array-builtins',
  // A third of what V8 copies into a function from those that it calls: half the compiler's time in each worker, for code as fast.
  '--max-inlined-bytecode-size-cumulative=300',
];

// What lives on may grow to twice what it was before V8 looks again which of it is in use, not to four times: a long run
// leaves something behind with every document. Not for `parse`, whose texts are large: it would take a tenth longer.
const SETTINGS_OF = new Map([['extract', ['--heap-growing-percent=100']]]);

/**
 * Before workers start: they are of the same process.
 * @param command what the process is for, where it is for one
 */
export function setEngine(command = ''): void {
  for (const setting of [...SETTINGS, ...(SETTINGS_OF.get(command) ?? [])]) setFlagsFromString(setting);
}
