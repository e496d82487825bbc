/** Filters choose what a reader would choose by hand, by way of indexes. */
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportedTask } from '../../src/model/exported.js';
import { dueDates, type TaskFilter, taskIds, undatedTaskIds } from '../../src/query/filter.js';
import { readTasks } from '../../src/query/tasks.js';
import { corpusLedger } from '../export/ledgers.js';

/** What the filter says, asked of a whole task. */
function holds(task: ExportedTask, { unitIds, role, documentIds, after = '', before = '9999' }: TaskFilter): boolean {
  const isConcerned = task.assignments.some(
    (one) => (unitIds?.includes(one.unit_id) ?? true) && (role === undefined || one.role === role),
  );
  return (
    (documentIds?.includes(task.document.id) ?? true) &&
    ((unitIds === undefined && role === undefined) || isConcerned) &&
    (after === '' && before === '9999' ? true : datesIn(task, after, before).length > 0)
  );
}

function datesIn(task: ExportedTask, after: string, before: string): string[] {
  return task.deadlines.flatMap(({ due_on }) =>
    due_on !== null && after <= due_on && due_on <= before ? [due_on] : [],
  );
}

function filters(db: Database.Database): fc.Arbitrary<TaskFilter> {
  const some = (sql: string) => fc.subarray(db.prepare<[], string>(sql).pluck().all());
  const day = fc.constantFrom('2022-06-30', '2023-01-01', '2023-06-30', '2023-09-30', '2024-12-31');
  return fc.record(
    {
      unitIds: some('SELECT id FROM units WHERE function IS NOT NULL ORDER BY id'),
      role: fc.constantFrom('lead', 'responsible', 'support', 'chief'),
      documentIds: some('SELECT DISTINCT document_id FROM tasks ORDER BY 1'),
      after: day,
      before: day,
    } as const,
    { requiredKeys: [] },
  );
}

test('as by hand', () => {
  const db = corpusLedger().open();
  const all = [...readTasks(db, taskIds(db, {}), { contacts: false })];
  expect(all.length).toBe(db.prepare('SELECT count(*) FROM tasks').pluck().get());
  let chosen = 0;
  fc.assert(
    fc.property(filters(db), (filter) => {
      const expected = all.filter((task) => holds(task, filter));
      chosen += expected.length;
      expect(taskIds(db, filter)).toEqual(expected.map(({ id }) => id));

      const { after = '', before = '9999' } = filter;
      const dates = expected.flatMap((task) => datesIn(task, after, before).map((date) => `${date} ${task.id}`));
      const deadline = new Map(all.flatMap((task) => task.deadlines.map(({ id, due_on }) => [id, due_on])));
      const due = dueDates(db, filter).map(({ task_id, deadline_id }) => `${deadline.get(deadline_id)} ${task_id}`);
      expect([...due].sort()).toEqual(dates.sort());
      const days = due.map((one) => one.slice(0, 10));
      expect(days).toEqual([...days].sort());

      const undated = all.filter(
        (task) => holds(task, { ...filter, after: '', before: '9999' }) && datesIn(task, '', '9999').length === 0,
      );
      expect(undatedTaskIds(db, filter)).toEqual(undated.map(({ id }) => id));
    }),
    { numRuns: 300 },
  );
  expect(chosen).toBeGreaterThan(1000);
  db.close();
});

test('a body that leads a whole section owes its tasks', () => {
  const space = corpusLedger();
  const db = space.open();
  const [[unit, section] = []] = space.query(`SELECT unit_id, section_id FROM assignments
    WHERE task_id IS NULL AND role = 'lead' AND section_id IN (SELECT section_id FROM tasks) LIMIT 1`);
  const below = space.query(`SELECT id FROM tasks WHERE section_id = '${section}'`).flat();
  expect(below.length).toBeGreaterThan(0);
  expect(taskIds(db, { unitIds: [String(unit)], role: 'lead' })).toEqual(expect.arrayContaining(below));
  db.close();
});

test('a question on one body does not read all assignments or all tasks', () => {
  const db = corpusLedger().open();
  const plans: string[] = [];
  const explaining = new Proxy(db, {
    get(target, key) {
      if (key !== 'prepare') return Reflect.get(target, key);
      return (sql: string) => {
        const explain = target.prepare<[Record<string, string>], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
        const run = (parameters: Record<string, string>) => {
          plans.push(...explain.all(parameters).map(({ detail }) => detail));
          return [];
        };
        return { pluck: () => ({ all: run }), all: run };
      };
    },
  });
  const filter: TaskFilter = { unitIds: ['u:1'], role: 'lead' };
  taskIds(explaining, filter);
  dueDates(explaining, { ...filter, before: '2023-09-30' });
  expect(plans.join('\n')).toContain('assignments_unit');
  const scans = plans.filter((plan) => /^SCAN (?!json_each|chosen|below|inner)/.test(plan));
  expect(scans).toEqual([]);
  db.close();
});
