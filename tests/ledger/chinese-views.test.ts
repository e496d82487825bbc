/** The Chinese-named views say what the views and tables under them say, as exports do. */
import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { columns } from '../../src/export/columns.js';
import { CHINESE_VIEWS } from '../../src/ledger/chineseViews.js';
import { Comparator, DeadlineRow, Role, Severity, UnitRow } from '../../src/model/model.js';
import { readTasks } from '../../src/query/tasks.js';
import { corpusLedger } from '../export/ledgers.js';

type Cells = Record<string, string | number | null>;

function open(): Database.Database {
  const db = corpusLedger().open();
  onTestFinished(() => void db.close());
  return db;
}

const all = (db: Database.Database, sql: string) => db.prepare<[], Cells>(sql).all();

test('台账 has the columns of an export under the same names, and the same values', () => {
  const db = open();
  const rows = all(db, 'SELECT * FROM 台账 ORDER BY 任务编号');
  const headers = Object.keys(rows[0] as Cells);
  const shared = columns({ contacts: true }).filter(({ header }) => headers.includes(header) && header !== '序号');
  expect([...shared.map(({ header }) => header), '序号'].sort()).toEqual(headers.sort());

  const ids = rows.map((row) => String(row.任务编号));
  const exported = [...readTasks(db, ids, { contacts: true })].map((task) =>
    Object.fromEntries([...shared.map((one) => [one.header, one.value(task, 0)]), ['序号', task.seq]]),
  );
  expect(exported.length).toBeGreaterThan(300);
  expect(rows).toEqual(exported);
});

test.each([
  ['按单位', 'duties'],
  ['按月份', 'due_dates'],
  ['指标', 'targets'],
  ['单位', 'units'],
  ['文件', 'documents'],
  ['未理解', 'diagnostics'],
])('%s has a row for each of %s', (view, table) => {
  const [counted] = all(
    open(),
    `SELECT (SELECT count(*) FROM ${view}) AS shown, (SELECT count(*) FROM ${table}) AS held`,
  );
  expect(counted?.shown).toBeGreaterThan(20);
  expect(counted?.shown).toBe(counted?.held);
});

test('单位 counts every assignment, 文件 every task and diagnostic', () => {
  const db = open();
  const roles = Object.fromEntries(
    all(db, 'SELECT role, count(*) AS n FROM assignments GROUP BY role').map(({ role, n }) => [role, n]),
  );
  expect(all(db, 'SELECT sum(牵头) AS lead, sum(责任) AS responsible, sum(配合) AS support FROM 单位')).toEqual([
    { lead: roles.lead, responsible: roles.responsible, support: roles.support },
  ]);
  expect(all(db, 'SELECT sum(任务数) AS tasks, sum(提示数) AS diagnostics FROM 文件')).toEqual(
    all(db, 'SELECT (SELECT count(*) FROM tasks) AS tasks, (SELECT count(*) FROM diagnostics) AS diagnostics'),
  );
});

test('未理解 is not_understood with the task', () => {
  const db = open();
  const shown = all(db, 'SELECT 来源文件, 代码, 说明, 原文, 来源路径 FROM 未理解').map((row) => Object.values(row));
  const held = all(db, 'SELECT document_title, code, message, excerpt, source FROM not_understood');
  expect(shown).toEqual(held.map((row) => Object.values(row)));
});

test('every value of the model has a name', () => {
  const values = [Role, Severity, Comparator, DeadlineRow.shape.origin, UnitRow.shape.level, UnitRow.shape.kind]
    .map((schema) => ('unwrap' in schema ? schema.unwrap() : schema))
    .flatMap(({ options }) => options);
  expect(values.length).toBeGreaterThan(20);
  for (const value of values) expect(CHINESE_VIEWS).toContain(`WHEN '${value}' THEN`);
});
