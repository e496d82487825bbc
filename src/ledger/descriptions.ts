/**
 * What the ledger holds, for somebody who sees the file for the first time: each table, view and column in a sentence.
 * docs/schema.md and docs/metadata.json (for Datasette) are made of it; a test compares it with a real ledger.
 */
import { CHINESE_VIEW_DESCRIPTIONS } from './chineseViewDescriptions.js';
import type { Described } from './described.js';

const SPAN = {
  span_start: 'where the evidence begins: Unicode code points of documents.text before it',
  span_end: 'where the evidence ends: substr(text, span_start + 1, span_end - span_start)',
};
const ID = 'stable for the same bytes and version: the id of the document and a suffix';
const IN_DOCUMENT = 'the document it stands in';
const IN_TASK = 'the task it belongs to';
const SEQ_IN_DOCUMENT = 'its place in the document, from 1';
const SEQ_IN_TASK = 'its place in the task, from 1';
const ADCODE = 'GB/T 2260 code 行政区划代码 as text: 610103; null for a place that the standard does not list';
const ROLE = 'lead 牵头 · responsible 责任 · support 配合 · chief 责任领导、指标长';

export const TABLE_DESCRIPTIONS: Readonly<Record<string, Described>> = {
  documents: {
    about: 'Documents 文件 that could be read, one row each. `text` is what all spans count in.',
    columns: {
      id: 'first 16 hex digits of the SHA-256 of the bytes',
      source: 'path below the root of the input, or address; the first in byte order where it has several',
      media_type: 'text/plain or text/html, told from the bytes',
      charset: 'charset of the bytes: utf-8, gb18030 …',
      bytes: 'size of the file in bytes',
      sha256: 'SHA-256 of the bytes, in hex',
      text: 'decoded text; for HTML the main content, a line per paragraph or table row, cells separated by tabs',
      version: 'version of Taizhang that read it; +redacted where contacts are masked by ■ (extract --redact)',
      title: 'title 标题',
      doc_number: 'document number 文号: 云政办发〔2023〕9号',
      issuer: 'issuing body 发文机关; several joined by 、',
      issued_on: 'date of issue 成文日期, ISO 8601',
      published_on: 'date of publication 发布日期, ISO 8601',
      index_number: 'index number 索引号',
      validity: 'validity as stated 有效性: 有效',
      kind: 'task-plan: items with roles · task-table: rows · case-compilation 典型案例汇编 · notice: no tasks',
      jurisdiction: 'full name of the area it governs: 陕西省西安市碑林区',
      adcode: ADCODE,
      key: 'the id as a number: order of the rows in the file, of no other use',
    },
  },
  sources: {
    about: 'Every path that a document stands under: the same bytes under two paths are one document.',
    columns: { document_id: 'the document', source: 'path below the root of the input, with /, or address' },
  },
  recipients: {
    about: 'To whom a document is addressed: 主送 and 抄送, one row for each body.',
    columns: {
      document_id: IN_DOCUMENT,
      role: 'to 主送 · cc 抄送',
      seq: 'its place in the list, from 1',
      name: 'name as written, less white space',
      ...SPAN,
    },
  },
  contacts: {
    about:
      'Contacts of a document: 联系人、电话、传真、邮箱. Personal data: exports leave them out unless asked, extract --redact masks them.',
    columns: {
      document_id: IN_DOCUMENT,
      seq: SEQ_IN_DOCUMENT,
      kind: 'person 联系人 · phone 电话 · fax 传真 · email 邮箱',
      value: 'as written',
      ...SPAN,
    },
  },
  sections: {
    about:
      'The tree of a document 章节: plans of a bundle, chapters, sections, items without duties, mandates 部署任务.',
    columns: {
      id: ID,
      document_id: IN_DOCUMENT,
      parent_id: 'the section around it; null at the top',
      seq: SEQ_IN_DOCUMENT,
      kind: 'plan 方案 · chapter · section · item (no role or deadline, so no task) · mandate 部署任务',
      ordinal: 'its number alone, width-folded: 四, 12',
      heading: 'as written, with its number, without a bracket of responsibility',
      ...SPAN,
    },
  },
  tasks: {
    about:
      'Tasks 任务: an item, block or table row with a responsibility or a deadline. The view `ledger` shows them whole.',
    columns: {
      id: ID,
      document_id: IN_DOCUMENT,
      section_id: 'the section or mandate around it',
      seq: SEQ_IN_DOCUMENT,
      ordinal: 'number in the document 序号, alone: 12, 四',
      title: 'run-in heading; null where there is none',
      body: 'what is to be done, joined over breaks, with the title, without number and responsibility clause',
      measure_count: 'how many measures it has (see measures)',
      deadline_text: 'deadline as written 完成时限',
      deadline_kind: 'by: one date · phased: several · ongoing 持续推进 · recurring 每月; null without a deadline',
      due_on: 'last day 到期日, ISO 8601; null where no day is set. All dates stand in deadlines',
      span_start: 'where it begins in documents.text, in code points; the span covers item, roles and deadline',
      span_end: SPAN.span_end,
    },
  },
  measures: {
    about: 'Numbered parts of a task 措施: (1) (2), 一是 二是.',
    columns: {
      id: ID,
      task_id: IN_TASK,
      seq: SEQ_IN_TASK,
      ordinal: 'its number alone',
      text: 'the measure, with its number',
      ...SPAN,
    },
  },
  assignments: {
    about: 'Who 责任: one row for each body and role, of a task, of one measure, or of a whole section.',
    columns: {
      id: ID,
      task_id: 'the task; null where a whole section is assigned 总牵头',
      section_id: 'the section, where a whole section is assigned',
      measure_id: 'the measure, where only one measure of the task is assigned',
      role: ROLE,
      seq: 'place in the list of its role, from 1',
      name: 'name as written, less white space',
      unit_id: 'the body; two assignments name the same body exactly when they share it',
      is_group: '1 for a collective name: 各区县政府, 区级各相关部门',
      open_ended: '1 where 等 follows: the list is open',
      basis: 'stated · declared: follows from a declaration such as 列第一位者为牵头单位',
      ...SPAN,
    },
  },
  units: {
    about: 'Bodies 单位: one row for each, whatever the documents call it. Only bodies with an assignment.',
    columns: {
      id: 'place and function, or document and name where the registry does not know it: u:西安市/碑林区:公安',
      name: 'official name 全称',
      function: 'function 职能 in the registry: 公安; null where unknown',
      level: 'state 国家 · province 省 · city 市 · district 区县 · town 乡镇街道',
      adcode: ADCODE,
      kind: 'organ 行政机关 · party 党委 · court · procuratorate · institution 事业单位 · enterprise 企业 · association · group 集体称谓',
    },
  },
  unit_names: {
    about: 'Names of bodies: the official ones and those that documents use 简称.',
    columns: {
      id: 'of the body and name, or of the document and a suffix',
      unit_id: 'the body',
      name: 'the name',
      origin: 'registry: official · document: as a document writes it',
      document_id: 'the document that uses it; null for registry',
    },
  },
  unit_claims: {
    about: 'What each document takes a body for; `units` holds what most of them say.',
    columns: {
      unit_id: 'the body',
      document_id: 'the document that says so',
      name: 'official name',
      function: 'function 职能',
      level: 'as in units',
      adcode: 'as in units',
      kind: 'as in units',
      official_names: 'official names, one per line',
    },
  },
  deadlines: {
    about: 'By when 时限: every stated deadline (several for phases) and every dated promise of a body.',
    columns: {
      id: ID,
      task_id: IN_TASK,
      seq: SEQ_IN_TASK,
      origin: 'deadline: the stated 完成时限 · body: a milestone in the text of the task',
      text: 'as written: 2023年9月底前',
      kind: 'by · ongoing 持续推进 · recurring 每月',
      starts_on: 'first day, where one is named; ISO 8601',
      due_on: 'last day, ISO 8601; null where it has none',
      year_inferred: '1 where the year was taken from the context',
      ...SPAN,
    },
  },
  targets: {
    about: 'Figures to reach 指标: 达到95%以上.',
    columns: {
      id: ID,
      task_id: IN_TASK,
      seq: SEQ_IN_TASK,
      text: 'as written',
      subject: 'what is counted or measured: 新增公办学位',
      comparator: '>= 以上、不低于 · <= 以内、不超过 · > · < · = ',
      value: 'plain number: 1.5万个 is 15000',
      value_high: 'upper end of a range, else null',
      unit: 'unit of measure: 个, %',
      due_on: 'by when, where the passage says so; ISO 8601',
      ...SPAN,
    },
  },
  reporting: {
    about: 'Who reports what by when 报送要求, outside the tasks.',
    columns: {
      id: ID,
      document_id: IN_DOCUMENT,
      seq: SEQ_IN_DOCUMENT,
      text: 'the passage',
      frequency: 'once · weekly · monthly · quarterly · half-yearly · yearly',
      month: 'month of the year, 1–12, where named',
      day: 'day of the month, 1–31, where named',
      due_on: 'the day, of what is reported once; ISO 8601',
      recipient: 'to whom, as written',
      ...SPAN,
    },
  },
  cases: {
    about: 'Cases of a compilation 典型案例.',
    columns: {
      id: ID,
      document_id: IN_DOCUMENT,
      seq: SEQ_IN_DOCUMENT,
      title: 'title of the case',
      region: 'the place that it is about, as written',
      adcode: ADCODE,
      summary: 'text before its practices',
      ...SPAN,
    },
  },
  practices: {
    about: 'Practices 做法 of a case.',
    columns: {
      id: ID,
      case_id: 'the case',
      seq: 'its place in the case, from 1',
      title: 'heading of the practice',
      body: 'its text',
      ...SPAN,
    },
  },
  diagnostics: {
    about:
      'What was repaired, inferred or not understood. An `error` stands in place of a document that could not be read.',
    columns: {
      id: ID,
      document_id: 'the document; null for an error in place of one',
      source: 'path of the document',
      task_id: 'the task it is about, if one',
      code: 'what kind of trouble; README.md lists the codes',
      severity: 'info · warning · error',
      message: 'what was done about it, in a sentence',
      span_start: 'where it is in documents.text, in code points; null without a place',
      span_end: SPAN.span_end,
    },
  },
  evidence: {
    about: 'Spans of single columns, where the span of the row is too wide; several where a break cuts a value.',
    columns: {
      document_id: IN_DOCUMENT,
      table_name: 'table of the value',
      row_id: 'id of its row',
      column_name: 'column of the value',
      seq: 'place among the pieces of the value, from 1',
      ...SPAN,
    },
  },
  search_documents: {
    about:
      'The documents of search_index: rowid / 16777216 is the number of one, rowid % 16777216 the seq of its task.',
    columns: {
      number: 'the first 39 bits of the id, or the next number that is free',
      document_id: IN_DOCUMENT,
    },
  },
  search_index: {
    about: 'Full-text index (FTS5, without content): one character, one token. MATCH \'"发 改 委"\' finds 发改委.',
    columns: {
      title: 'titles of tasks and cases',
      body: 'bodies of tasks; summaries and practices of cases',
      units: 'names of the bodies of a task, as written and in full',
    },
  },
};

