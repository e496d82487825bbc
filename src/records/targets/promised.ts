/** Is a quantity promised? A number alone is none: something before or behind it must say so, and nothing against it. */
import {
  AHEAD,
  BASELINE,
  CHANGE_VERBS,
  COMPLETIONS,
  CONDITION,
  COUNT_VERBS,
  DEFINITE_SETS,
  DESCRIBING_BOUNDS,
  EXISTING,
  FREQUENCY,
  GRANTS,
  INDICATORS,
  ITEM_NUMBER,
  NAMING_UNITS,
  NO_COUNT_IN,
  PROCEDURE_NOUNS,
  REACHED,
  UNITS_WITH_A_BOUND,
  WEAK_VERBS,
} from '../../lexicon/targets.js';
import type { Approach } from './approach.js';
import type { Clause } from './clauses.js';
import type { Quantity } from './quantities.js';
import { wordList } from './words.js';

export interface Candidate {
  s: string;
  clause: Clause;
  /** Begin of what belongs to this quantity: the clause, or what follows the quantity before it. */
  part: number;
  approach: Approach;
  quantity: Quantity;
  /** A target stands before it in the same sentence: 新建公园3个、绿道20公里. */
  carried: boolean;
  /** Year of the context. */
  year: number | null;
}

const indicators = wordList(INDICATORS);
const completions = wordList(COMPLETIONS);
const definite = wordList(DEFINITE_SETS);
// 压缩成本1000万元: a single 增 or 减 is too often part of another word
const verbs = wordList([...COUNT_VERBS, ...WEAK_VERBS, ...CHANGE_VERBS.filter((verb) => verb.length > 1)]);
// 2023年,全区… · 2024年全县共改造…
const PAST_YEAR = /^(20\d\d)年(?:度|末|底)?(?:,|[全我](?=[国省市县区州镇乡局])|共|累计)/;
const naming = new Set(NAMING_UNITS);
const bounded = new Set(UNITS_WITH_A_BOUND);
const describing = new Set(DESCRIBING_BOUNDS);

function lastMatch(expression: RegExp, text: string): number {
  let last = -1;
  expression.lastIndex = 0;
  for (let m = expression.exec(text); m !== null; m = expression.exec(text)) last = m.index;
  return last;
}

/** 2023年,全区生产总值完成320亿元: a sentence that opens with a year gone by reports. */
function pastYear(text: string, year: number | null): number {
  const m = year === null ? null : PAST_YEAR.exec(text);
  return m !== null && Number(m[1]) < (year as number) ? 0 : -1;
}

/** 已建成3200个, 截至去年底…, 实现了95%: what has been reached is no promise, until the sentence looks ahead again. */
export function isReached(s: string, clause: Clause, at: number, year: number | null): boolean {
  if (s.charAt(at - 1) === '了') return true;
  const text = s.slice(clause.sentence, at);
  const near = lastMatch(EXISTING, text);
  const own = near >= clause.from - clause.sentence && !/[的对]/.test(text.slice(near)) ? near : -1;
  const past = Math.max(lastMatch(REACHED, text), own, pastYear(text, year));
  return past >= 0 && past > lastMatch(AHEAD, text);
}

/** 对面积小于10平方米的…: the clause says for whom something holds. */
function isCondition({ s, clause, approach, quantity }: Candidate): boolean {
  const behind = s.slice(quantity.to, clause.to);
  // 不满1年的, · 达到90%以上的,
  if (behind.endsWith('的') && clause.to < s.length) return true;
  const before = s.slice(clause.from, approach.from).replace(ITEM_NUMBER, '');
  if (CONDITION.test(before) && behind.includes('的')) {
    return !before.includes('的') && !GRANTS.test(before.slice(1));
  }
  return false;
}

/** Behind 10亿元以上: a noun with a bound and a number of its own. */
const OTHER_COUNT = /^[^,。;、:()\d]{1,8}(?:不少于|不低于|至少|达到|达|突破|超过)\d/;

