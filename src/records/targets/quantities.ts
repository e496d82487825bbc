/** Quantities: numbers with their unit of measure and the bound behind it (1.3万人 · 1~3个 · 85%以上 · 1小时/户). */
import { type Marks, markAt, marks } from '../../blocks/marks.js';
import {
  BOUNDS_AFTER,
  type Comparator,
  NOT_A_UNIT,
  NOT_AFTER_UNIT,
  SHARE_UNITS,
  TIME_UNITS,
  UNITS,
} from '../../lexicon/targets.js';
import { exact, readMagnitude, readNumber } from './numbers.js';
import { wordList } from './words.js';

export interface Quantity {
  from: number;
  /** Behind the unit. */
  unitTo: number;
  /** Behind the bound, if there is one. */
  to: number;
  value: number;
  valueHigh: number | null;
  unit: string | null;
  kind: 'time' | 'share' | 'count';
  /** The bound behind it: 以上, 以内, 左右. */
  after: Comparator | null;
  /** Written with digits. */
  digits: boolean;
}

const units = wordList([...UNITS, ...TIME_UNITS, ...SHARE_UNITS]);
const bounds = wordList(Object.keys(BOUNDS_AFTER));
const times = new Set(TIME_UNITS);
const shares = new Set(SHARE_UNITS);
// 小时/户 · 元/吨 · 微克/立方米
const RATE = /\/(?:立方米|平方米|平方公里|公里|千瓦时|万元|[户人年天日月亩吨次度个家米台])/y;
const RATIO = /\/(?:10|十)?万(?![元亩吨千平立])/y;
// 50余家 · 30多项
const MORE = /[余多]/y;
// 1-3 · 1~3 · 1至3 · 三到五
const TO = /(?:-{1,2}|~|至|到)/y;

const HUNDREDTHS = /^([一二三四五六七八九])(?=$|[,。;、.以左])/;

interface UnitRead {
  to: number;
  unit: string;
  kind: Quantity['kind'];
}

/** What the expressions above begin with. */
const FIRSTS = { rate: marks('/'), more: marks('余多'), to: marks('-~至到'), and: marks('、,和与及以') };

/** The end of what an expression finds at a place; 0 where it finds nothing. */
function sticky(expression: RegExp, firsts: Marks, s: string, at: number): number {
  if (!markAt(s, at, firsts)) return 0;
  expression.lastIndex = at;
  return expression.test(s) ? expression.lastIndex : 0;
}

function readUnit(s: string, at: number): UnitRead | null {
  // 12/10万: so many of each hundred thousand
  const ratio = sticky(RATIO, FIRSTS.rate, s, at);
  if (ratio > 0) return { to: ratio, unit: s.slice(at, ratio), kind: 'share' };
  const length = units.startsAt(s, at, s.length);
  if (length === 0 || NOT_A_UNIT.test(s.slice(at, at + 6))) return null;
  const word = s.slice(at, at + length);
  let to = at + length;
  if (NOT_AFTER_UNIT.test(s.slice(to, to + 4))) return null;
  const kind = times.has(word) ? 'time' : shares.has(word) ? 'share' : 'count';
  // 12个工作日 and 12工作日 are measured in the same unit; a 月 without 个 is a month of the calendar.
  let unit = kind !== 'count' && word.length > 2 && word !== '个月' ? word.replace(/^个/, '') : word;
  const rate = sticky(RATE, FIRSTS.rate, s, to);
  if (rate > 0) {
    unit += s.slice(to, rate);
    to = rate;
  }
  return { to, unit, kind };
}

interface Amount {
  to: number;
  value: number;
  high: number | null;
  factor: number;
  digits: boolean;
  unit: UnitRead | null;
  more: boolean;
}

/** A number with its magnitude and unit: a unit goes first, so that 200千伏安 stays 200. */
function readAmount(s: string, at: number): Amount | null {
  const number = readNumber(s, at);
  if (number === null) return null;
  const { digits, high } = number;
  if (number.unit !== null) {
    const unit: UnitRead = { to: number.to, unit: number.unit, kind: 'share' };
    return { to: number.to, value: number.value, high, factor: 1, digits, unit, more: false };
  }
  let to = number.to;
  let factor = 1;
  let more = false;
  let unit = readUnit(s, to);
  if (unit === null) {
    const past = sticky(MORE, FIRSTS.more, s, to);
    more = past > 0;
    if (more) to = past;
    const magnitude = digits ? readMagnitude(s, to) : null;
    if (magnitude) {
      to = magnitude.to;
      factor = magnitude.factor;
    }
    unit = readUnit(s, to);
  }
  // 八成: a tenth is ten percent
  if (unit?.unit === '成') {
    // 九成五: five hundredths more, but not 九成三级医院
    const rest = high === null ? HUNDREDTHS.exec(s.slice(unit.to, unit.to + 2)) : null;
    const past = unit.to + (rest ? 1 : 0);
    const value = number.value + (rest ? ('一二三四五六七八九'.indexOf(rest[1] as string) + 1) / 10 : 0);
    return { to: past, value, high, factor: 10, digits, unit: { ...unit, to: past, unit: '%' }, more };
  }
  return { to: unit?.to ?? to, value: number.value, high, factor, digits, unit, more };
}

