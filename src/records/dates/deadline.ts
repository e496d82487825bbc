/** Reads a stated deadline (完成时限): one date, a range, phases, no end (持续推进), or a rhythm (每月15日). */
import { markAt, marks } from '../../blocks/marks.js';
import { ONGOING, RECURRING } from '../../lexicon/dates.js';
import { grown } from '../../model/grown.js';
import type { DeadlineKind, PromiseKind } from '../../model/model.js';
import { findDates, resolveDate, type WrittenDate } from './find.js';

export interface Phase {
  from: number;
  to: number;
  kind: PromiseKind;
  startsOn: string | null;
  dueOn: string | null;
  yearInferred: boolean;
}

export interface DateNote {
  code: 'date-slip' | 'date-impossible' | 'year-inferred' | 'deadline-event' | 'deadline-not-understood';
  from: number;
  to: number;
  message: string;
}

export interface Deadline {
  from: number;
  to: number;
  kind: DeadlineKind;
  dueOn: string | null;
  phases: Phase[];
  notes: DateNote[];
  /** Year of the last date: the context of what follows. */
  year: number | null;
}

const RANGE_MARK = /^(?:-+|~+|至|到|—|起至|起到|开始至|开始到)$/;
const CLAUSE_END = marks('、,;。');
/** What a value does not begin or end with. */
const EDGES = marks('。.;,、:');
// 9月、10月 · 15日、30日: dates that only list days
const DAY_LIST = /^[、,和及](\d{1,2})日/;
// 秋季开学前 · 五一假期前 behind a year
const IN_YEAR_EVENT = /^[^\d、,;。]{2,16}?前(?:[、,;。]|$)/;
const EVENT = /(?:前|之前|以前|期间|后|结束|完成后|召开)/;

/**
 * Input: the reading copy and the place of the value; the year of the context (null where the document has none).
 * Output: the deadline, or null where the value is empty (`/`, `无`).
 */
export function readDeadline(s: string, from: number, to: number, year: number | null): Deadline | null {
  while (to > from && markAt(s, to - 1, EDGES)) to--;
  while (from < to && markAt(s, from, EDGES)) from++;
  const text = s.slice(from, to);
  if (text === '' || /^(?:\/|-+|无|空)$/.test(text)) return null;
  const deadline: Deadline = { from, to, kind: 'by', dueOn: null, phases: [], notes: [], year };
  if (RECURRING.test(text) && !/\d{4}年/.test(text)) {
    deadline.kind = 'recurring';
    deadline.phases = [{ from, to, kind: 'recurring', startsOn: null, dueOn: null, yearInferred: false }];
    return deadline;
  }
  const dates = joinRanges(s, findDates(s, from, to));
  let context = year;
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i] as Span;
    const resolved = resolveDate(date.end, date.end.year ?? date.start.year ?? context);
    const begin =
      date.start === date.end ? null : resolveDate(date.start, date.start.year ?? resolved?.year ?? context);
    // 2024年秋季开学前: a year and an event in it
    if (
      resolved !== null &&
      date.end.month === null &&
      !date.end.limit &&
      IN_YEAR_EVENT.test(s.slice(date.end.to, to))
    ) {
      deadline.notes.push({
        code: 'deadline-event',
        from: date.start.from,
        to,
        message: 'the deadline hangs on an event without a date',
      });
      deadline.phases.push({ from, to, kind: 'by', startsOn: null, dueOn: null, yearInferred: false });
      context = resolved.year;
      continue;
    }
    // 2026年2月起长期坚持: a beginning, no end
    if (resolved !== null && /^(?:起|开始)/.test(s.slice(date.end.to, date.end.to + 2))) {
      deadline.phases.push({
        from,
        to,
        kind: 'ongoing',
        startsOn: resolved.startsOn,
        dueOn: null,
        yearInferred: resolved.yearInferred,
      });
      context = resolved.year;
      continue;
    }
    const phase = clauseAround(s, from, to, date, dates[i - 1]?.end.to ?? from, dates[i + 1]?.start.from ?? to);
    if (resolved === null) {
      deadline.notes.push({
        code: 'deadline-not-understood',
        from: date.start.from,
        to: date.end.to,
        message: 'a date without a year in a document without one',
      });
      deadline.phases.push({
        from: phase.from,
        to: phase.to,
        kind: 'by',
        startsOn: null,
        dueOn: null,
        yearInferred: true,
      });
      continue;
    }
    noteOn(deadline, date.end, resolved.impossible, date.end.year === null && date.start.year === null);
    deadline.phases = grown(deadline.phases, {
      from: phase.from,
      to: phase.to,
      kind: 'by',
      startsOn: begin?.startsOn ?? null,
      dueOn: resolved.dueOn,
      yearInferred: date.end.year === null && date.start.year === null,
    });
    context = resolved.year;
  }
  deadline.year = context;
  const ongoing = ongoingClause(s, from, to, dates);
  if (ongoing && dates.length > 0 && !deadline.phases.some((phase) => phase.kind === 'ongoing'))
    deadline.phases.push(ongoing);
  if (dates.length === 0) return withoutDate(deadline, s, ongoing);
  const dated = deadline.phases.filter((phase) => phase.dueOn !== null);
  deadline.dueOn = dated.at(-1)?.dueOn ?? null;
  const begun = deadline.phases.every((phase) => phase.kind === 'ongoing');
  deadline.kind = begun ? 'ongoing' : deadline.phases.length > 1 ? 'phased' : 'by';
  if (deadline.phases.length === 1) {
    const only = deadline.phases[0] as Phase;
    only.from = from;
    only.to = to;
  }
  return deadline;
}

