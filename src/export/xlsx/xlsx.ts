/**
 * The 台账 as a workbook. Written by hand over fflate: of the libraries, exceljs is unmaintained (194 packages) and not stable in bytes,
 * wasm-xlsxwriter took 48 s and 520 MiB for 20,000 tasks and writes the clock into the file, hucre streams single sheets
 * without a filter, and write-excel-file holds every cell as an object. What a table needs of SpreadsheetML is little.
 */
import type { ExportedTask, NotUnderstood } from '../../model/exported.js';
import type { Severity } from '../../model/model.js';
import type { Column, Value } from '../columns.js';
import type { Sink } from '../sink.js';
import { collectDuties } from './by-body.js';
import { dayNumber, NONE, type SheetColumn } from './sheet.js';
import { sharedStrings } from './strings.js';
import { MOST_ROWS, workbookTo } from './workbook.js';

const column = (header: string, width: number, type: Column['type'] = 'text'): SheetColumn => ({ header, width, type });

/** What the other views repeat of a task. */
const REPEATED = ['title', 'body', 'lead', 'deadline_text', 'due_on', 'document_title', 'doc_number', 'id'];

const NOT_UNDERSTOOD: readonly SheetColumn[] = [
  column('级别', 8),
  column('代码', 22),
  column('说明', 44),
  column('原文', 60),
  column('来源文件', 36),
  column('来源路径', 28),
  column('行', 8, 'integer'),
  column('列', 8, 'integer'),
  column('任务编号', 24),
];
const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' };

const UNDATED = '持续或未定';
const LATEST = Number.MAX_SAFE_INTEGER;

export interface XlsxOptions {
  columns: readonly Column[];
  /** Whether a date belongs into the view by month. */
  accepts(dueOn: string): boolean;
  mostRows?: number;
}

/**
 * Writes the views 全部任务, 按单位, 按月份 and 未理解.
 * @returns how many texts were cut because no cell of Excel takes them
 */
export async function writeXlsx(
  tasks: Iterable<ExportedTask>,
  notUnderstood: Iterable<NotUnderstood>,
  { columns, accepts, mostRows = MOST_ROWS }: XlsxOptions,
  sink: Sink,
): Promise<{ cut: number }> {
  const strings = sharedStrings();
  const workbook = await workbookTo(sink, strings, mostRows);
  const number = (value: Value, type: Column['type']): number => {
    if (value === null) return NONE;
    if (typeof value === 'number') return value;
    return type === 'date' ? dayNumber(value) : strings.number(value);
  };
  const text = (value: string | null) => number(value, 'text');

  // The tasks are read once; the other views are made of their cells, which are numbers.
  const rows: Int32Array[] = [];
  const duties = collectDuties();
  const dates: { due: number; month: number; phase: number; task: number }[] = [];

  function addDates({ deadlines }: ExportedTask, index: number): void {
    const before = dates.length;
    for (const { due_on, text: phase } of deadlines) {
      if (due_on === null || !accepts(due_on)) continue;
      dates.push({ due: dayNumber(due_on), month: text(due_on.slice(0, 7)), phase: text(phase), task: index });
    }
    if (dates.length === before) dates.push({ due: LATEST, month: text(UNDATED), phase: NONE, task: index });
  }

  function* allTasks() {
    for (const task of tasks) {
      const n = rows.length + 1;
      const row = Int32Array.from(columns, (one) => number(one.value(task, n), one.type));
      duties.add(task, rows.length);
      addDates(task, rows.length);
      rows.push(row);
      yield row;
    }
  }
  await workbook.sheet('全部任务', columns, allTasks());

  const places = REPEATED.map((key) => columns.findIndex((one) => one.key === key));
  const repeated = places.map((at) => columns[at] as Column);
  const cellsOf = (task: number) => places.map((at) => rows[task]?.[at] ?? NONE);
  const dueAt = columns.findIndex(({ key }) => key === 'due_on');
  const dueOf = (task: number) => {
    const due = rows[task]?.[dueAt] ?? NONE;
    return due === NONE ? LATEST : due;
  };

  function* byBody() {
    for (const { unit, role, scope, task } of duties.sorted(dueOf))
      yield [text(unit), text(role), text(scope), task + 1, ...cellsOf(task)];
  }
  const bodyColumns = [column('单位', 28), column('角色', 10), column('范围', 8), column('序号', 8, 'integer')];
  await workbook.sheet('按单位', [...bodyColumns, ...repeated], byBody());

  function* byMonth() {
    // Stable: the dates of a task stay in the order of the document.
    for (const { due, month, phase, task } of dates.sort((a, b) => a.due - b.due || a.task - b.task))
      yield [month, due === LATEST ? NONE : due, phase, task + 1, ...cellsOf(task)];
  }
  const monthColumns = [
    column('月份', 12),
    column('节点日期', 12, 'date'),
    column('节点', 20),
    column('序号', 8, 'integer'),
  ];
  await workbook.sheet('按月份', [...monthColumns, ...repeated], byMonth());

  function* checks() {
    for (const row of notUnderstood) {
      const texts = [SEVERITIES[row.severity], row.code, row.message, row.excerpt, row.document_title, row.source];
      yield [...texts.map(text), row.line ?? NONE, row.column ?? NONE, text(row.task_id)];
    }
  }
  await workbook.sheet('未理解', NOT_UNDERSTOOD, checks());
  await workbook.end();
  return { cut: strings.cut };
}
