/**
 * Words around promised quantities (量化目标). Whoever reads Chinese may add to any list: the longest entry that fits is
 * taken, the order does not matter. Folded text: half-width letters and digits, no white space.
 */

export type Comparator = '>=' | '<=' | '>' | '<' | '=';

/** Words directly before a number that bound it. 以上、以内 and 不超过 include the number, 超过 and 低于 do not (民法典 1259). */
export const BOUNDS_BEFORE: Readonly<Record<string, Comparator>> = {
  不低于: '>=', 不少于: '>=', 不小于: '>=', 不短于: '>=', 不下于: '>=', 不得低于: '>=', 不得少于: '>=', 不得小于: '>=', 不得短于: '>=', 不能低于: '>=', 不能少于: '>=', 不应低于: '>=', 不应少于: '>=',
  至少: '>=', 最少: '>=', 最低: '>=', 起码: '>=', 大于等于: '>=', 大于或等于: '>=', '≥': '>=', '>=': '>=',
  不超过: '<=', 不超: '<=', 不超出: '<=', 不高于: '<=', 不多于: '<=', 不大于: '<=', 不长于: '<=', 不得超过: '<=', 不得高于: '<=', 不得多于: '<=', 不得大于: '<=', 不能超过: '<=', 不应超过: '<=', 不应高于: '<=', 不再超过: '<=',
  最多: '<=', 至多: '<=', 最高: '<=', 最长: '<=', 小于等于: '<=', 小于或等于: '<=', 控制在: '<=', '≤': '<=', '<=': '<=',
  超过: '>', 超: '>', 突破: '>', 高于: '>', 大于: '>', 多于: '>', 优于: '>', 超出: '>', '>': '>',
  低于: '<', 小于: '<', 少于: '<', 不足: '<', 不到: '<', 不满: '<', 短于: '<', '<': '<',
  仅需: '=', 只需: '=', 仅: '=', 只: '=',
};

/** Of these, the ones that may stand some words before their number: 至少参加1次 · 仅需提供一份材料. */
export const BOUNDS_AT_A_DISTANCE: readonly string[] = ['至少', '最少', '最多', '至多', '起码', '不少于', '仅需', '只需'];

/** 面积小于10平方米的: such a bound with 的 behind it describes what it stands before. */
export const DESCRIBING_BOUNDS: readonly string[] = ['小于', '低于', '少于', '不足', '不到', '不满', '短于', '超过', '大于', '多于', '高于', '超出', '超', '<', '>'];

/** Words directly behind a quantity that bound it. */
export const BOUNDS_AFTER: Readonly<Record<string, Comparator>> = {
  以上: '>=', 及以上: '>=', 或以上: '>=', 以内: '<=', 之内: '<=', 内: '<=', 以下: '<=', 及以下: '<=', 之下: '<=', 左右: '=', 上下: '=',
};

/** Words between a verb and its number that change nothing: 达到约30个 · 分别压缩至. */
export const FILLERS: readonly string[] = ['约', '大约', '近', '各', '共', '总共', '分别', '均', '再', '为', '平均', '全部', '都', '应', '要', '须', '原则上', '总体', '力争', '确保', '累计', '基本', '进一步', '也', '就', '可', '将'];

/** Verbs after which a number is the level to be reached (…至、…到). */
export const LEVEL_VERBS: readonly string[] = [
  '达到', '达', '达成', '实现', '保持', '保持在', '稳定在', '维持在', '稳定保持在', '控制在', '控制到', '限定在', '确定为', '设定为', '迈上', '站上', '跨越', '跃上',
  ...['提升', '提高', '增加', '增长', '增', '上升', '升', '扩大', '扩展', '扩容', '拓展', '压减', '压缩', '压降', '压', '缩短', '缩减', '缩小', '降低', '减少', '减', '下降', '降', '精简', '整合', '优化', '下调', '上调', '延长', '归并', '合并', '放宽', '调整', '提速', '发展', '提前', '推迟', '扩增', '增补', '提额', '上浮', '下浮', '收窄', '拓宽', '覆盖'].flatMap(
    (verb) => [`${verb}至`, `${verb}到`],
  ),
  '压缩在', '压减在', '压降在', '缩短在', '降低在', '巩固在', '保障在', '稳固在', '锁定在',
  '缩短为', '压缩为', '压减为', '精简为', '优化为', '降低为', '减少为', '调整为', '减为', '降为', '提升为', '提高为', '缩减为',
];

