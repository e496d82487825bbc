/** Until when: the last date before a quantity in its sentence that is a promise's, not a comparison's or the past's. */
import { NO_PROMISE_AFTER, NO_PROMISE_BEFORE } from '../../lexicon/dates.js';
import { findDates, resolveDate } from '../dates/find.js';

export interface SentenceDate {
  from: number;
  to: number;
  dueOn: string | null;
}

// 2023年1月1日以后取得的, 7月至9月期间, 3月起
const NO_LIMIT = /^(?:起|开始|以后|之后|后|至(?![少多迟])|到|-|~)/;
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
    dates.push({ from: date.from, to: date.to, dueOn: resolveDate(date, context)?.dueOn ?? null });
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
    dates.push({ from: at, to: at + 2, dueOn: own === null ? null : `${own}-12-31` });
  }
  return dates.sort((a, b) => a.from - b.from);
}
