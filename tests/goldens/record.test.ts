import { expect, test } from 'vitest';
import { firstDifference, printRecord } from './record.js';

test('the first difference is told by its path', () => {
  const golden = { tasks: [{ body: '一' }, { body: '二', due_on: null }], cases: [] };
  expect(firstDifference(golden, structuredClone(golden))).toBeNull();
  expect(firstDifference(golden, { tasks: [{ body: '一' }, { body: '两', due_on: '2023-01-01' }], cases: [1] })).toBe(
    'tasks[1].body: expected "二", got "两"',
  );
  expect(firstDifference(golden, { tasks: [{ body: '一' }], cases: [] })).toBe(
    'tasks[1]: expected {"body":"二","due_on":null}, got nothing',
  );
});

test('a printed record is JSON with one line for each row', () => {
  const record = { document: { id: 'a' }, tasks: [{ seq: 1 }, { seq: 2 }], cases: [] };
  const printed = printRecord(record);
  expect(JSON.parse(printed)).toEqual(record);
  expect(printed.split('\n')).toContain('    {"seq":1},');
});
