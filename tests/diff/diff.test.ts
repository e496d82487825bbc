/** `taizhang diff`: what became of tasks. */
import { expect, test } from 'vitest';
import { diffTasks } from '../../src/diff/diff.js';
import type { ComparedTask } from '../../src/diff/tasks.js';
import { workspace } from '../cli/workspace.js';

const task = (id: string, body: string, more: Partial<ComparedTask> = {}): ComparedTask => ({
  ...{
    id,
    source: 'a.txt',
    document_title: '甲',
    title: null,
    body,
    lead: '市发改委',
    responsible: null,
    support: null,
  },
  ...{ chief: null, deadline_text: null, due_on: null, ...more },
});

const LONG = '推进政务服务事项全程网办，年底前网办率不低于百分之九十';
const OTHER = '建设县域充电设施，新增公共充电桩三百个并接入统一平台';

const told = (old: ComparedTask[], now: ComparedTask[]) => {
  const { unchanged, changes } = diffTasks(old, now);
  return [unchanged, ...changes.map((change) => `${change.kind} ${change.task.id}`)];
};

test('nothing changed, whatever the ids, sources, widths and blanks', () => {
  const now = [task('9', `${LONG.replace('，', ',')} `, { source: 'b.txt' }), task('8', OTHER)];
  expect(told([task('1', OTHER), task('2', LONG)], now)).toEqual([2]);
});

test('added, dropped, changed', () => {
  const old = [task('1', LONG), task('2', OTHER), task('3', '修订办事指南，公布监督电话')];
  const now = [
    task('a', '开展窗口人员培训，每季度不少于一次'),
    task('b', LONG.replace('九十', '九十五')),
    task('c', OTHER, { lead: '市能源局' }),
  ];
  const { unchanged, changes } = diffTasks(old, now);
  expect(unchanged).toBe(0);
  expect(changes.map((change) => `${change.kind} ${change.task.id}`)).toEqual([
    'added a',
    'changed b',
    'changed c',
    'dropped 3',
  ]);
  expect(changes[2]).toMatchObject({ old: { id: '2' }, fields: [{ field: 'lead', old: '市发改委', new: '市能源局' }] });
  expect(changes[1]).toMatchObject({ old: { id: '1' }, fields: [{ field: 'body' }] });
});

test('the same title in the same document is the same task, however much its text changed', () => {
  const old = [task('1', `网办。${LONG}`, { title: '网办' })];
  expect(told(old, [task('2', `网办。${OTHER}`, { title: '网办' })])).toEqual([0, 'changed 2']);
  expect(told(old, [task('2', `网办。${OTHER}`, { title: '网办', source: 'b.txt' })])).toEqual([
    0,
    'added 2',
    'dropped 1',
  ]);
});

test('of the same tasks twice each finds its own', () => {
  expect(told([task('1', LONG), task('2', LONG)], [task('3', LONG), task('4', LONG), task('5', LONG)])).toEqual([
    2,
    'added 5',
  ]);
});

test('both ways round it tells of the same tasks', () => {
  const old = [task('1', LONG), task('2', OTHER)];
  const now = [task('3', LONG.replace('年底前', '6月底前')), task('4', '开展窗口人员培训，每季度不少于一次')];
  const kinds = (diff: ReturnType<typeof diffTasks>) => diff.changes.map(({ kind }) => kind).sort();
  expect(kinds(diffTasks(old, now))).toEqual(['added', 'changed', 'dropped']);
  expect(kinds(diffTasks(now, old))).toEqual(['added', 'changed', 'dropped']);
});

test('the command compares ledgers, and documents of one ledger', async () => {
  const space = workspace({
    'old/plan.txt': '标题：2022年方案\n- 压缩时限 | lead 区发改委 | by 2022-09-30\n- 平整土地 | lead 区住建局',
    'new/plan.txt': '标题：2023年方案\n- 压缩时限 | lead 区行政审批局 | by 2023-09-30\n- 平整土地 | lead 区住建局',
  });
  await space.run(['extract', 'old', '--db', 'old.sqlite']);
  await space.run(['extract', 'new', '--db', 'new.sqlite']);
  const ran = await space.run(['diff', 'old.sqlite', 'new.sqlite']);
  expect(ran.status).toBe(0);
  expect(ran.err).toBe('0 added, 0 dropped, 1 changed, 1 unchanged\n');
  expect(ran.out.split('\n').slice(1)).toEqual([
    '    牵头单位: 区发改委 → 区行政审批局',
    '    完成时限: 2022-09-30 → 2023-09-30',
    '    到期日: 2022-09-30 → 2023-09-30',
    '',
  ]);
  await space.run(['extract', 'old', 'new', '--db', 'both.sqlite']);
  const both = await space.run([
    'diff',
    'both.sqlite',
    'both.sqlite',
    '--old-document',
    '2022年',
    '--new-document',
    '2023年',
    '--json',
  ]);
  expect(JSON.parse(both.out)).toMatchObject({ kind: 'changed', old: { due_on: '2022-09-30' } });
  expect(await space.run(['diff', 'both.sqlite', 'both.sqlite', '--old-document', '无此'])).toMatchObject({
    status: 2,
  });
  expect(await space.run(['diff', 'none.sqlite', 'both.sqlite'])).toMatchObject({ status: 2, err: /no such ledger/ });
});
