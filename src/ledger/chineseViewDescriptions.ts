/** What the Chinese-named views hold; part of `VIEW_DESCRIPTIONS`. */
import type { Described } from './described.js';

const TASK_ID = 'id of the task: `taizhang show` takes it';
const DOCUMENT = 'title of the document';
const LEAD = 'lead units, joined by 、';
const TITLE = 'run-in heading of the task';
const DUE = 'last day, ISO 8601';

export const CHINESE_VIEW_DESCRIPTIONS: Readonly<Record<string, Described>> = {
  台账: {
    about: 'The view `ledger` under the names that offices use, as in the sheet 全部任务 of an export.',
    columns: {
      序号: 'place of the task in its document, from 1',
      原编号: 'number as written in the document',
      任务名称: TITLE,
      任务: 'what is to be done',
      牵头单位: `${LEAD}, with 等 where the list is open`,
      责任单位: 'responsible units',
      配合单位: 'supporting units',
      责任领导: 'chiefs of the sections around it, then its own',
      总牵头单位: 'lead units of the sections around it',
      完成时限: 'deadline as written',
      到期日: DUE,
      来源文件: DOCUMENT,
      文号: 'document number',
      发文机关: 'issuing body',
      成文日期: 'date of issue',
      方案: 'plan around it, in a bundle of several',
      章节: 'headings of the sections around it',
      部署任务: 'mandate that it carries out',
      来源路径: 'path of the document',
      提示数: 'how many diagnostics are about the task',
      任务编号: TASK_ID,
    },
  },
  按单位: {
    about: 'What a body owes: the view `duties`.',
    columns: {
      单位: 'official name of the body',
      角色: '牵头 · 责任 · 配合 · 责任领导',
      任务名称: TITLE,
      任务: 'what is to be done',
      到期日: DUE,
      来源文件: DOCUMENT,
      任务编号: TASK_ID,
    },
  },
  按月份: {
    about: 'What is due when: the view `due_dates` with its month.',
    columns: {
      月份: 'month: 2023-09',
      节点日期: 'the day, ISO 8601',
      节点: 'as written: 9月底前',
      出处: '时限: the stated deadline · 正文: a milestone in the text of the task',
      任务名称: TITLE,
      牵头单位: LEAD,
      来源文件: DOCUMENT,
      任务编号: TASK_ID,
    },
  },
  指标: {
    about: 'Figures to reach: targets with their task and who leads it.',
    columns: {
      指标: 'what is counted or measured',
      要求: '不低于 · 不超过 · 高于 · 低于 · 等于',
      数值: 'plain number: 1.5万个 is 15000',
      上限: 'upper end of a range',
      计量单位: 'unit of measure',
      到期日: 'by when, where the passage says so',
      原文: 'as written',
      任务名称: TITLE,
      牵头单位: LEAD,
      来源文件: DOCUMENT,
      任务编号: TASK_ID,
    },
  },
  单位: {
    about: 'Bodies with their load: how often each has a role in a task, in a single measure or in a whole section.',
    columns: {
      单位: 'official name',
      层级: '国家 · 省 · 市 · 区县 · 乡镇街道',
      区划代码: 'GB/T 2260 code of its place',
      性质: '行政机关 · 党委机构 · 法院 · 检察院 · 事业单位 · 企业 · 社会组织 · 集体称谓',
      牵头: 'how often it leads',
      责任: 'how often it is responsible',
      配合: 'how often it supports',
      责任领导: 'how often it is chief',
      单位编号: 'id of the body',
    },
  },
  文件: {
    about: 'Documents without their text, with how much was read off them.',
    columns: {
      文件: 'title',
      文号: 'document number',
      发文机关: 'issuing body',
      成文日期: 'date of issue',
      地区: 'area that it governs',
      区划代码: 'GB/T 2260 code of the area',
      任务数: 'how many tasks it has',
      提示数: 'how many diagnostics it has',
      来源路径: 'path of the document',
      文件编号: 'id of the document',
    },
  },
  未理解: {
    about: 'What was repaired, inferred or not understood: the view `not_understood`.',
    columns: {
      级别: '错误 · 警告 · 提示',
      代码: 'what kind of trouble; README.md lists the codes',
      说明: 'what was done about it, in a sentence',
      原文: 'the text that it is about',
      来源文件: DOCUMENT,
      来源路径: 'path of the document',
      任务编号: 'id of the task, if it is about one',
    },
  },
};
