/** Words that say when, beside the numbers. */

/** Deadlines that never end (持续、长期、立行立改). */
export const ONGOING: readonly string[] = [
  '持续推进', '持续实施', '持续开展', '持续落实', '持续优化', '持续深化', '持续加强', '持续改进', '持续整改', '持续坚持', '持续', '长期坚持', '长期整改', '长期推进', '长期实施', '长期',
  '常态化', '常态', '经常性', '立行立改', '立即整改', '立即', '立整立改', '即知即改', '即行即改', '随时', '全年推进', '全年持续', '贯穿全年', '日常', '全过程', '永久', '动态', '滚动', '适时',
];

/** What comes back (每月、每季度): as a deadline it has no single day. */
export const RECURRING = /(?:每(?:年|季度?|月|周|旬|日|天|半年|双月|两月|两个月|学期|学年)|按(?:年|季度?|月|周|旬)(?!度?计划)|逐月|逐季|月度|季度末?推进|半月)/;

/** Frequencies of reports, most frequent first. */
export const FREQUENCIES: readonly { words: readonly string[]; frequency: 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' }[] = [
  { frequency: 'weekly', words: ['每周', '按周', '逐周', '每星期'] },
  { frequency: 'half-yearly', words: ['每半年', '半年一次', '按半年'] },
  { frequency: 'monthly', words: ['每月', '按月', '逐月', '每个月', '月底前将当月', '每双月'] },
  { frequency: 'quarterly', words: ['每季度', '每季', '按季度', '按季', '逐季', '每个季度'] },
  { frequency: 'yearly', words: ['每年', '按年'] },
];

/** What stands before a date that is past, a validity, a law's or a recurring one: no promise. */
export const NO_PROMISE_BEFORE =
  /(?:截至|截止到?|截止至|自|从|早于|延续(?:实施)?至|延长至|顺延至|有效期至|执行至|实施至|暂行至|每年?|去|上|前|近|历|往|较|比|同|逐|隔)$/;

/** What stands behind such a date. */
export const NO_PROMISE_AFTER = /^(?:已|以来|施行|生效|至今|的(?:数据|水平|基数|基础)|期间|在册|登记的|同期|末存量|取得的|存量)/;