const scaled = (value: number, factor: number): number => (factor === 1 ? value : exact(value * factor));

// 20场(次)以上: a second measure word before the bound
const SECOND_UNIT = /^\([^()\d]{1,2}\)(?=[以及或左])/;

function withBound(s: string, amount: Amount, from: number, low: number, high: number | null): Quantity {
  const kind = amount.unit?.kind ?? 'count';
  const second = s.charAt(amount.to) === '(' ? SECOND_UNIT.exec(s.slice(amount.to, amount.to + 5)) : null;
  const behind = amount.to + (second?.[0].length ?? 0);
  const length = bounds.startsAt(s, behind, s.length);
  const word = s.slice(behind, behind + length);
  // 内 alone bounds a span of time or a number reached (压减至6个工作日内), 内部 and 内外 do not.
  const bound = length > 0 && !(word === '内' && (kind !== 'time' || /[部外容]/.test(s.charAt(behind + 1))));
  return {
    from,
    unitTo: amount.to,
    to: bound ? behind + length : amount.to,
    value: low,
    valueHigh: high,
    unit: amount.unit?.unit ?? null,
    kind,
    after: bound ? (BOUNDS_AFTER[word] ?? null) : amount.more ? '>' : null,
    digits: amount.digits,
  };
}

/** The quantity whose number begins at `at`: one number or a range; null where there is no number. */
export function readQuantity(s: string, at: number): Quantity | null {
  const first = readAmount(s, at);
  if (first === null) return null;
  const joint = sticky(TO, FIRSTS.to, s, first.to);
  if (joint > 0) {
    const second = readAmount(s, joint);
    // 60%~65% · 3-5万人 · 1-2 · 1至3个: one unit for both, and growing
    if (second !== null && (first.unit === null || first.unit.unit === second.unit?.unit)) {
      const shared =
        first.factor === 1 && first.unit === null && first.value < second.value ? second.factor : first.factor;
      const factor = second.unit?.unit === '%' && second.factor === 10 ? 10 : shared;
      const low = scaled(first.value, factor);
      const high = scaled(second.value, second.factor);
      if (low < high) return withBound(s, second, at, low, high);
    }
  }
  const high = first.high === null ? null : scaled(first.high, first.factor);
  return withBound(s, first, at, scaled(first.value, first.factor), high);
}

// 95、60、15 · 96%、85%和90%
const AND = /(?:、|,|和|与|及|以及)/y;

/** A list of quantities that stand side by side; the last unit and bound hold for those that have none of their own. */
export function readQuantities(s: string, at: number): Quantity[] {
  const list: Quantity[] = [];
  let next = at;
  while (list.length < 12) {
    const quantity = readQuantity(s, next);
    if (quantity === null) break;
    list.push(quantity);
    const joint = sticky(AND, FIRSTS.and, s, quantity.to);
    if (joint === 0 || !/[\d一二两三四五六七八九十百]/.test(s.charAt(joint))) break;
    next = joint;
  }
  const last = list.at(-1);
  if (last === undefined || list.length === 1) return list;
  // 3个、8个工作日: the 个 of a list is the one of 个工作日, but not 三个,2024年
  const counted = last.kind === 'time' && s.startsWith('个', last.unitTo - (last.unit?.length ?? 0) - 1);
  const same = list.every(
    (one) => one.unit === null || one.unit === last.unit || (one.unit === '个' && counted && s.charAt(one.to) !== ','),
  );
  // 20公里、3座: two promises, not one list; a number without unit in front of it belongs to neither
  if (last.unit === null || !same) return list.slice(0, 1);
  return list.map((one) => ({
    ...one,
    unit: last.unit,
    kind: last.kind,
    after: one.after ?? last.after,
  }));
}
