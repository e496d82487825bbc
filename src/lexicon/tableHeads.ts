/** Heads of table columns that are no roles: what the tasks, their numbers and their groups are called. */

export const SEQ_HEADS = /^(?:序号|编号|序|项次|任务编号|项目编号|事项编号|No\.?|NO\.?|任务序号)$/i;

/** The column whose cells are the tasks, the more specific first: 措施 below 任务, 任务 below 事项. */
export const TASK_HEADS: readonly RegExp[] = [
  /(?:措施|举措|做法)(?:内容|清单)?$|^(?:具体|落实|工作|主要|改革|整改|细化)(?:措施|举措)/,
  /^(?:具体|分解|细化|年度|工作)?(?:任务|工作)内容$|^(?:具体|分解|细化)(?:任务|工作|事项|内容)|^任务分解$|^落实任务$/,
  /(?:任务|工作)(?:清单|名称|事项|要点|安排)?$|^(?:主要|重点|目标|改革|整改|工作|年度|核心)任务|^重点工作|^工作要点/,
  /(?:事项|内容|项目|问题|要求|要点)(?:名称|清单)?$|^项目名称$/,
];

/** Columns of text that are not the task itself: what it aims at, what it yields, how it stands. */
export const DETAIL_HEADS = /(?:目标|成果|标准|成效|指标值|目标值|预期|进展|完成情况|落实情况|备注|说明|依据|来源|联系|电话|资金|投资|地点|分值|权重|得分|评分|考核|效果|产出|存在问题)/;

/** Groups of tasks: a column whose merged cells are headings. */
export const GROUP_HEADS = /^(?:类别|领域|分类|类型|板块|方面|章节|一级指标|二级指标|指标|指标名称|任务类别|工作类别|任务分类|重点领域|大项|项目类别|任务名称|所属领域|工作领域|重点方向|专项)$/;

/** Tasks of the level above that a row carries out (上级部署任务). */
export const MANDATE_HEADS = /部署任务|部署要求|上级(?:任务|要求|部署|文件)|《.*》|(?:国务院|国家|中央|省委|省政府|省级|全省|自治区)[^,。]{0,14}(?:任务|要求|举措|措施|部署|事项)/;

/** Heads of tables that hold no tasks: people, money, meetings. */
export const FOREIGN_HEADS =
  /^(?:姓名|单位|职务|职称|性别|电话|联系电话|办公电话|手机|手机号码?|联系人|联系方式|邮箱|地址|传真|科目|金额|预算|资金|来源|使用安排|数量|单价|合计|名称|型号|规格|日期|时间|地点|议程|主持人|参加人员|参会人员|带班领导|值班人员|值班电话|值班领导|岗位|学历|专业|年龄|人数|面积|得分|分值|权重|等级|金额[(（].*|.*[(（]万?元[)）])$/;

/** 续表 and the like between the pages of a table. */
export const CONTINUED = /^[(]?(?:续表|接上表|续上表|转下页|接下页|续)[)]?\d{0,2}$/;

/** Cells that say what the cell above says. */
export const DITTO: readonly string[] = ['同上', '同前', '〃', '″', '"', '""', '〞', '”'];
