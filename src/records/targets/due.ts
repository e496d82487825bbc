/** Until when: the last date before a quantity in its sentence that is a promise's, not a comparison's or the past's. */
import { NO_PROMISE_AFTER, NO_PROMISE_BEFORE } from '../../lexicon/dates.js';
import { findDates, resolveDate } from '../dates/find.js';

export interface SentenceDate {
  from: number;
  to: number;
  dueOn: string | null;
  /** A limit (6月底前): it holds for what it stands at, not for a clause after that. */
  limit: boolean;
}

// 2023年1月1日以后取得的, 7月至9月期间, 3月起
const NO_LIMIT = /^(?:起|开始|以后|之后|后|至(?![少多迟])|到|-|~)/;
// 当年应清偿额, 当年毕业生: which one, not until when
const THAT_YEAR = /^当年$/;
// “十四五”末, 十五五规划期末: five years each
const PLAN_END = /“?十([三四五六])五”?(?:规划)?(?:期|时期)?(?:末|收官)/g;
const PLAN_ENDS: Readonly<Record<string, string>> = {
  三: '2020-12-31',
  四: '2025-12-31',
  五: '2030-12-31',
  六: '2035-12-31',
};
// 全年: the year of the context, to its end
const WHOLE_YEAR = /全年/g;

/** The dates of a sentence that can be a due date, in order. */
export function promisedDates(s: string, from: number, to: number, year: number | null): SentenceDate[] {
  const dates: SentenceDate[] = [];
  let context = year;
  for (const date of findDates(s, from, to)) {
    if (date.year !== null && (year === null || date.year >= year)) context = date.year;
    const before = s.slice(Math.max(from, date.from - 8), date.from);
    const after = s.slice(date.to, date.to + 6);
    const past = date.relative === -1 || (date.year !== null && year !== null && date.year < year);
    if (past || NO_PROMISE_BEFORE.test(before) || NO_PROMISE_AFTER.test(after) || NO_LIMIT.test(after)) continue;
    if (THAT_YEAR.test(s.slice(date.from, date.to)) && !/^[,内底末前]/.test(after)) continue;
    const limit = s.charAt(date.to - 1) === '前';
    dates.push({ from: date.from, to: date.to, dueOn: resolveDate(date, context)?.dueOn ?? null, limit });
  }
  WHOLE_YEAR.lastIndex = 0;
  const text = s.slice(from, to);
  for (let m = WHOLE_YEAR.exec(text); m !== null; m = WHOLE_YEAR.exec(text)) {
    const at = from + m.index;
    const own =
      dates
        .filter((date) => date.to <= at)
        .at(-1)
        ?.dueOn?.slice(0, 4) ?? (context === null ? null : String(context));
    dates.push({ from: at, to: at + 2, dueOn: own === null ? null : `${own}-12-31`, limit: false });
  }
  PLAN_END.lastIndex = 0;
  for (let m = PLAN_END.exec(text); m !== null; m = PLAN_END.exec(text)) {
    const at = from + m.index;
    dates.push({ from: at, to: at + m[0].length, dueOn: PLAN_ENDS[m[1] as string] ?? null, limit: false });
  }
  return dates.sort((a, b) => a.from - b.from);
}

const LATER = /[于在]$/;

/**
 * The due date of a quantity: of the last date before it in its sentence that reaches so far. 到2025年, and 全年 hold for all
 * that follows; 6月底前 for its own clause, and for the next ones where that clause promises a quantity itself (`given`).
 */
export function dueOf(
  s: string,
  dates: readonly SentenceDate[],
  at: number,
  clause: { from: number; to: number },
  given: (date: SentenceDate) => boolean,
): string | null {
  const holds = (date: SentenceDate): boolean =>
    date.to <= at && (!date.limit || date.to >= clause.from || /[,:)]/.test(s.charAt(date.to)) || given(date));
  const last = dates.filter(holds).at(-1);
  if (last) return last.dueOn;
  // 建成3座公园并于10月底前开放
  const later = dates.find((date) => date.from >= at && date.to <= clause.to);
  return later?.limit && LATER.test(s.slice(later.from - 1, later.from)) ? later.dueOn : null;
}
