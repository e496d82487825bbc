/**
 * Targets (量化目标): the quantities that a text promises. Numbers lead the way: a place without digit or numeral costs
 * nothing, and what stands around a number is read no further than its sentence.
 */
import type { Range } from '../../blocks/compact.js';
import { markAt, marks } from '../../blocks/marks.js';
import { COMPLETIONS, type Comparator, ZERO_NOUNS } from '../../lexicon/targets.js';
import { approach } from './approach.js';
import { type Clause, clauseAt } from './clauses.js';
import { dueOf, promisedDates, type SentenceDate } from './due.js';
import { numberEnd } from './numbers.js';
import { type Candidate, isPromised, isReached, isServed, SERVES } from './promised.js';
import { type Quantity, readQuantities } from './quantities.js';
import { readRank } from './rank.js';
import { objectFrom, splitSubject, subjectBehind, trimSubject } from './subject.js';
import { wordList } from './words.js';
import { readWord, readZero, type WordTarget } from './zero.js';

export interface Target {
  /** The promise: subject and quantity. */
  from: number;
  to: number;
  subject: Range | null;
  comparator: Comparator;
  value: number;
  /** End of a range (1~3个), else null. */
  valueHigh: number | null;
  unit: string | null;
  /** ISO date, where the sentence names one before the quantity. */
  dueOn: string | null;
}

// A quotation (names) or title, or what can begin a quantity: 85% · 零收费 · 十二个 · 百分之五 · 突破千亿元 · 惠及千户以上 · 突破百列 · 翻倍 · 清零
const LANDMARK =
  /[百千](?=[万亿])|[百千万](?=分之)|[百千](?=[家户人名个件场](?:次)?以上)|(?<=突破|达到|超过|超)[百千](?=[家户人名个件场列项])|清零|减半/y;
/** What is a landmark by itself, and what the others begin with: the expression runs at these alone. */
const SURELY = '“”《》。;0123456789零〇一二两三四五六七八九十半翻';
const SURE = marks(SURELY);
const LANDMARKS = marks(`${SURELY}百千万清减`);
const WORDS = '翻清减';
// First characters of the nouns of 零收费 …, or the end of 为零。: most 零 and 0 are other words and numbers.
const ZERO_NEXT = new RegExp(`^[,。;.、${ZERO_NOUNS.map((noun) => noun.charAt(0)).join('')}]?$`);

// 由9个, but not 20户以上自然村4G, 从业人员
const FROM = /(?:由(?!于)|从(?!业|事|严|优|快|重)|自(?![然主动治来助愿有建贸行查身住]))[^由从自,。;]{0,10}$/;

const completions = wordList(COMPLETIONS);

/** What one run over a text remembers. */
interface Run {
  s: string;
  year: number | null;
  found: Target[];
  /** Behind the last target. */
  behind: number;
  /** Where a baseline begins (由9个), so that the subject ends before it. */
  baseline: number;
  dates: { sentence: number; to: number; list: SentenceDate[] };
}

/** Input: the reading copy, a range of it, the year of the context. Output: its targets in document order. */
export function findTargets(s: string, from: number, to: number, year: number | null): Target[] {
  const text = s.slice(from, to);
  const run: Run = { s: text, year, found: [], behind: 0, baseline: -1, dates: { sentence: -1, to: -1, list: [] } };
  let quoted = 0;
  let titled = 0;
  for (let at = 0, next = 1; at < text.length; at = next, next = at + 1) {
    if (!markAt(text, at, LANDMARKS)) continue;
    if (!markAt(text, at, SURE)) {
      LANDMARK.lastIndex = at;
      if (!LANDMARK.test(text)) continue;
    }
    const ch = text.charAt(at);
    // A mark that OCR lost must not swallow the rest: a sentence's end closes all.
    if (ch === '。' || ch === ';') quoted = titled = 0;
    else if (ch === '“') quoted++;
    else if (ch === '”') quoted = Math.max(0, quoted - 1);
    else if (ch === '《') titled++;
    else if (ch === '》') titled = Math.max(0, titled - 1);
    else next = titled > 0 ? at + 1 : read(run, at, ch, quoted > 0);
  }
  if (from > 0) for (const target of run.found) shift(target, from);
  return run.found;
}