/** 面积小于10平方米的餐饮店, 2000万元以上的企业: it describes what follows, unless a verb makes it (建立不低于…的资金池). */
function describes(candidate: Candidate): boolean {
  const { s, quantity, approach, part } = candidate;
  // 30万千瓦及以上机组, 160千瓦及以下企业
  if (/^[及或]以/.test(s.slice(quantity.unitTo, quantity.to)) && !atEnd(s, quantity.to)) return true;
  // 新建…、20户以上自然村4G覆盖率达99%
  if (
    quantity.kind === 'count' &&
    quantity.after !== null &&
    approach.from === quantity.from &&
    /^[^,。;、]{1,16}率[^,。;、]{0,6}\d/.test(s.slice(quantity.to, quantity.to + 24))
  )
    return true;
  // 引进10亿元以上项目不少于5个
  if (quantity.kind === 'count' && quantity.after !== null && OTHER_COUNT.test(s.slice(quantity.to, quantity.to + 20)))
    return true;
  const described = approach.bound !== null && describing.has(approach.bound);
  // 超5亿元企业3家
  if (
    described &&
    quantity.kind === 'count' &&
    !atEnd(s, quantity.to) &&
    /^[^,。;]{1,8}\d/.test(s.slice(quantity.to, quantity.to + 9))
  )
    return true;
  if (s.charAt(quantity.to) !== '的') return false;
  if (quantity.kind === 'share') return approach.bound !== null && approach.comparator === '<';
  if (approach.level || approach.verb !== null) return false;
  if (approach.bound !== null && !described) return false;
  return !hasVerb(s, part, approach.from, verbs);
}

function hasVerb(s: string, from: number, to: number, words: typeof verbs): boolean {
  for (let i = Math.max(from, to - 60); i < to; i++) if (words.startsAt(s, i, to) > 0) return true;
  return false;
}

const atEnd = (s: string, at: number): boolean => at >= s.length || /[,、;。.:!?()与和及]/.test(s.charAt(at));

const NAMES_A_RATE = /^[^,。;、:()\d]{1,10}率/;
const IDIOM_OF_ONCE = /^(?:最多|至多|仅需?|只需?)$/;

function isDecoy(candidate: Candidate): boolean {
  const { s, quantity, approach, clause } = candidate;
  const before = s.charAt(quantity.from - 1);
  // 师生比1:15
  if (/^:\d/.test(s.slice(quantity.to, quantity.to + 2))) return true;
  // 15秒接通率, 7个工作日内公示率: the name of an indicator
  if (
    quantity.kind === 'time' &&
    !approach.level &&
    approach.bound === null &&
    NAMES_A_RATE.test(s.slice(quantity.to, quantity.to + 12))
  )
    return true;
  // 第3条, 每10万人, B2栋, 3+1, 7×24小时, 2023-2025年, 6.30日
  if (quantity.from > 0 && /[第每A-Za-z+×*·〔./~\-号]/.test(before)) return true;
  // 最多跑一次, 只需填报一次: idioms of service
  if (!quantity.digits && quantity.value === 1 && quantity.unit === '次' && IDIOM_OF_ONCE.test(approach.bound ?? ''))
    return true;
  // 24小时服务 is round the clock; 24小时内 is a limit
  if (quantity.unit === '小时' && quantity.value === 24 && quantity.after === null && approach.bound === null)
    return true;
  // 150米内的, 300米范围: a place
  if (quantity.kind === 'count' && /^(?:内|外|处|范围)/.test(s.slice(quantity.to, quantity.to + 2)))
    return !approach.level;
  if (quantity.unit === '日' && before === '月') return true;
  // 15分钟生活圈 and 20天前 aside, 以下 and 以上 of a text (以下3项) point
  if (
    /(?:以下|以上|上述|下列|其余|其他|这|该|哪|同|本|首|某)$/.test(
      s.slice(Math.max(0, quantity.from - 2), quantity.from),
    )
  ) {
    return quantity.kind === 'count' && quantity.after === null && approach.bound === null;
  }
  const lead = s.slice(Math.max(clause.from, quantity.from - 12), quantity.from);
  if (BASELINE.test(lead) && approach.bound === null) return true;
  const behind = s.slice(quantity.to, quantity.to + 5);
  return /^(?:的?基础上|的?罚款|罚款)/.test(behind);
}

