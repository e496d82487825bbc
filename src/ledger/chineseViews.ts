/**
 * Views for people who open the file in DB Browser or Datasette, with the names that the xlsx export gives its sheets and
 * columns. They rename and translate; what a value means the views and tables under them say. Like those, they read
 * what is asked for and no more.
 */

/** `{ lead: '牵头' }` → CASE over the values of a column; a value that is not listed stays as it is. */
function translated(column: string, values: Readonly<Record<string, string>>): string {
  const cases = Object.entries(values).map(([value, name]) => `WHEN '${value}' THEN '${name}'`);
  return `CASE ${column} ${cases.join(' ')} ELSE ${column} END`;
}

const ROLES = { lead: '牵头', responsible: '责任', support: '配合', chief: '责任领导' };
const SEVERITIES = { error: '错误', warning: '警告', info: '提示' };
const ORIGINS = { deadline: '时限', body: '正文' };
const LEVELS = { state: '国家', province: '省', city: '市', district: '区县', town: '乡镇街道' };
const KINDS = {
  organ: '行政机关',
  party: '党委机构',
  court: '法院',
  procuratorate: '检察院',
  institution: '事业单位',
  enterprise: '企业',
  association: '社会组织',
  group: '集体称谓',
};
const COMPARATORS = { '>=': '不低于', '<=': '不超过', '>': '高于', '<': '低于', '=': '等于' };

/** Counted in the index alone: how often a body has a role in a task, in one measure, or in a whole section. */
const times = (role: keyof typeof ROLES): string =>
  `(SELECT count(*) FROM assignments a WHERE a.unit_id = u.id AND a.role = '${role}') AS ${ROLES[role]}`;

export const CHINESE_VIEWS = `
CREATE VIEW 台账 AS SELECT
  seq AS 序号, ordinal AS 原编号, title AS 任务名称, body AS 任务, lead AS 牵头单位, responsible AS 责任单位,
  support AS 配合单位, chief AS 责任领导, section_lead AS 总牵头单位, deadline_text AS 完成时限, due_on AS 到期日,
  document_title AS 来源文件, doc_number AS 文号, issuer AS 发文机关, issued_on AS 成文日期, plan AS 方案, path AS 章节,
  mandate AS 部署任务, source AS 来源路径, warnings AS 提示数, task_id AS 任务编号
FROM ledger;

CREATE VIEW 按单位 AS SELECT
  unit AS 单位, ${translated('role', ROLES)} AS 角色, title AS 任务名称, body AS 任务, due_on AS 到期日,
  document_title AS 来源文件, task_id AS 任务编号
FROM duties;

CREATE VIEW 按月份 AS SELECT
  substr(due_on, 1, 7) AS 月份, due_on AS 节点日期, text AS 节点, ${translated('origin', ORIGINS)} AS 出处,
  title AS 任务名称, lead AS 牵头单位, document_title AS 来源文件, task_id AS 任务编号
FROM due_dates;

CREATE VIEW 指标 AS SELECT
  g.subject AS 指标, ${translated('g.comparator', COMPARATORS)} AS 要求, g.value AS 数值, g.value_high AS 上限,
  g.unit AS 计量单位, g.due_on AS 到期日, g.text AS 原文, l.title AS 任务名称, l.lead AS 牵头单位,
  l.document_title AS 来源文件, g.task_id AS 任务编号
FROM targets g JOIN ledger l ON l.task_id = g.task_id;

CREATE VIEW 单位 AS SELECT
  u.name AS 单位, ${translated('u.level', LEVELS)} AS 层级, u.adcode AS 区划代码, ${translated('u.kind', KINDS)} AS 性质,
  ${times('lead')}, ${times('responsible')}, ${times('support')}, ${times('chief')}, u.id AS 单位编号
FROM units u;

CREATE VIEW 文件 AS SELECT
  d.title AS 文件, d.doc_number AS 文号, d.issuer AS 发文机关, d.issued_on AS 成文日期, d.jurisdiction AS 地区,
  d.adcode AS 区划代码, (SELECT count(*) FROM tasks t WHERE t.document_id = d.id) AS 任务数,
  (SELECT count(*) FROM diagnostics g WHERE g.document_id = d.id) AS 提示数, d.source AS 来源路径, d.id AS 文件编号
FROM documents d INDEXED BY documents_head;

CREATE VIEW 未理解 AS SELECT
  ${translated('g.severity', SEVERITIES)} AS 级别, g.code AS 代码, g.message AS 说明,
  substr(d.text, g.span_start + 1, g.span_end - g.span_start) AS 原文, d.title AS 来源文件, g.source AS 来源路径,
  g.task_id AS 任务编号
FROM diagnostics g LEFT JOIN documents d ON d.id = g.document_id;
`;
