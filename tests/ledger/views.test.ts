import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { ledgerRows } from '../../src/ledger/rows.js';
import { INDEXES, TABLES } from '../../src/ledger/schema.js';
import { SEARCH } from '../../src/ledger/searchIndex.js';
import { VIEWS } from '../../src/ledger/views.js';
import { ledgerWriter } from '../../src/ledger/write.js';
import { parseToy } from './toy.js';

const TEXT = `标题：工作方案
# 营商环境行动计划
! lead 市发改委
! chief 张三
## 一、总体要求
### （一）优化服务
! lead 市行政审批局
@12 企业开办
- 压缩时限🙂 | lead 市市监局、市财政局等、各县区、市市监局 | support 市税务局 | chief 李四 | by 2023-09-30
? 含糊其辞
? 🙂语焉不详
- 单项任务 | responsible 甲局、乙局等 | measure 建平台 | measure-lead 丙局
# 第二个计划
- 没有章节 | lead 丁局
`;

let db: Database.Database;
beforeAll(() => {
  db = new Database(':memory:');
  db.exec(TABLES + INDEXES + VIEWS + SEARCH);
  db.pragma('foreign_keys = ON');
  const ledger = ledgerWriter(db);
  ledger.store(ledgerRows(parseToy(Buffer.from(TEXT))), ['b/plan.txt', 'a/plan.txt']);
  ledger.reject({ sha256: 'f'.repeat(64), sources: ['c.jpg'], code: 'no-text', message: 'this is not text' });
});

const all = (sql: string) => db.prepare(sql).all();

test('ledger: one row per task with roles, path and mandate', () => {
  expect(all('SELECT * FROM ledger ORDER BY document_id, seq')).toMatchObject([
    {
      seq: 1,
      document_title: '工作方案',
      plan: '营商环境行动计划',
      path: '一、总体要求 / （一）优化服务',
      mandate: '12 企业开办',
      body: '压缩时限🙂',
      lead: '市市监局、市财政局等、各县区、市市监局',
      responsible: null,
      support: '市税务局',
      section_lead: '市发改委、市行政审批局',
      chief: '张三、李四',
      deadline_text: '2023-09-30',
      deadline_kind: 'by',
      due_on: '2023-09-30',
      warnings: 2,
      source: 'a/plan.txt',
    },
    // What is assigned to a single measure is not the task's own.
    { seq: 2, lead: null, responsible: '甲局、乙局等', mandate: '12 企业开办', warnings: 0 },
    { seq: 3, plan: '第二个计划', path: null, mandate: null, section_lead: null, chief: null, lead: '丁局' },
  ]);
});

test('ledger: the span covers the task in substr of the text', () => {
  const evidence = all(`SELECT substr(d.text, l.span_start + 1, l.span_end - l.span_start) AS evidence
    FROM ledger l JOIN documents d ON d.id = l.document_id ORDER BY l.seq LIMIT 1`);
  expect(evidence).toMatchObject([{ evidence: expect.stringMatching(/^压缩时限🙂 .* 2023-09-30$/) }]);
});

test('ledger: a mandate whose heading begins with its number is not numbered twice', () => {
  db.exec("UPDATE sections SET heading = '（12）企业开办' WHERE kind = 'mandate'");
  expect(db.prepare('SELECT mandate FROM ledger WHERE seq = 1').pluck().get()).toBe('（12）企业开办');
  db.exec("UPDATE sections SET heading = '企业开办' WHERE kind = 'mandate'");
});

test('duties: one row per body, role and task', () => {
  expect(all('SELECT unit, role, body, due_on FROM duties ORDER BY task_id, role, unit')).toEqual([
    { unit: '李四', role: 'chief', body: '压缩时限🙂', due_on: '2023-09-30' },
    { unit: '各县区', role: 'lead', body: '压缩时限🙂', due_on: '2023-09-30' },
    { unit: '市市监局', role: 'lead', body: '压缩时限🙂', due_on: '2023-09-30' },
    { unit: '市财政局', role: 'lead', body: '压缩时限🙂', due_on: '2023-09-30' },
    { unit: '市税务局', role: 'support', body: '压缩时限🙂', due_on: '2023-09-30' },
    { unit: '乙局', role: 'responsible', body: '单项任务', due_on: null },
    { unit: '甲局', role: 'responsible', body: '单项任务', due_on: null },
    { unit: '丁局', role: 'lead', body: '没有章节', due_on: null },
  ]);
});

test('due_dates: every dated promise with who leads', () => {
  expect(all('SELECT due_on, text, origin, document_title, title, lead FROM due_dates')).toEqual([
    {
      due_on: '2023-09-30',
      text: '2023-09-30',
      origin: 'deadline',
      document_title: '工作方案',
      title: null,
      lead: '市市监局、市财政局等、各县区、市市监局',
    },
  ]);
});

test('not_understood: diagnostics with the text they stand on, and documents that failed', () => {
  expect(
    all('SELECT document_title, code, severity, excerpt, source FROM not_understood ORDER BY source, excerpt'),
  ).toEqual([
    {
      document_title: '工作方案',
      code: 'not-understood',
      severity: 'warning',
      excerpt: '含糊其辞',
      source: 'a/plan.txt',
    },
    {
      document_title: '工作方案',
      code: 'not-understood',
      severity: 'warning',
      excerpt: '🙂语焉不详',
      source: 'a/plan.txt',
    },
    { document_title: null, code: 'no-text', severity: 'error', excerpt: null, source: 'c.jpg' },
  ]);
});