/** The numeral says how many, not which (五名 · 一份材料 · 3座, but not 一网, 三项机制). */
function countsWith(candidate: Candidate): 'strong' | 'weak' | null {
  const { s, quantity, approach, part } = candidate;
  if (quantity.kind !== 'count' || quantity.unit === null) return null;
  const plain = quantity.digits || (quantity.value > 1 && !naming.has(quantity.unit));
  if (!plain) return null;
  if (approach.verb === 'strong') return 'strong';
  // 落实12项政策 names them
  if (approach.verb === 'weak' && s.startsWith('落实', approach.from)) return null;
  if (approach.verb === 'weak' || approach.level) return quantity.digits ? 'weak' : null;
  // 完成3家水泥企业、2家陶瓷企业…: the verb of the first holds for the second
  const next =
    candidate.carried && quantity.digits && /[、和]/.test(s.charAt(approach.from - 1)) && approach.from - part <= 1;
  if (next) return 'strong';
  // 新建食堂8家并于…, 安排资金2000万元用于…
  if (!atEnd(s, quantity.to) && !GOES_ON.test(s.slice(quantity.to, quantity.to + 2))) return null;
  if (hasVerb(s, part, approach.from, verbs)) return 'strong';
  if (!quantity.digits) return null;
  return candidate.carried || isBareCount(candidate) ? 'strong' : null;
}

const GOES_ON = /^(?:并[^列联]|用于)/;

/** 水库除险加固6座: something done or made and how many, without a verb that we know. */
function isBareCount({ s, part, approach, quantity, clause }: Candidate): boolean {
  if (naming.has(quantity.unit ?? '') || quantity.valueHigh !== null) return false;
  // 现有企业86家,其中…22家
  if (lastMatch(EXISTING, s.slice(clause.sentence, part)) >= 0) return false;
  const before = s.slice(part, approach.from).replace(/^[,、:]/, '');
  return before.length >= 4 && before.length <= 30 && !NO_COUNT_IN.test(before) && !/[\d,:;()]/.test(before);
}

const procedure = wordList(PROCEDURE_NOUNS);

// 为2万名农村妇女|提供
export const SERVES = /^([^,。;、:]{0,16}?)(?:提供|开展|免费|发放|实施|解决|办理|购买|落实)/;

const SERVED = /[为对向给][^,。;、的为]{0,6}$/;

/** 为2万名农村妇女提供免费筛查: so many are served. */
export const isServed = ({ s, quantity, clause }: Candidate): boolean =>
  quantity.digits &&
  quantity.kind === 'count' &&
  SERVED.test(s.slice(Math.max(clause.from, quantity.from - 8), quantity.from)) &&
  /^[名户人家]/.test(quantity.unit ?? '') &&
  SERVES.test(s.slice(quantity.to, quantity.to + 24));

// 按实际投资额的|10%|给予补助
const GRANTED_RATE = /^的?(?:标准|比例)(?:给予|予以|发放|补助|补贴)/;
const GRANTED = /^(?:的?(?:比例|标准))?(?:给予|予以)/;

/** 一个环节, 1份材料: what a procedure still asks for. */
function isProcedure({ s, quantity }: Candidate): boolean {
  if (quantity.unit !== '个' && quantity.unit !== '项' && quantity.unit !== '份') return false;
  const noun = s.slice(quantity.to, quantity.to + 6);
  for (let i = 0; i < noun.length; i++) {
    const length = procedure.startsAt(noun, i, noun.length);
    if (length > 0) return atEnd(s, quantity.to + i + length);
    if (/[,、。;的]/.test(noun.charAt(i))) return false;
  }
  return false;
}