function shift(target: Target, by: number): void {
  target.from += by;
  target.to += by;
  if (target.subject) target.subject = { from: target.subject.from + by, to: target.subject.to + by };
}

/** Reads what begins at a place and returns where to go on. */
function read(run: Run, at: number, ch: string, quoted: boolean): number {
  const { s } = run;
  if (WORDS.includes(ch)) {
    const word = readWord(s, at);
    if (word === null) return at + 1;
    addWord(run, word, outside(s, at));
    return word.to;
  }
  if (ch === '零' || ch === '0') {
    const zero = ZERO_NEXT.test(s.charAt(at + 1)) ? readZero(s, at, outside(s, at)) : null;
    if (zero) {
      addWord(run, zero, outside(s, at));
      return zero.to;
    }
  }
  if (quoted) return numberEnd(s, at);
  const list = readQuantities(s, at);
  const first = list[0];
  const last = list.at(-1);
  if (first === undefined || last === undefined) return numberEnd(s, at);
  if (last.unit === null && !first.digits && s.charAt(at - 1) !== '前') return Math.max(last.to, numberEnd(s, at));
  addQuantities(run, list, first, last);
  return last.to;
}

/** The clause around a word that may stand in quotation marks of its own (“零收费”). */
const outside = (s: string, at: number): Clause => clauseAt(s, s.charAt(at - 1) === '“' ? at - 1 : at);

function datesOf(run: Run, clause: Clause): SentenceDate[] {
  if (run.dates.sentence !== clause.sentence || run.dates.to < clause.to) {
    run.dates = {
      sentence: clause.sentence,
      to: clause.to,
      list: promisedDates(run.s, clause.sentence, clause.to, run.year),
    };
  }
  return run.dates.list;
}

/** The due date of what stands at a place; a target already found behind a date carries the date on. */
const dueAt = (run: Run, dates: readonly SentenceDate[], at: number, clause: Clause): string | null =>
  dueOf(run.s, dates, at, clause, (date) => run.found.some(({ to, dueOn }) => to > date.to && dueOn === date.dueOn));

/** 2024年、2025年分别完成300户、500户: a date for each, where the dates stand side by side and are as many. */
function datesOfEach(s: string, dates: readonly SentenceDate[], at: number, count: number): (string | null)[] | null {
  const before = dates.filter((date) => date.to <= at);
  const last = before.slice(-count);
  if (last.length < count) return null;
  const apart = (one: SentenceDate, next: SentenceDate): boolean =>
    !/^[底末前]{0,2}[、和与及,](?:到|至)?$/.test(s.slice(one.to, next.from));
  if (last.some((date, i) => i > 0 && apart(last[i - 1] as SentenceDate, date))) return null;
  const first = before.at(-count - 1);
  if (first && !apart(first, last[0] as SentenceDate)) return null;
  const end = (last.at(-1) as SentenceDate).to;
  return s.slice(end, at).includes('分别') ? last.map(({ dueOn }) => dueOn) : null;
}

function addWord(run: Run, word: WordTarget, clause: Clause): void {
  const { s } = run;
  if (s.charAt(word.to) === '了' || isReached(s, clause, word.from, run.year)) return;
  const dates = datesOf(run, clause);
  const quotes = s.charAt(word.from - 1) === '“' ? 1 : 0;
  const subject = trimSubject(s, Math.max(clause.from, Math.min(run.behind, word.from)), word.from - quotes, dates);
  const closed = quotes === 1 && s.charAt(word.to) === '”' ? 1 : 0;
  run.found.push({
    from: subject?.from ?? word.from - closed,
    to: word.to + closed,
    subject,
    comparator: '=',
    value: word.value,
    valueHigh: null,
    unit: word.unit,
    dueOn: dueAt(run, dates, word.from, clause),
  });
  run.behind = word.to + closed;
}

function comparatorOf(quantity: Quantity, bound: string | null, comparator: Comparator | null): Comparator {
  // 控制在3%左右, 控制在3%-5%: no upper bound then
  if (bound === '控制在' && (quantity.after === '=' || quantity.valueHigh !== null)) return '=';
  return comparator ?? quantity.after ?? '=';
}