interface Span {
  start: WrittenDate;
  end: WrittenDate;
}

/** 2021年11月—12月 and 2023年3月1日至6月30日 are one promise with a beginning and an end. */
function joinRanges(s: string, dates: readonly WrittenDate[]): Span[] {
  let out: Span[] = [];
  for (const date of dates) {
    const before = out.at(-1);
    if (before && RANGE_MARK.test(s.slice(before.end.to, date.from)) && !before.end.limit) {
      if (date.year === null && before.start.year !== null) date.year = before.start.year;
      before.end = date;
    } else out = grown(out, { start: date, end: date });
  }
  // 2023—2025年 · 6—9月: the first of a pair has no sign of its own
  for (const span of out) {
    const head = /(\d{4})(?:-+|~+|至)$/.exec(s.slice(Math.max(0, span.start.from - 7), span.start.from));
    if (head && span.start === span.end) {
      span.start = { ...span.end, year: Number(head[1]), from: span.end.from - head[0].length };
    }
    const tail = DAY_LIST.exec(s.slice(span.end.to, span.end.to + 6));
    if (tail && span.end.day !== null)
      span.end = { ...span.end, day: Number(tail[1]), to: span.end.to + tail[0].length };
  }
  return out;
}

/** The whole clause that a date stands in: `2022年8月底前完成自查`. */
function clauseAround(
  s: string,
  from: number,
  to: number,
  span: Span,
  after: number,
  before: number,
): { from: number; to: number } {
  let a = span.start.from;
  while (a > Math.max(from, after) && !markAt(s, a - 1, CLAUSE_END)) a--;
  let b = span.end.to;
  while (b < Math.min(to, before) && !markAt(s, b, CLAUSE_END)) b++;
  // A clause of the next date begins behind the separator.
  return { from: a, to: b };
}

function noteOn(deadline: Deadline, date: WrittenDate, impossible: boolean, inferred: boolean): void {
  const { from, to } = date;
  if (date.slip)
    deadline.notes.push({
      code: 'date-slip',
      from,
      to,
      message: 'the end of a year and a month stand together; read as the month',
    });
  if (impossible)
    deadline.notes.push({
      code: 'date-impossible',
      from,
      to,
      message: 'a day that does not exist; read as the last day of the month',
    });
  if (inferred)
    deadline.notes = grown(deadline.notes, {
      code: 'year-inferred',
      from,
      to,
      message: 'the year was taken from the context',
    });
}

function ongoingClause(s: string, from: number, to: number, dates: readonly Span[]): Phase | null {
  // What follows a date in its own clause qualifies that date (2023年9月底前建立常态化机制); a clause of its own is a phase.
  let a = from;
  let next = 0;
  for (let i = from; i <= to; i++) {
    if (i < to && !markAt(s, i, CLAUSE_END)) continue;
    const clause = s.slice(a, i);
    while (next < dates.length && (dates[next] as Span).start.from < a) next++;
    const dated = next < dates.length && (dates[next] as Span).start.from < i;
    if (!dated && ONGOING.some((word) => clause.includes(word))) {
      return { from: a, to: i, kind: 'ongoing', startsOn: null, dueOn: null, yearInferred: false };
    }
    a = i + 1;
  }
  const last = dates.at(-1);
  if (last) {
    const rest = s.slice(last.end.to, to);
    const word = /^(?:前|底前)?(?:并|后|,|且|起|,并|以后|之后)(?:.{0,6})(持续|长期|常态)/.exec(rest);
    if (word) return { from: last.end.to, to, kind: 'ongoing', startsOn: null, dueOn: null, yearInferred: false };
  }
  return null;
}

function withoutDate(deadline: Deadline, s: string, ongoing: Phase | null): Deadline {
  const { from, to } = deadline;
  const text = s.slice(from, to);
  if (ongoing) {
    deadline.kind = 'ongoing';
    deadline.phases = [{ ...ongoing, from, to }];
    return deadline;
  }
  if (/^全年/.test(text) && deadline.year !== null) {
    deadline.dueOn = `${deadline.year}-12-31`;
    deadline.phases.push({ from, to, kind: 'by', startsOn: null, dueOn: deadline.dueOn, yearInferred: true });
    deadline.notes.push({ code: 'year-inferred', from, to, message: 'the year was taken from the context' });
    return deadline;
  }
  const bare = /^(\d{4})年?度?$/.exec(text);
  if (bare) {
    deadline.dueOn = `${bare[1]}-12-31`;
    deadline.phases.push({ from, to, kind: 'by', startsOn: null, dueOn: deadline.dueOn, yearInferred: false });
    return deadline;
  }
  deadline.phases.push({ from, to, kind: 'by', startsOn: null, dueOn: null, yearInferred: false });
  const event = EVENT.test(text);
  deadline.notes.push({
    code: event ? 'deadline-event' : 'deadline-not-understood',
    from,
    to,
    message: event ? 'the deadline hangs on an event without a date' : 'no date was understood in the deadline',
  });
  return deadline;
}