/** Whether the text promises the quantity. */
export function isPromised(candidate: Candidate): boolean {
  const { s, quantity, approach, clause, part } = candidate;
  if (isDecoy(candidate)) return false;
  if (isCondition(candidate) || describes(candidate)) return false;
  if (isReached(s, clause, approach.from, candidate.year)) return false;
  const bound = approach.bound !== null;
  if (quantity.unit === null) return isPlainNumber(candidate);
  // 一 is more often a word than a number
  const one = !quantity.digits && quantity.value === 1 && quantity.valueHigh === null;
  if (bounded.has(quantity.unit) && !bound && quantity.after === null && !approach.level && !approach.change) {
    // 限时3日办结
    return completions.startsAt(s, quantity.to, s.length) > 0 && quantity.unit !== '年';
  }
  // 人均预期寿命达到80岁, but 扩大到65岁以上老年人
  if (quantity.unit === '岁') return (approach.level || approach.change) && atEnd(s, quantity.to);
  if (bound) return true;
  if (isProcedure(candidate))
    return /(?:实现|压减|精简|优化|只需|仅需|即|至|为|到)/.test(s.slice(clause.sentence, quantity.from));
  if (quantity.kind === 'time') {
    if (quantity.after === '<=') {
      // 三年内 is until when; 缩短至2年以内 is how long
      return (quantity.unit !== '年' || approach.level || approach.change) && !isCoverage(s, quantity.to);
    }
    if (one) return false;
    if (approach.level || approach.change) return true;
    return completions.startsAt(s, quantity.to, s.length) > 0 || isIndicator(candidate);
  }
  if (FREQUENCY.test(s.slice(clause.from, quantity.from)) && isTimes(candidate)) return true;
  if (one && quantity.kind !== 'share') return false;
  if (quantity.kind === 'share') {
    if (quantity.unit === '倍') return approach.level || approach.change || quantity.after !== null;
    if (approach.level || approach.change || approach.verb !== null || quantity.after !== null) return true;
    if (isIndicator(candidate) || quantity.value === 100 || GRANTED.test(s.slice(quantity.to, quantity.to + 5)))
      return true;
    return atEnd(s, quantity.to) ? hasVerb(s, part, approach.from, verbs) || candidate.carried : approach.verb !== null;
  }
  const ends = atEnd(s, quantity.to);
  if (approach.level && (quantity.digits || quantity.after !== null || ends)) return !isDefinite(s, quantity);
  if (approach.change) return quantity.digits || quantity.after !== null || ends;
  // 按每人每年380元标准予以资助
  if (GRANTED_RATE.test(s.slice(quantity.to, quantity.to + 6)) && quantity.digits) return true;
  if (isServed(candidate)) return true;
  const counted = countsWith(candidate);
  if (counted !== null) return counted === 'strong' || !isDefinite(s, quantity);
  // 设立规模10亿元的基金: the indicator within what a verb makes
  if (s.charAt(quantity.to) === '的')
    return quantity.digits && isIndicator(candidate) && hasVerb(s, part, approach.from, verbs);
  return ends && (quantity.digits || quantity.after !== null) && isIndicator(candidate);
}

/** 1-2可复制 (a measure word lost), 指数达到95: a number without unit needs a verb, and to be a range or the end. */
function isPlainNumber({ s, quantity, approach }: Candidate): boolean {
  if (!quantity.digits) return false;
  const led = approach.level || approach.verb !== null || (approach.bound !== null && approach.from < quantity.from);
  if (!led) return false;
  if (quantity.valueHigh !== null) return approach.verb !== null || approach.level;
  if (!atEnd(s, quantity.to) || /[.(与和及]/.test(s.charAt(quantity.to))) return false;
  return approach.level || approach.bound !== null;
}

/** 15分钟内…圈: a name of an area, as far as it is not in quotation marks. */
const isCoverage = (s: string, at: number): boolean => /^(?:的)?(?:[^,。;、]{0,6})圈/.test(s.slice(at, at + 9));

const isDefinite = (s: string, { to, after }: Quantity): boolean =>
  after === null && definite.startsAt(s, to, s.length) > 0;

const isIndicator = ({ s, part, approach }: Candidate): boolean => indicators.endsAt(s, part, approach.subjectTo) > 0;

const TIMES = new Set([
  '次',
  '篇',
  '期',
  '场',
  '场次',
  '条',
  '轮',
  '轮次',
  '份',
  '遍',
  '批',
  '批次',
  '个',
  '件',
  '项',
  '节',
  '堂',
  '人次',
  '家',
  '例',
  '户',
  '名',
]);

/** 每月开展一次…: a verb, then the number; 每周一 and 每个一 are none. */
function isTimes({ s, quantity, clause, approach }: Candidate): boolean {
  if (!TIMES.has(quantity.unit ?? '')) return false;
  const region = s.slice(clause.from, quantity.from);
  const m = FREQUENCY.exec(region);
  if (m === null) return false;
  const verb = region.slice(m.index + m[0].length);
  return (
    verb.length > 0 &&
    (approach.verb !== null ||
      quantity.digits ||
      atEnd(s, quantity.to) ||
      hasVerb(s, clause.from, quantity.from, verbs))
  );
}