function addQuantities(run: Run, list: readonly Quantity[], first: Quantity, last: Quantity): void {
  const { s } = run;
  const clause = clauseAt(s, first.from);
  const part = Math.max(clause.from, run.behind);
  const rank = readRank(s, part, first);
  const lead = rank ?? approach(s, part, first.from);
  const carried = run.found.length > 0 && run.behind > clause.sentence;
  const candidate: Candidate = {
    s,
    clause,
    part,
    approach: lead,
    quantity: { ...last, from: first.from },
    carried,
    year: run.year,
  };
  if (rank === null ? !isPromised(candidate) : isReached(s, clause, lead.from, run.year)) {
    const word = FROM.exec(s.slice(Math.max(clause.from, first.from - 11), first.from));
    if (word) run.baseline = first.from - word[0].length;
    return;
  }
  const dates = datesOf(run, clause);
  const end = run.baseline >= part && run.baseline < lead.from ? run.baseline : lead.subjectTo;
  // 归集、共享、100%公示: what stands before 、 belongs to another part
  const listed = lead.from === first.from && s.charAt(lead.from - 1) === '、';
  const before = listed ? null : trimSubject(s, objectFrom(s, part, end, list.length > 1), end, dates);
  const behind = subjectBehind(s, last.to, clause.to);
  const subject = choose(candidate, before, behind);
  const shares = list.length > 1 && subject !== null ? splitSubject(s, subject, list.length) : null;
  const finished = last.kind === 'time' ? completions.startsAt(s, last.to, s.length) : 0;
  // 普惠政策100%网上可办, 不低于40%按照…供应: a share is a share of what follows too
  const whole = last.kind === 'share' && lead.level === false && lead.change === false ? (behind?.to ?? 0) : 0;
  const from = Math.min(lead.from, subject?.from ?? lead.from);
  const to = Math.max(last.to + finished, subject?.to ?? 0, whole);
  const due = dueAt(run, dates, first.from, clause);
  const dues = list.length > 1 ? datesOfEach(s, dates, first.from, list.length) : null;
  list.forEach((quantity, i) => {
    run.found.push({
      from,
      to,
      subject: shares?.[i] ?? subject,
      comparator: comparatorOf(quantity, lead.bound, lead.comparator),
      value: quantity.value,
      valueHigh: quantity.valueHigh,
      unit: quantity.unit,
      dueOn: dues?.[i] ?? due,
    });
  });
  run.behind = to;
}

/** 台阶, 大关: how the number is spoken of, not what it counts. */
const STAGE = /^(?:台阶|大关|关口|水平|目标|的?标准)$/;

/** 设立总规模, 建设建筑面积: a verb and a size that the thing behind has. */
const OF_SIZE = /^(?:设立|建立|组建|打造|建设|建成|新建|成立|发行)(?:总)?(?:规模|面积|额度|金额|容量)$/;

/** A level or change is said of what stands before it; a count of what follows it, if something does. */
function choose(candidate: Candidate, before: Range | null, behind: Range | null): Range | null {
  const { s, approach: lead, quantity } = candidate;
  const text = behind === null ? '' : s.slice(behind.from, behind.to);
  if (quantity.kind === 'time')
    return before ?? (completions.startsAt(text, 0, text.length) === text.length ? null : behind);
  // 为300户|困难家庭|实施改造
  const served = isServed(candidate) ? SERVES.exec(text)?.[1] : undefined;
  if (behind && served) return { from: behind.from, to: behind.from + served.length };
  if (behind === null || before === null || STAGE.test(text)) return before ?? behind;
  if (lead.level && quantity.kind === 'count') return behind;
  if (lead.level || (lead.change && quantity.kind === 'share')) return before;
  // 在药品、餐饮等|不少于8个行业, 为全县|不少于4万名老年人
  // 设立总规模不低于10亿元的|产业引导基金
  if (lead.bound !== null && s.charAt(quantity.to) === '的' && OF_SIZE.test(s.slice(before.from, before.to)))
    return behind;
  if (lead.bound !== null && lead.verb === null)
    return /^[为向给]|等$/.test(s.slice(before.from, before.to)) || /^[仅只]/.test(lead.bound) ? behind : before;
  if (quantity.kind === 'share' && quantity.after === null && lead.verb === null) return before;
  return behind;
}