/** Verbs after which a number is the change (增长10%): the subject keeps them. */
export const CHANGE_VERBS: readonly string[] = [
  '增长', '增加', '增速', '增幅', '提高', '提升', '上升', '扩大', '净增', '递增', '增收', '增产', '增', '下降', '降低', '减少', '压减', '压缩', '压降', '缩短', '缩减', '缩小', '降幅', '降', '减', '节约', '节省', '节支', '下调', '上调', '提前', '提速', '翻', '回升', '回落', '改善', '精简', '核减', '减负',
];

/** Verbs that produce things one can count (新建2座): what follows or precedes them with a number is promised. */
export const COUNT_VERBS: readonly string[] = [
  '新增', '新建', '建成', '改建', '扩建', '新改扩建', '改扩建', '改造', '提升改造', '更新改造', '修建', '修缮', '续建', '增设', '新设', '增建', '增开', '加装', '安装', '架设', '铺设', '敷设', '培育', '引进', '引育', '招引', '引入', '举办', '召开', '承办', '召集', '发表', '刊播', '刊发', '刊登', '报送', '招聘', '招录', '招募', '选聘', '聘请', '选派', '选树', '选拔', '评选', '创建', '新开通', '开通', '新开', '开行', '开工', '竣工', '投产', '投用', '培训', '培养', '轮训', '救助', '帮扶', '资助', '发放', '接待', '签约', '落户', '孵化', '认定', '申报', '申请', '争取', '争创', '种植', '栽植', '栽种', '绿化', '造林', '治理', '整治', '修复', '退出', '淘汰', '关停', '拆除', '盘活', '收储', '供应', '储备', '筹集', '筹措', '募集', '配备', '配置', '购置', '采购', '投入', '投放', '布设', '布局', '建档', '回购', '转化', '净增', '组建', '打通', '生产', '出栏', '存栏', '补贴', '奖励', '补助', '减免', '消化', '化解', '清偿', '设立', '检查', '抽检', '抽查', '巡查', '督查', '走访', '演练', '宣讲', '宣传报道', '销售', '出口', '完工', '交付', '安置', '转移就业', '吸纳', '带动', '惠及', '更换', '更新', '扩种', '复种', '复耕', '恢复', '清理', '补植', '采集', '减轻', '促成', '新打', '配建', '促进就业', '整改', '撤并', '腾退', '处置', '移交', '建成投用', '落地', '送戏', '送戏下乡', '放映', '优化调整', '包抓', '包联', '帮助', '免费培训', '认领',
];

/** Words before a number at the end of its clause that say what there is or what is meant, not what is promised: 涉及企业20家. */
export const NO_COUNT_IN = /(?:涉及|包括|包含|含|下设|分设|有|共|计|等|是|为|属|占|从|由|自|比|每|在|于|以|按|的|约|距|长|宽|高|深|编号|第|号|标准|面向|依托|用好|用足|现场|累计|至今)/;

/** Verbs that only promise with a number in digits: 推出10项 does, 建立三项机制 names. */
export const WEAK_VERBS: readonly string[] = [
  '建立', '建设', '打造', '形成', '推动', '完成', '实现', '推出', '开展', '组织', '实施', '制定', '出台', '确定', '遴选', '总结', '推广', '推介', '梳理', '办理', '代办', '办结', '发布', '公布', '编制', '制作', '创作', '设置', '推进', '支持', '扶持', '给予', '安排', '落实', '提供', '参加', '压减', '减少', '取消', '解决', '消除', '受理', '运营', '创新', '参与', '保障', '覆盖', '拓展', '扩大', '丰富', '示范', '达到', '征集', '研发', '攻克', '突破', '获得', '命名', '开发', '上线', '接入', '归集', '选取', '划定', '征求', '新',
];

/** What a definite set is called: 推动13个区县 counts what there is. */
export const DEFINITE_SETS: readonly string[] = ['重点领域', '重点行业', '领域', '方面', '阶段', '区县', '县区', '县市区', '市州', '市县', '街道', '镇街', '镇办', '部门', '单位', '开发区', '新城', '方向', '维度', '专项', '层面', '步骤', '大类'];

/** Nouns that end the name of an indicator (全程网办率、占比、办理时限): a number right behind them is its value. */
export const INDICATORS: readonly string[] = ['率', '占比', '比例', '比重', '比率', '覆盖面', '时限', '时间', '用时', '时长', '期限', '面积', '规模', '产值', '总额', '总量', '总值', '数量', '收入', '税收', '里程', '能力', '容量', '产量', '销售额', '交易额', '成交额', '增速', '增幅', '强度', '浓度', '投资', '资金', '贷款', '外资', '内资', '次数', '天数', '户数', '个数', '人数', '度', '指数', '得分', '环节', '材料', '系数', '进度'];

