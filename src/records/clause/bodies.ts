/** A list of bodies in a role, perhaps of office holders, perhaps with a date behind it. */
import { type Compact, GAP } from '../../blocks/compact.js';
import { labelAt } from '../../blocks/label.js';
import { markAt, marks } from '../../blocks/marks.js';
import { BRACKETED_ROLES, TOGETHER_WITH } from '../../lexicon/roles.js';
import { grown } from '../../model/grown.js';
import type { Role } from '../../model/model.js';
import { readDeadline } from '../dates/deadline.js';
import { findVerbs } from '../tailVerbs.js';
import { readUnits, type UnitEntry, type UnitList } from '../units/list.js';
import type { Clause, ClauseContext, RoleEntry } from './clause.js';

export function addDeadline(s: string, from: number, to: number, context: ClauseContext, clause: Clause): void {
  const deadline = readDeadline(s, from, to, context.year);
  if (deadline === null) return;
  clause.deadlines = grown(clause.deadlines, deadline);
  clause.assigns = true;
}

// 2023年12月底前完成 · 持续推进 · 年底前: a piece of a list of bodies that says when
export const WHEN =
  /^(?:力争|确保|争取|计划|于|在|到)?(?:\d{4}年|\d{1,2}月|年底|年内|[上下]半年|第?[一二三四]季度|持续(?:推进|实施|开展|落实|深化)?$|长期(?:坚持|推进|实施)?$|立行立改|立即|即知即改|常态化|贯穿全年|全年|每[年月季])/;

/** Adds a list of bodies; pieces that are dates become the deadline. */
export function addUnits(
  copy: Compact,
  from: number,
  to: number,
  role: Role,
  context: ClauseContext,
  clause: Clause,
): boolean {
  const { s } = copy;
  const cut = dateTail(s, from, to);
  if (cut < to) {
    addDeadline(s, cut, to, context, clause);
    to = cut;
  }
  const text = s.slice(from + 2, Math.max(from + 2, to));
  for (const word of TOGETHER_WITH) {
    const found = text.indexOf(word);
    const at = from + 2 + found;
    if (found < 0 || insideBracket(s, from, at)) continue;
    const left = addUnits(copy, from, at, role, context, clause);
    return addUnits(copy, at + word.length, to, role, context, clause) && left;
  }
  const list = role === 'chief' ? readPeople(copy, from, to) : readUnits(copy, from, to);
  for (const entry of list.entries) {
    const own = withOwnRole(s, entry, list.base, role);
    if (s.charCodeAt(own.to - 1) === CLOSE_BRACKET) clause.roles.push(...withPeople(s, own));
    else clause.roles.push(own);
  }
  for (const place of list.joined) {
    const at = list.base + place;
    clause.notes.push({
      code: 'separator-missing',
      severity: 'warning',
      from: Math.max(from, at - 1),
      to: Math.min(to, at + 1),
      message: 'a separator between two bodies is missing',
    });
  }
  if (list.entries.length > 0 && role !== 'chief') clause.assigns = true;
  if (!list.plausible && list.entries.length > 0 && role !== 'chief') {
    clause.notes.push({
      code: 'unit-unusual',
      severity: 'info',
      from,
      to,
      message: 'a name in this list does not look like a body',
    });
  }
  return list.plausible;
}

const OWN_ROLE: ReadonlyMap<string, Role> = new Map(
  (['lead', 'responsible', 'support'] as const).flatMap((role) =>
    BRACKETED_ROLES[role].map((word) => [`(${word})`, role] as const),
  ),
);

/** 市工信局（牵头）: the bracket says the body's role and is no part of its name. */
function withOwnRole(s: string, { from, to, isGroup, openEnded }: UnitEntry, base: number, role: Role): RoleEntry {
  const entry: RoleEntry = { from: base + from, to: base + to, isGroup, openEnded, role, declared: false };
  if (role === 'chief' || s.charCodeAt(entry.to - 1) !== CLOSE_BRACKET) return entry;
  const open = s.lastIndexOf('(', entry.to - 1);
  if (open <= entry.from + 1) return entry;
  const own = OWN_ROLE.get(s.slice(open, entry.to)) ?? verbRole(s, open + 1, entry.to - 1, role);
  if (own === undefined) return entry;
  entry.to = open;
  entry.role = own;
  return entry;
}

