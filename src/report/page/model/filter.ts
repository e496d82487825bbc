/** Which tasks the ledger shows. */
import type { Duty, ReportIndex, Task } from '../../data.js';
import { fold, wordsOf } from './search.js';
import type { State } from './state.js';

/** Separators of a list of bodies. */
const SEPARATORS = /[、,，;；]+/;

/** Indexes of the bodies that `test` accepts by their full or usual name. */
function unitsWith({ units }: ReportIndex, test: (known: string) => boolean): Set<number> {
  return new Set(units.flatMap((unit, i) => (test(fold(unit.name)) || test(fold(unit.short)) ? [i] : [])));
}

/** What a list of names means, each the bodies called so, else those whose name contains it. */
function unitsNamed(index: ReportIndex, names: string): Set<number>[] {
  const called = (name: string) => unitsWith(index, (known) => known === fold(name));
  // A separator may be part of a name.
  const whole = called(names.trim());
  if (whole.size > 0) return [whole];
  const listed = names.split(SEPARATORS).map((name) => name.trim());
  return listed.filter(Boolean).map((name) => {
    const exact = called(name);
    return exact.size > 0 ? exact : unitsWith(index, (known) => known.includes(fold(name)));
  });
}

type Test = (task: Task, index: number) => boolean;

function testUnits(index: ReportIndex, names: string, role: string): Test {
  const wanted = unitsNamed(index, names);
  const inRole = (duty: Duty) => role === '' || duty.role === role;
  return ({ duties }) => wanted.every((units) => duties.some((duty) => units.has(duty.unit) && inRole(duty)));
}

function testRole(role: string): Test {
  if (role === 'none') return ({ duties }) => duties.length === 0;
  return ({ duties }) => duties.some((duty) => duty.role === role);
}

function testMonth(month: string): Test {
  if (month === 'none') return ({ deadlines }) => deadlines.every(({ dueOn }) => dueOn === null);
  return ({ deadlines }) => deadlines.some(({ dueOn }) => dueOn?.startsWith(month));
}

function testCode({ findings }: ReportIndex, code: string): Test {
  const found = findings.filter((one) => (code === 'any' ? one.severity !== 'info' : one.code === code));
  const tasks = new Set(found.map(({ task }) => task));
  return (_, i) => tasks.has(i);
}

/** Indexes of the tasks that the state chooses, in the order of the documents. */
export function chosenTasks(
  index: ReportIndex,
  state: State,
  matches: () => (task: number, words: readonly string[]) => boolean,
): number[] {
  const { q, unit, role, month, doc, code } = state;
  const tests: Test[] = [];
  if (doc !== '') {
    const wanted = index.documents.findIndex(({ id }) => id === doc);
    tests.push((task) => task.document === wanted);
  }
  if (role !== '' && (unit === '' || role === 'none')) tests.push(testRole(role));
  if (unit !== '') tests.push(testUnits(index, unit, role === 'none' ? '' : role));
  if (month !== '') tests.push(testMonth(month));
  if (code !== '') tests.push(testCode(index, code));
  const words = wordsOf(q);
  if (words.length > 0) {
    const match = matches();
    tests.push((_, i) => match(i, words));
  }
  return index.tasks.flatMap((task, i) => (tests.every((test) => test(task, i)) ? [i] : []));
}
