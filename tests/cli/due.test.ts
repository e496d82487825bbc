/** `taizhang due` and `taizhang show` on a ledger of toy text. */
import { expect, test } from 'vitest';
import { toyLedger } from '../export/ledgers.js';

const TOY = `标题：工作方案
# 行动计划
! lead 市发改委
- 压缩时限 | lead 区发改委、市财政局 | by 2023-09-30
? 含糊其辞
- 平整土地 | responsible 区发改委 | by 2023-06-30
- 长期坚持 | lead 区发改委
- 别家的事 | lead 市财政局 | by 2023-01-31
- 分项的事 | lead 市财政局 | measure 打地基 | measure-lead 区发改委 | by 2023-10-31
`;

const lines = (out: string) =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));

test('what a body owes, soonest first', async () => {
  const space = toyLedger(TOY);
  const due = async (...flags: string[]) => {
    const ran = await space.run(['due', ...flags]);
    expect(ran).toMatchObject({ status: 0, err: '' });
    return lines(ran.out).map(([day, , who, task]) => [day, who, task].join(' '));
  };
  expect(await due('--unit', '区发改委')).toEqual([
    '2023-06-30 责任 区发改委 平整土地',
    '2023-09-30 牵头 区发改委 压缩时限',
    '2023-10-31 牵头 区发改委 分项的事',
  ]);
  expect(await due('--unit', '区发改委', '--role', 'lead', '--before', '2023-09-30')).toEqual([
    '2023-09-30 牵头 区发改委 压缩时限',
  ]);
  expect(await due('--unit', '区发改委', '--after', '2023-10-01', '--undated')).toEqual([
    '2023-10-31 牵头 区发改委 分项的事',
    '- 牵头 区发改委 长期坚持',
  ]);
  // The whole section is led by it.
  expect(await due('--unit', '市发改委')).toHaveLength(4);
  expect(await due()).toEqual([
    '2023-01-31 市财政局 别家的事',
    '2023-06-30 市发改委 平整土地',
    '2023-09-30 区发改委、市财政局 压缩时限',
    '2023-10-31 市财政局 分项的事',
  ]);
});

test('--json prints one object per line', async () => {
  const space = toyLedger(TOY);
  const { out } = await space.run(['due', '--unit', '市财政局', '--role', 'lead', '--json', '--undated']);
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ due_on, body }) => [due_on, body])).toEqual([
    ['2023-01-31', '别家的事'],
    ['2023-09-30', '压缩时限'],
    ['2023-10-31', '分项的事'],
  ]);
  expect(rows[0]).toMatchObject({
    text: '2023-01-31',
    kind: 'by',
    origin: 'deadline',
    bodies: [{ role: 'lead', name: '市财政局', scope: 'task' }],
    document: { title: '工作方案', source: 'toy.txt' },
  });
});

test('a table on a terminal', async () => {
  const { out } = await toyLedger(TOY).run(['due', '--unit', '区发改委', '--role', 'responsible'], { columns: 80 });
  expect(out.replace(/[0-9a-f]{16}/, '0123456789abcdef')).toBe(
    [
      '到期日      时限        单位           任务      来源     编号',
      '2023-06-30  2023-06-30  责任 区发改委  平整土地  toy.txt  0123456789abcdef:t2',
      '',
    ].join('\n'),
  );
});

test.each([
  [['--unit', '区财政厅'], /no body of the ledger is called 区财政厅; `taizhang units` lists all/],
  [['--unit', '发改委工会'], /no body/],
  [
    ['--unit', '发改委', '--area', '北京市'],
    /no body of the ledger is called 发改委 in the area; there are 区发改委、市发改委/,
  ],
  [['--area', '北京市'], /no document of the ledger is of 北京市/],
  [['--area', '鼓楼区'], /several areas are called 鼓楼区: 320106 江苏省南京市鼓楼区.*give the code/],
  [['--document', '没有'], /no document 没有: give an id, a source, a number 文号 or part of a title/],
  [['--role', 'boss'], /Allowed choices are lead, responsible, support, chief/],
  [['--before', '2023-02-30'], /a day as 2023-09-30/],
  [['--before', '2023年9月'], /a day as 2023-09-30/],
  [['--after', '2023-10-01', '--before', '2023-09-30'], /--after 2023-10-01 is later than --before 2023-09-30/],
  [['--db', 'none.sqlite'], /no such ledger/],
])('%j is wrong usage and says what is right', async (flags, message) => {
  expect(await toyLedger(TOY).run(['due', ...flags])).toMatchObject({ status: 2, out: '', err: message });
});

test('several bodies or documents of one name are all taken, and told', async () => {
  const ran = await toyLedger(TOY.replaceAll('市财政局', '市发展改革委')).run(['due', '--document', '方案']);
  expect(ran).toMatchObject({ status: 0, err: '' });
  const two = toyLedger('- 甲事 | lead 甲局 | by 2023-01-01');
  two.write('in/a.txt', '标题：方案一\n- 乙事 | lead 乙局 | by 2023-01-02');
  two.write('in/b.txt', '标题：方案二\n- 丙事 | lead 丙局 | by 2023-01-03');
  await two.run(['extract', 'in']);
  expect(await two.run(['due', '--document', '方案'])).toMatchObject({
    out: /乙事[\s\S]*丙事/,
    err: '方案 names 2 documents: a.txt、b.txt\n',
  });
});

test('show: every value with its text and place', async () => {
  const space = toyLedger(TOY);
  const [[id] = []] = space.query("SELECT id FROM tasks WHERE body = '压缩时限'");
  const { out, status } = await space.run(['show', String(id)]);
  expect(status).toBe(0);
  const rows = lines(out);
  expect(rows).toContainEqual(['plan', '行动计划', '', '']);
  expect(rows).toContainEqual(['lead', '区发改委', '4:15', '区发改委']);
  expect(rows).toContainEqual(['lead', '市发改委', '3:8', '市发改委']);
  expect(rows).toContainEqual(['deadline', '2023-09-30 → 2023-09-30', '4:30', '2023-09-30']);
  expect(rows).toContainEqual(['not-understood', 'these words say nothing', '5:3', '含糊其辞']);
  const shown = JSON.parse((await space.run(['show', String(id), '--json'])).out);
  expect(shown).toMatchObject({ id, body: '压缩时限', plan: '行动计划' });
  for (const { evidence } of shown.values)
    for (const { span_start, span_end, line, column, excerpt } of evidence) {
      expect(excerpt).toBe(TOY.slice(span_start, span_end));
      expect(TOY.split('\n')[line - 1]?.slice(column - 1)).toContain(excerpt.split('\n')[0]);
    }
});

test('show: a task that is not there', async () => {
  expect(await toyLedger(TOY).run(['show', 'x:t1'])).toMatchObject({ status: 2, out: '', err: /no task x:t1/ });
});
