/** The columns of the 台账, the same in xlsx, csv and parquet. */
import type { ExportedTask } from '../model/exported.js';
import { bodies, chiefs, contactText, measureBodies } from './names.js';

/** Dates are ISO 8601 here; a format makes what it calls a date of them. */
export type Value = string | number | null;

export interface Column {
  /** For programs. */
  key: string;
  /** As offices call it. */
  header: string;
  type: 'text' | 'integer' | 'date';
  /** In characters of Latin letters, half as many Chinese ones. */
  width: number;
  /** `n` counts the tasks of the export from 1. */
  value(task: ExportedTask, n: number): Value;
}

const COLUMNS: readonly Column[] = [
  { key: 'n', header: '序号', type: 'integer', width: 6, value: (_, n) => n },
  { key: 'ordinal', header: '原编号', type: 'text', width: 8, value: (task) => task.ordinal },
  { key: 'title', header: '任务名称', type: 'text', width: 24, value: (task) => task.title },
  { key: 'body', header: '任务', type: 'text', width: 60, value: (task) => task.body },
  { key: 'lead', header: '牵头单位', type: 'text', width: 22, value: (task) => bodies(task, 'lead', 'task') },
  {
    key: 'responsible',
    header: '责任单位',
    type: 'text',
    width: 28,
    value: (task) => bodies(task, 'responsible', 'task'),
  },
  { key: 'support', header: '配合单位', type: 'text', width: 28, value: (task) => bodies(task, 'support', 'task') },
  { key: 'chief', header: '责任领导', type: 'text', width: 14, value: chiefs },
  {
    key: 'section_lead',
    header: '总牵头单位',
    type: 'text',
    width: 18,
    value: (task) => bodies(task, 'lead', 'section'),
  },
  { key: 'measure_bodies', header: '分项责任', type: 'text', width: 24, value: measureBodies },
  { key: 'deadline_text', header: '完成时限', type: 'text', width: 18, value: (task) => task.deadline_text },
  { key: 'due_on', header: '到期日', type: 'date', width: 12, value: (task) => task.due_on },
  { key: 'document_title', header: '来源文件', type: 'text', width: 36, value: ({ document }) => document.title },
  { key: 'doc_number', header: '文号', type: 'text', width: 20, value: ({ document }) => document.doc_number },
  { key: 'issuer', header: '发文机关', type: 'text', width: 22, value: ({ document }) => document.issuer },
  { key: 'issued_on', header: '成文日期', type: 'date', width: 12, value: ({ document }) => document.issued_on },
  { key: 'plan', header: '方案', type: 'text', width: 24, value: (task) => task.plan },
  {
    key: 'path',
    header: '章节',
    type: 'text',
    width: 28,
    value: ({ path }) => (path.length ? path.join(' / ') : null),
  },
  { key: 'mandate', header: '部署任务', type: 'text', width: 28, value: (task) => task.mandate },
  { key: 'source', header: '来源路径', type: 'text', width: 28, value: ({ document }) => document.source },
  { key: 'warnings', header: '提示数', type: 'integer', width: 8, value: ({ diagnostics }) => diagnostics.length },
  { key: 'id', header: '任务编号', type: 'text', width: 24, value: (task) => task.id },
];

const CONTACTS: Column = { key: 'contacts', header: '联系人', type: 'text', width: 24, value: contactText };

export function columns(options: { contacts: boolean }): readonly Column[] {
  return options.contacts ? [...COLUMNS, CONTACTS] : COLUMNS;
}