const CLOSE_BRACKET = 41;

/** 县发改局（责任人：张三）: the bracket names the body's chief, or a telephone, and is no part of the body's name. */
function withPeople(s: string, entry: RoleEntry): RoleEntry[] {
  const open = s.lastIndexOf('(', entry.to - 1);
  if (open <= entry.from + 1) return [entry];
  const label = labelAt(s, open + 1, true);
  if (label === null || label.to >= entry.to || (label.kind !== 'chief' && label.kind !== 'none')) return [entry];
  const body: RoleEntry = { ...entry, to: open };
  if (label.kind === 'none') return [body];
  let to = label.to;
  while (to < entry.to - 1 && !',;、'.includes(s[to] as string) && !/\d/.test(s[to] as string)) to++;
  return to > label.to
    ? [body, { from: label.to, to, isGroup: false, openEnded: false, role: 'chief', declared: false }]
    : [body];
}

/** 各区县政府（按职责分工负责）: a verb alone in the bracket; that they share the work changes no role. */
function verbRole(s: string, from: number, to: number, role: Role): Role | undefined {
  const [verb] = findVerbs(s, from, to);
  if (verb === undefined || verb.from !== from || verb.to !== to) return undefined;
  return verb.role === 'responsible' ? role : verb.role;
}

// 孟启明 祝远: names of people parted by blanks
const OFFICE_HOLDER = /领导|干部|负责|书记|[市区县省局部厅]长|主任|主席|委员|同志|政府|[局委办厅]/;

const PERSON = /^[\u4e00-\u9fa5·]{2,4}$/;

/** People, not bodies: blanks part two names, 、 and , do anyway. */
function readPeople(copy: Compact, from: number, to: number): UnitList {
  if (OFFICE_HOLDER.test(copy.s.slice(from, to))) return readUnits(copy, from, to);
  while (to > from && ';,。、.'.includes(copy.s[to - 1] as string)) to--;
  const entries: UnitEntry[] = [];
  let begin = from;
  for (let i = from + 1; i <= to; i++) {
    const blank =
      i < to &&
      (copy.gap[i] === GAP.space || copy.gap[i] === GAP.cell) &&
      PERSON.test(copy.s.slice(begin, i)) &&
      i + 1 < to;
    if (i < to && !blank) continue;
    const list = readUnits(copy, begin, i);
    for (const { from, to, isGroup, openEnded } of list.entries)
      entries.push({ from: list.base + from, to: list.base + to, isGroup, openEnded });
    begin = i;
  }
  return { base: 0, entries, plausible: true, joined: [] };
}

const SEPARATORS = marks(',;、。');
/** What WHEN can begin with. */
const WHEN_FIRSTS = marks('力确争计于在到0123456789年上下第一二三四持长立即常贯全每');

/** Where a date begins at the end of a list of bodies; `to` where there is none. */
function dateTail(s: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (i > from && !markAt(s, i - 1, SEPARATORS)) continue;
    if (markAt(s, i, WHEN_FIRSTS) && WHEN.test(s.slice(i, Math.min(to, i + 12)))) return i;
  }
  return to;
}

/** First place of a word inside a range; -1 where it is not there. Looks no farther than the range. */
export function indexWithin(s: string, word: string, from: number, to: number): number {
  const at = s.slice(from, to).indexOf(word);
  return at < 0 ? -1 : from + at;
}

const OPEN = marks('(“《');
const CLOSE = marks(')”》');

export function insideBracket(s: string, from: number, at: number): boolean {
  let depth = 0;
  for (let i = from; i < at; i++) {
    if (markAt(s, i, OPEN)) depth++;
    else if (markAt(s, i, CLOSE)) depth--;
  }
  return depth > 0;
}