/** What stands behind a span of time that is a promise even without 内: 4个工作日办结. */
export const COMPLETIONS: readonly string[] = ['办结', '办好', '办完', '办理完毕', '完成', '出具', '答复', '反馈', '发证', '领证', '取证', '拿证', '送达', '审结', '核准', '到账', '受理完毕', '通电', '接通', '响应', '到达', '到场', '审批', '拿地', '出证', '获批', '办妥'];

/** Units that measure time. 个 before them is dropped (12个工作日 and 12工作日 are one unit), but not in 个月. */
export const TIME_UNITS: readonly string[] = ['个工作日', '工作日', '个自然日', '自然日', '个小时', '小时', '分钟', '秒', '秒钟', '天', '日', '周', '个星期', '个月', '个季度', '年', '个工作小时', '工作小时', '毫秒', '个工作天', '日历天', '个日历天'];

/** 日 and 年 are mostly dates and names of plans: without a bound, a verb or 办结 behind them they are no quantities. */
export const UNITS_WITH_A_BOUND: readonly string[] = ['日', '年', '周', '天'];

export const SHARE_UNITS: readonly string[] = ['%', '‰', '个百分点', '百分点', '个千分点', '个基点', '基点', '倍', '成'];

/** Units of measure beside time and shares, money, lengths, areas, weights, power, and measure words (量词). */
export const UNITS: readonly string[] = [
  '元', '美元', '欧元', '港元', '日元', '人民币', '元人民币', '角', '元钱', '块钱',
  '公里', '千米', '米', '厘米', '毫米', '海里', '里', '车道公里', '皮长公里', '芯公里',
  '平方米', '平方公里', '平方千米', '公顷', '亩', '㎡', '平米', '亩次', 'm2', 'km',
  '立方米', '方', '升', '毫升', 'm3', '吨', '公斤', '千克', '斤', '克', '毫克', '微克', '吨标准煤', '吨标煤', '标准煤', '担',
  '千瓦', '兆瓦', '吉瓦', '千瓦时', '度', '度电', '千伏安', '兆伏安', '标准立方米', '焦耳', '卡', '兆', '标箱', '标准箱', '车', '载重吨', '总吨', '吨公里',
  '个', '家', '户', '项', '条', '件', '人', '名', '位', '次', '场', '场次', '所', '座', '处', '间', '套', '台', '台套', '台次', '辆', '架', '架次', '艘', '艘次', '对', '篇', '份', '例', '宗', '起', '笔', '幅', '块', '片', '株', '棵', '头', '只', '尾', '口', '眼', '盏', '根', '支', '队', '组', '类', '种', '款', '部', '册', '本', '张', '枚', '栋', '幢', '期', '批', '批次', '班', '班次', '列', '趟', '轮', '轮次', '遍', '堂', '节', '羽', '床', '站', '站点', '点', '点位', '桩', '杆', '道', '端', '单', '票', '档', '则', '集', '首', '枪', '路', '箱', '箱次', '包', '袋', '盒', '瓶', '剂', '剂次', '门', '节课', '学时', '课时',
  '人次', '户次', '件次', '家次', '车次', '航次', '课次', '篇次', '人日', '户人', '标台', '机架', '标准机架', '床位', '学位', '车位', '分', '公里次', '吨次', '人份', '项次', '岁', '人年',
];

/** Measure words that name as often as they count, with Chinese numerals (两批、二期、三级、三方): they need a bound. */
export const NAMING_UNITS: readonly string[] = ['批', '期', '类', '种', '轮', '方', '度', '分', '点', '门', '端', '道', '班', '口', '路', '头', '队', '组', '部', '位', '单', '站', '款', '首', '则', '兆', '升', '担', '车', '次'];

/** Words that begin like a measure word: 5部门、三方面. */
export const NOT_A_UNIT = /^(?:部门|部委|部署|方面|方案|方式|方位|家庭|家企(?!业)|条例|处理|对口|对应|台账|人大|人民(?!币)|人才|度假|分之|分厅|分局|分类|分级|分钟(?:政务|便民|生活|医保|办事|服务)|次元|项目|成员|成果|成套|成本|成为|户籍|户外|首次|首问|首席|端口|路径|门类|点半|车间|米范围|级)/;

/** What follows a measure word and makes it something else: 20万吨级、5部门、个一. */
export const NOT_AFTER_UNIT = /^(?:级|型|制|式|线城)/;

/** What an office saves its clients (零收费、0材料): zero of it is promised. */
export const ZERO_NOUNS: readonly string[] = ['收费', '费用', '成本', '付费', '缴费', '收取', '出资', '跑动', '跑腿', '跑路', '次跑', '材料', '资料', '证明', '等待', '等候', '延时', '时差', '延误', '事故', '伤亡', '死亡', '发生', '积压', '拖欠', '欠薪', '投诉', '差评', '差错', '违规', '新增', '增长', '排放', '上访', '复议', '败诉', '逾期', '超时', '押金', '门槛费', '环节'];

