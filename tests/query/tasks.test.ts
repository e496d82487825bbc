/** Tasks with everything on them agree with the views and tables of the ledger. */
import { expect, test } from 'vitest';
import { bodies, chiefs } from '../../src/export/names.js';
import { ExportedTask } from '../../src/model/exported.js';
import { taskIds } from '../../src/query/filter.js';
import { readTasks } from '../../src/query/tasks.js';
import { corpusLedger, toyLedger, withLedger } from '../export/ledgers.js';

const TOY = `标题：工作方案
# 行动计划
! lead 市发改委
! chief 张三
## 一、总体要求
### （一）优化服务
! lead 市行政审批局、市数据局等
@12 企业开办
- 压缩时限🙂 | lead 市市监局、市财政局等、各县区、市市监局 | support 市税务局 | chief 李四 | by 2023-09-30
? 含糊其辞
@3 （3）开办时间
- 单项任务 | responsible 甲局、乙局等 | measure 建平台 | measure-lead 丙局
# 第二个计划
- 没有章节 | lead 丁局
`;

test.each([
  ['the corpus', corpusLedger],
  ['sections with roles of their own', () => toyLedger(TOY)],
])('as the view ledger shows them: %s', (_, ledger) => {
  const db = ledger().open();
  const tasks = [...readTasks(db, taskIds(db, {}), { contacts: true })];
  const rows = db.prepare('SELECT * FROM ledger ORDER BY source, seq').all();
  expect(
    tasks.map((task) => ({
      task_id: task.id,
      document_id: task.document.id,
      seq: task.seq,
      doc_number: task.document.doc_number,
      document_title: task.document.title,
      issuer: task.document.issuer,
      issued_on: task.document.issued_on,
      jurisdiction: task.document.jurisdiction,
      adcode: task.document.adcode,
      plan: task.plan,
      path: task.path.join(' / ') || null,
      mandate: task.mandate,
      ordinal: task.ordinal,
      title: task.title,
      body: task.body,
      lead: bodies(task, 'lead', 'task'),
      responsible: bodies(task, 'responsible', 'task'),
      support: bodies(task, 'support', 'task'),
      section_lead: bodies(task, 'lead', 'section'),
      chief: chiefs(task),
      deadline_text: task.deadline_text,
      deadline_kind: task.deadline_kind,
      due_on: task.due_on,
      warnings: task.diagnostics.length,
      source: task.document.source,
      span_start: task.span_start,
      span_end: task.span_end,
    })),
  ).toEqual(rows);
  for (const task of tasks) ExportedTask.parse(task);
  db.close();
});

test('no row of the tables is lost or doubled', () => {
  const space = corpusLedger();
  const db = space.open();
  const tasks = [...readTasks(db, taskIds(db, {}), { contacts: false })];
  db.close();
  const ids = (of: (task: ExportedTask) => { id: string }[]) => tasks.flatMap(of).map(({ id }) => id);
  const table = (sql: string) => space.query(sql).flat().sort();
  expect(ids((task) => task.measures).sort()).toEqual(table('SELECT id FROM measures'));
  expect(ids((task) => task.deadlines).sort()).toEqual(table('SELECT id FROM deadlines'));
  expect(ids((task) => task.targets).sort()).toEqual(table('SELECT id FROM targets'));
  expect(ids((task) => task.assignments.filter(({ scope }) => scope !== 'section')).sort()).toEqual(
    table('SELECT id FROM assignments WHERE task_id IS NOT NULL'),
  );
  const evidence = tasks.flatMap((task) => task.evidence.map((one) => `${one.row_id} ${one.column_name} ${one.seq}`));
  expect(evidence.sort()).toEqual(
    table(`SELECT row_id || ' ' || column_name || ' ' || seq FROM evidence
      WHERE table_name IN ('tasks', 'measures', 'assignments', 'deadlines', 'targets')`),
  );
});

test('the order asked for is the order given; ids that are not there are left out', () => {
  const db = corpusLedger().open();
  const ids = taskIds(db, {})
    .filter((_, i) => i % 7 === 0)
    .reverse();
  const found = [...readTasks(db, ['none', ...ids, '0:t0'], { contacts: false })].map(({ id }) => id);
  db.close();
  expect(found).toEqual(ids);
});

test('an empty ledger has no tasks', () => {
  const db = withLedger([]).open();
  expect([...readTasks(db, taskIds(db, {}), { contacts: false })]).toEqual([]);
  db.close();
});