export const VIEW_DESCRIPTIONS: Readonly<Record<string, Described>> = {
  ledger: {
    about: 'The ledger 台账: one row for each task, with its document, sections and bodies.',
    columns: {
      task_id: 'id of the task',
      document_id: 'id of the document',
      seq: SEQ_IN_DOCUMENT,
      doc_number: 'document number 文号',
      document_title: 'title of the document',
      issuer: 'issuing body 发文机关',
      issued_on: 'date of issue 成文日期',
      jurisdiction: 'full name of the area that the document governs',
      adcode: ADCODE,
      plan: 'heading of the plan 方案 around it, in a bundle of several',
      path: 'headings of the sections around it, outermost first, joined by /',
      mandate: 'the mandate 部署任务 that it carries out, with its number',
      ordinal: 'number in the document 序号',
      title: 'run-in heading; null where there is none',
      body: 'what is to be done',
      lead: 'lead units 牵头单位 of the task, joined by 、, with 等 where the list is open',
      responsible: 'responsible units 责任单位, joined by 、',
      support: 'supporting units 配合单位, joined by 、',
      section_lead: 'lead units of the sections around it 总牵头单位, outermost first',
      chief: 'chiefs 责任领导 of the sections around it, then its own',
      deadline_text: 'deadline as written 完成时限',
      deadline_kind: 'by · phased · ongoing · recurring',
      due_on: 'last day 到期日, ISO 8601',
      warnings: 'how many diagnostics are about the task',
      source: 'path of the document',
      ...SPAN,
    },
  },
  duties: {
    about:
      'What a body owes: one row for each body, role and task. Roles of single measures and whole sections are left out.',
    columns: {
      unit_id: 'the body',
      unit: 'official name of the body 单位',
      role: ROLE,
      task_id: 'id of the task',
      document_title: 'title of the document',
      title: 'run-in heading of the task',
      body: 'what is to be done',
      due_on: 'last day 到期日, ISO 8601',
    },
  },
  due_dates: {
    about: 'What is due when: every phase and milestone with a day, not only the last.',
    columns: {
      due_on: 'the day, ISO 8601',
      text: 'as written: 9月底前',
      origin: 'deadline: the stated 完成时限 · body: a milestone in the text of the task',
      task_id: 'id of the task',
      document_title: 'title of the document',
      title: 'run-in heading of the task',
      lead: 'lead units 牵头单位, joined by 、',
    },
  },
  not_understood: {
    about: 'Diagnostics with the text they stand on: first thing to look at when a ledger is checked.',
    columns: {
      document_title: 'title of the document; null where it could not be read',
      code: 'what kind of trouble; README.md lists the codes',
      severity: 'info · warning · error',
      message: 'what was done about it, in a sentence',
      excerpt: 'the text that it is about',
      source: 'path of the document',
    },
  },
  ...CHINESE_VIEW_DESCRIPTIONS,
};