/** Of these, the ones that promise without any other word: 较大事故零发生. */
export const ZERO_BY_ITSELF: readonly string[] = ['发生', '伤亡', '死亡', '积压', '拖欠'];

/** Words by which a text promises: before a zero, and to wake a text after what has been reached. */
export const PROMISES: readonly string[] = ['实现', '做到', '确保', '达到', '保证', '力争', '争取', '保障', '全部', '全面', '享受', '即', '全程', '力促', '推动', '动态'];

/** What an 一 or 1 counts in a procedure: 一个环节、1份材料. */
export const PROCEDURE_NOUNS: readonly string[] = ['环节', '材料', '要件', '资料', '申请表', '表', '证', '窗口', '报装环节', '申请材料', '审批环节', '办理环节'];

/** Before a quantity in its sentence: a report of what has been reached (截至、目前、去年). Not after 较、比: 较上年增长, nor 项目前期. */
export const REACHED = /(?:(?<![较比同与按])(?:截至|截止到?|(?<!项)目前|前年|近[一二两三四五六七八九十\d]{1,2}年来?|(?<![近\d])[一二两三四五六七八九十]{1,2}年来(?=,)|近几?年来|多年来|以来|此前|累计已|经统计|据统计)|(?<=^|[,:])(?:去年|上一?年度?))/g;

/** In the clause of a quantity: what there is (现有、已建成). With 的 behind it, it only describes (已取得许可证的). */
export const EXISTING = /(?:已|现有|现存|共有|业已|曾)/g;

/** What turns to the future again. */
export const AHEAD = /(?:确保|力争|争取|年内|今年|将|计划|预计|拟|再|到20\d\d年|年底前?|月底前|月前|日前|全年|下一步|下半年|目标|进一步|要求)/g;

/** 对面积小于300平方米的…: a clause that begins so says for whom, up to 的. */
export const CONDITION = /^(?:其中)?(?:对于?|凡是?|若|如果?|当|符合|满足|针对|属于|经|逾期|超期|连续)/;

/** Verbs that end the condition before a quantity: 对…企业给予20万元. */
export const GRANTS = /(?:给予|予以|实行|发放|补贴|补助|奖励|减免|提供|开展|完成|办结|实现|达到|压减|压缩|在)/;

/** 由9个、从原来的12份: where one comes from. */
export const BASELINE = /(?:由|从|自)(?:原来?的?|现有的?|现行的?|目前的?|法定的?|法定时限的?|国家规定的?|20\d\d年的?|去年的?|上年的?|当前的?)?(?:约|近)?$/;

/** Each (每半年、每季度): within such a clause a number of times is promised. */
export const FREQUENCY = /(?:每(?:(?:个|半|双|两个?|三个?|\d个?)?(?:年|季度?|月|周|旬|日|天|星期|工作日|学期)(?:度)?)|按(?:年|季度?|月|周))/;

/** Numbers of items before a clause: (2) · ① · 三是 · 第9件. */
export const ITEM_NUMBER = /^(?:\(?\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}是(?=[^否])|第[一二三四五六七八九十\d]{1,2}件|第?[一二三四五六七八九十\d]{1,2}、)/;

/** At the start of a clause, before the subject: promise, order and manner, not what is measured. */
export const BEFORE_SUBJECT: readonly string[] = [
  '力争', '确保', '实现', '推动', '做到', '保证', '争取', '使', '将', '把', '并', '且', '其中', '同时', '到', '至', '于', '在', '年内', '全年', '今年', '进一步', '切实', '逐步', '努力', '加快', '持续', '不断', '计划', '拟', '预计', '要', '应', '须', '即', '对', '按照', '基本', '全面', '每年', '每月', '每季度', '每周', '每半年', '每季', '每日', '每天', '原则上', '目前', '有条件的县区', '有条件的区县', '最终', '提前', '必须', '一律', '推进', '促进', '以及', '及', '和', '与', '落实', '有力', '再', '鼓励', '严格落实', '分别',
];

/** At the end of what stands before the verb: frequency and manner. */
export const AFTER_SUBJECT: readonly string[] = ['每年', '每月', '每季度', '每周', '每半年', '年内', '全年', '年底前', '全部', '总体', '力争', '确保', '实现', '原则上', '分别', '均', '应', '要', '须', '由', '从', '按', '为', '的', '在', '至', '到', '比例为', '平均', '最高', '最低', '最多', '至少', '动态'];
