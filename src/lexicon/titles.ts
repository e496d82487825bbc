/** Words that documents are named by (文种), and the words around them. */

/** A title ends with one of these (通知 for the cover, 方案 for what is attached), perhaps followed by (试行). */
export const TITLE_ENDINGS: readonly string[] = [
  '通知', '通报', '通告', '公告', '公报', '意见', '决定', '决议', '批复', '复函', '函', '请示', '报告', '纪要', '令', '命令',
  '方案', '计划', '规划', '要点', '措施', '举措', '若干措施', '办法', '细则', '规定', '条例', '规程', '规则', '制度', '章程', '安排', '清单', '台账',
  '目录', '指引', '指南', '纲要', '任务', '分工', '分工表', '任务表', '分解表', '一览表', '明细表', '汇总表', '路线图', '行动', '汇编', '选编', '案例集', '摘编', '集锦', '案例', '预案', '工作法', '标准', '政策',
];

/** A title that carries out another document ends only with its own 文种: 贯彻落实…报告 | 整改措施清单. */
export const CARRIES_OUT: readonly string[] = ['贯彻', '落实', '执行'];

/** Titles of attached plans (方案): a bundle holds several. */
export const PLAN_ENDINGS: readonly string[] = [
  '方案', '计划', '规划', '要点', '措施', '举措', '办法', '细则', '安排', '清单', '任务', '分工', '分工表', '任务表', '分解表', '行动', '预案', '意见', '台账', '纲要', '路线图',
];

/** A dated signature follows one of these (落款): bodies that issue documents. */
export const ISSUER_ENDINGS: readonly string[] = [
  '人民政府办公厅', '人民政府办公室', '人民政府', '委员会办公厅', '委员会办公室', '委员会', '办公厅', '办公室', '领导小组', '联席会议', '专班', '指挥部', '工作组', '厅', '局', '委', '部', '院', '署', '会', '行', '中心', '公司', '处', '府', '督查室', '研究室', '党组',
];

/** Runs of words that open an attachment rather than a paragraph: 附件1, 附表. */
export const ATTACHMENT = /^附(?:件|表|录)\d{0,2}(?:[-.]\d{1,2})?:?$/;
