/** What is measured, as written: before the verb (全程网办率|不低于85%) or behind the quantity (20%以上的|企业). */
import type { Range } from '../../blocks/compact.js';
import { AFTER_SUBJECT, BEFORE_SUBJECT, COUNT_VERBS, ITEM_NUMBER } from '../../lexicon/targets.js';
import type { SentenceDate } from './due.js';
import { wordList } from './words.js';

const leading = wordList(BEFORE_SUBJECT);
const trailing = wordList(AFTER_SUBJECT);

// 三年内, 5年内: until when, in words that are no date
const YEARS =
  /^(?:[一二两三四五\d]{1,2}年内|用[一二两三四五\d]{1,2}年(?:左右)?(?:的?时间)?|[一二两三四五\d]年(?=累计))/;

// 基本养老保险参保率, 即办件占比: no manner there
const A_WORD =
  /^(?:基本(?:养老|医疗|医保|公共|农田|药物|草原|生活|民生|建设|保险)|提前介入|即[办时]|在(?:用|职|册|园|岗)|到(?:期|岗|户)|再(?:就业|保险|担保|利用|融资))/;

const makers = wordList(COUNT_VERBS);
// The last 将 or 把 that is a word of its own: not in 即将、将来、把握、把关.
const OBJECT = /(?:(?<![即必])将(?!来|军)|把(?![握关手控]))(?=[^将把]{2,60}$)/;

/** A range without dates, adverbs and verbs of promise around it; null where nothing is left. */
export function trimSubject(s: string, from: number, to: number, dates: readonly SentenceDate[]): Range | null {
  let start = from + (ITEM_NUMBER.exec(s.slice(from, Math.min(to, from + 6)))?.[0].length ?? 0);
  let end = to;
  for (let step = 0; step < 24 && start < end; step++) {
    const date = dates.find((one) => one.from <= start && one.to > start);
    if (date) {
      start = date.to;
      continue;
    }
    if (/[、,:;。)”]/.test(s.charAt(start))) {
      start++;
      continue;
    }
    const span = YEARS.exec(s.slice(start, Math.min(end, start + 9)));
    const word = span ? span[0].length : leading.startsAt(s, start, end);
    if (A_WORD.test(s.slice(start, start + 4))) break;
    // 在线, 将军: a single character is stripped only before something that can stand alone
    if (
      word === 0 ||
      (word === 1 &&
        /^(?:再生|再次|再造|在线|在校|在建|将军|要素|要件|应急|应用|使用|到位|到账|对外|对接|并联|并网|于|及时|和谐|与会)/.test(
          s.slice(start, start + 2),
        ))
    )
      break;
    start += word;
  }
  for (let step = 0; step < 12 && end > start; step++) {
    if (/[、,:;(“]/.test(s.charAt(end - 1))) {
      end--;
      continue;
    }
    const date = dates.find((one) => one.to === end && one.from >= start);
    const word = date ? end - date.from : trailing.endsAt(s, start, end);
    if (word === 0) break;
    end -= word;
  }
  return start < end ? { from: start, to: end } : null;
}

/** 鼓励…将接入容量上限|提升至: where 将 or 把 begins the object; 建A、新建B: where the last of several verbs stands. */
export function objectFrom(s: string, from: number, to: number, lists: boolean): number {
  const text = s.slice(from, to);
  const object = OBJECT.exec(text);
  if (object) return from + object.index + object[0].length;
  // 进口、出口整体通关时间分别: each has a number
  if (lists) return from;
  const list = text.lastIndexOf('、');
  return list >= 0 && makers.startsAt(s, from + list + 1, to) > 0 ? from + list + 1 : from;
}

/** What stands behind a quantity, up to the end of its clause or list. */
export function subjectBehind(s: string, from: number, ceil: number): Range | null {
  let start = from;
  if (s.charAt(start) === '的') start++;
  // 8家并于11月底前运营, 2000万元用于培训: what is done with them
  else if (/^(?:并[^列联]|用于)/.test(s.slice(start, start + 2))) return null;
  // 1200件(套): a remark on the unit
  if (s.charAt(start) === '(') return null;
  let depth = 0;
  let end = start;
  for (; end < ceil; end++) {
    const ch = s.charAt(end);
    if (ch === '“' || ch === '(' || ch === '《') depth++;
    else if (ch === '”' || ch === ')' || ch === '》') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && /[,、;。:!?]/.test(ch)) break;
  }
  const used = s.slice(start, end).indexOf('用于');
  if (used > 1) end = start + used;
  return start < end ? { from: start, to: end } : null;
}

/** 政府投资、社会投资和低风险项目: the parts of a list, as many as there are quantities, or null. */
export function splitSubject(s: string, { from, to }: Range, count: number): Range[] | null {
  const parts: Range[] = [];
  let depth = 0;
  let start = from;
  for (let i = from; i < to; i++) {
    const ch = s.charAt(i);
    if (ch === '(' || ch === '“') depth++;
    else if (ch === ')' || ch === '”') depth--;
    else if (depth === 0 && /[、和与及]/.test(ch) && i > start) {
      parts.push({ from: start, to: i });
      start = i + 1;
    }
  }
  parts.push({ from: start, to });
  return parts.length === count && parts.every((part) => part.from < part.to) ? parts : null;
}
