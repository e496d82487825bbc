/** docs/metadata.json: what Datasette shows of a ledger (https://docs.datasette.io/en/stable/metadata.html). */
import { TABLE_DESCRIPTIONS, VIEW_DESCRIPTIONS } from '../../src/ledger/descriptions.js';

export interface Settings {
  label_column?: string;
  sort?: string;
  size?: number;
  facets?: string[];
  sortable_columns?: string[];
  hidden?: boolean;
}

/** What is more than descriptions. Sorted by columns with an index, so that a page costs a page; facets that 100,000
 * tasks answer in 100 ms (Datasette gives up after 200). */
const SETTINGS: Readonly<Record<string, Settings>> = {
  documents: { label_column: 'title', size: 10, facets: ['kind'] },
  sections: { label_column: 'heading', facets: ['kind'] },
  tasks: { label_column: 'body', sort: 'due_on', facets: ['deadline_kind'] },
  measures: { label_column: 'text' },
  units: { label_column: 'name', sort: 'name', facets: ['level', 'kind'] },
  assignments: { facets: ['role'] },
  deadlines: { sort: 'due_on' },
  cases: { label_column: 'title' },
  diagnostics: { facets: ['code', 'severity'] },
  search_documents: { hidden: true },
  search_index: { hidden: true },
  ledger: { size: 50, facets: ['deadline_kind'], sortable_columns: ['due_on'] },
  duties: { size: 50, sortable_columns: [] },
  due_dates: { size: 50, sortable_columns: ['due_on'] },
  not_understood: { size: 50, facets: ['code', 'severity'], sortable_columns: ['code'] },
  台账: { size: 50, sortable_columns: ['到期日'] },
  按单位: { size: 50, sortable_columns: [] },
  按月份: { size: 50, sortable_columns: ['节点日期'] },
  指标: { size: 50, sortable_columns: [] },
  单位: {
    size: 50,
    facets: ['层级', '性质'],
    sortable_columns: ['单位', '区划代码', '牵头', '责任', '配合', '责任领导'],
  },
  文件: { size: 50, sortable_columns: ['成文日期', '任务数', '提示数'] },
  未理解: { size: 50, facets: ['级别', '代码'], sortable_columns: ['代码'] },
};

export interface Metadata {
  title: string;
  description: string;
  databases: {
    ledger: {
      description: string;
      tables: Record<string, Settings & { description: string; columns: Record<string, string> }>;
    };
  };
}

/** @throws where settings name what is not described */
export function metadata(): Metadata {
  const described = { ...TABLE_DESCRIPTIONS, ...VIEW_DESCRIPTIONS };
  const strangers = Object.keys(SETTINGS).filter((name) => !(name in described));
  if (strangers.length > 0) throw new Error(`settings without a description: ${strangers.join(', ')}`);
  const tables = Object.entries(described).map(([name, { about, columns }]) => [
    name,
    { description: about, ...SETTINGS[name], columns: { ...columns } },
  ]);
  return {
    title: 'Taizhang 台账',
    description:
      'Tasks read off published government documents: who does what by when, every value with its place in the text.',
    databases: {
      ledger: {
        description: 'Begin with the view ledger, or 台账 in Chinese.',
        tables: Object.fromEntries(tables),
      },
    },
  };
}
