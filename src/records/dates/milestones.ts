/** Milestones: dates by which a running text promises something (8月底前、年内、到2025年). */
import { markAt, marks } from '../../blocks/marks.js';
import { NO_PROMISE_AFTER, NO_PROMISE_BEFORE } from '../../lexicon/dates.js';
import { findDates, resolveDate, type WrittenDate } from './find.js';

export interface Milestone {
  from: number;
  to: number;
  dueOn: string;
  yearInferred: boolean;
  slip: boolean;
  impossible: boolean;
}

// 9月底建成 · 2023年底实现: an end without 前 promises when a verb of achievement follows
const ACHIEVES =
  /^(?:完成|实现|建成|达到|形成|取得|力争|基本|全面|全部|投入|投用|竣工|到位|开工|启动|上线|出台|覆盖|,?(?:全市|全区|全县|全省)?(?:实现|达到|建成|完成|力争))/;
const OPEN = marks('《“');
const CLOSE = marks('》”');
const END = /(?:底|末|年内|半年|季度)$/;

/**
 * Input: the reading copy, the place of a body, the year of the context.
 * Output: its milestones in order. Past facts, validity, laws and recurring duties are none.
 */
export function findMilestones(s: string, from: number, to: number, year: number | null): Milestone[] {
  const found: Milestone[] = [];
  let context = year;
  let quoted = 0;
  let scanned = from;
  for (const date of findDates(s, from, to)) {
    for (; scanned < date.from; scanned++) {
      if (markAt(s, scanned, OPEN)) quoted++;
      else if (quoted > 0 && markAt(s, scanned, CLOSE)) quoted--;
    }
    if (quoted > 0 || !promises(s, date, from, to, year)) {
      if (date.year !== null && quoted === 0 && date.year >= (year ?? 0)) context = date.year;
      continue;
    }
    const resolved = resolveDate(date, context);
    if (resolved === null) continue;
    if (date.year !== null) context = date.year;
    found.push({
      from: date.from,
      to: date.to,
      dueOn: resolved.dueOn,
      yearInferred: resolved.yearInferred,
      slip: date.slip,
      impossible: resolved.impossible,
    });
  }
  return found;
}

function promises(s: string, date: WrittenDate, from: number, to: number, year: number | null): boolean {
  const before = s.slice(Math.max(from, date.from - 8), date.from);
  const after = s.slice(date.to, Math.min(to, date.to + 12));
  const text = s.slice(date.from, date.to);
  if (NO_PROMISE_BEFORE.test(before) || NO_PROMISE_AFTER.test(after)) return false;
  if (date.relative === -1) return false;
  // 2015年以前入住的项目: a year gone by promises nothing.
  if (date.year !== null && year !== null && date.year < year) return false;
  if (date.limit || text.endsWith('年内')) return true;
  // 到2025年 · 力争到2025年底
  if (/(?:到|至迟|最迟|不晚于|不迟于)$/.test(before)) return date.year !== null || date.month !== null;
  return END.test(text) && (ACHIEVES.test(after) || /(?:力争|确保|争取|计划|预计|务必)(?:在|于)?$/.test(before));
}
