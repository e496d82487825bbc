/**
 * Reads a clause of responsibility, whatever its form: labels (`牵头单位：A；责任单位：B`), tails (`A牵头，B、C按职责分工
 * 负责`), both in one, with a deadline or a declaration among them.
 */
import { type Compact, GAP } from '../blocks/compact.js';
import { type Label, labelAt, spacedLabelAt } from '../blocks/label.js';
import { FIRST_IS_LEAD, IN_CONSULTATION, TOGETHER_WITH } from '../lexicon/roles.js';
import type { Role } from '../model/model.js';
import { type Deadline, readDeadline } from './dates/deadline.js';
import { findVerbs } from './tailVerbs.js';
import { couldBeBody, looksLikeBody, readUnits, type UnitEntry } from './units.js';

export interface RoleEntry extends UnitEntry {
  role: Role;
}

export interface ClauseNote {
  code: string;
  severity: 'info' | 'warning';
  from: number;
  to: number;
  message: string;
}

export interface Clause {
  from: number;
  to: number;
  roles: RoleEntry[];
  deadlines: Deadline[];
  notes: ClauseNote[];
  /** 列第一位者为牵头单位: from here on the first body of a list leads. */
  declares: boolean;
  /** The declaration holds for this clause alone (its label says so, without 下同). */
  firstIsLead: boolean;
  /** Whether it says who or when: a chief alone does not make a task. */
  assigns: boolean;
}

export function emptyClause(from: number, to: number): Clause {
  return { from, to, roles: [], deadlines: [], notes: [], declares: false, firstIsLead: false, assigns: false };
}

export interface ClauseContext {
  /** Year that a date without one takes. */
  year: number | null;
}

const BREAKS = ';,。.、)】]!?';

/** Labels inside a range, at its start and behind separators and white space. */
export function labelsIn(copy: Compact, from: number, to: number, heads = false): Label[] {
  const { s, gap } = copy;
  const found: Label[] = [];
  for (let i = from; i < to; i++) {
    if (s[i] === ':') addTight(s, i, from, found);
    const starts =
      i === from || gap[i] !== 0 || BREAKS.includes(s[i - 1] as string) || '[【〔('.includes(s[i] as string);
    if (!starts) continue;
    const label = labelAt(s, i, heads) ?? (i === from || gap[i] !== 0 ? spacedLabelAt(s, gap, i) : null);
    if (label && label.to <= to) {
      found.push(label);
      i = label.to - 1;
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

// …各水库管理所完成时限:2023年…: a label that follows a name without anything between
const NAME_BEFORE = /[局委办部厅院会府所司处队团社联行校园区县市镇乡站中心单位门构业道)]$/;

function addTight(s: string, colon: number, from: number, found: Label[]): void {
  const floor = Math.max(from, found.at(-1)?.to ?? from);
  for (let length = 8; length >= 4; length--) {
    const at = colon - length;
    if (at <= floor || !NAME_BEFORE.test(s.slice(at - 1, at))) continue;
    const label = labelAt(s, at);
    if (!label || label.to !== colon + 1 || label.slip) continue;
    found.push(label);
    return;
  }
}

/** Reads the value of a label, or of a table cell under a head: bodies, perhaps in running form, perhaps with a date. */
export function readRoleValue(
  copy: Compact,
  role: Role,
  from: number,
  to: number,
  context: ClauseContext,
  clause: Clause,
): void {
  const labels = labelsIn(copy, from, to);
  if (labels.length > 0) {
    const first = labels[0] as Label;
    if (first.from > from) readRoleValue(copy, role, from, first.from, context, clause);
    readLabels(copy, labels, to, context, clause);
    return;
  }
  const range = withoutDeclaration(copy.s, from, to, clause);
  if (
    findVerbs(copy.s, range.from, range.to).length > 0 &&
    readTails(copy, range.from, range.to, context, clause, role)
  )
    return;
  addUnits(copy, range.from, range.to, role, context, clause);
}

function readLabels(copy: Compact, labels: readonly Label[], to: number, context: ClauseContext, clause: Clause): void {
  labels.forEach((label, i) => {
    let end = labels[i + 1]?.from ?? to;
    if (i + 1 < labels.length && '(〔'.includes(copy.s[end - 1] as string)) end--;
    readLabel(copy, label, end, context, clause);
  });
}

/** Reads one label with its value. */
export function readLabel(copy: Compact, label: Label, end: number, context: ClauseContext, clause: Clause): void {
  const { s } = copy;
  if (label.slip) {
    clause.notes.push({
      code: 'marker-slip',
      severity: 'warning',
      from: label.from,
      to: label.to,
      message: `read as a marker of kind ${label.kind}`,
    });
  }
  if (label.firstIsLead) {
    if (s.slice(label.from, label.to).includes('下同')) clause.declares = true;
    else clause.firstIsLead = true;
  }
  if (label.kind === 'none') return;
  if (label.kind === 'deadline') {
    addDeadline(s, label.to, end, context, clause);
    return;
  }
  const before = clause.roles.length;
  const range = withoutDeclaration(s, label.to, end, clause);
  if (
    findVerbs(s, range.from, range.to).length === 0 ||
    !readTails(copy, range.from, range.to, context, clause, label.kind)
  ) {
    addUnits(copy, range.from, range.to, label.kind, context, clause);
  }
  if (clause.roles.length > before && label.kind !== 'chief') clause.assigns = true;
}

export function addDeadline(s: string, from: number, to: number, context: ClauseContext, clause: Clause): void {
  const deadline = readDeadline(s, from, to, context.year);
  if (deadline === null) return;
  clause.deadlines.push(deadline);
  clause.assigns = true;
}

// 2023年12月底前完成 · 持续推进 · 年底前: a piece of a list of bodies that says when
const WHEN =
  /^(?:力争|确保|争取|计划|于|在|到)?(?:\d{4}年|\d{1,2}月|年底|年内|[上下]半年|第?[一二三四]季度|持续(?:推进|实施|开展|落实|深化)?$|长期(?:坚持|推进|实施)?$|立行立改|立即|即知即改|常态化|贯穿全年|全年|每[年月季])/;

/** Adds a list of bodies; pieces that are dates become the deadline. */
function addUnits(
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
  for (const word of TOGETHER_WITH) {
    const at = indexWithin(s, word, from + 2, to);
    if (at < 0 || insideBracket(s, from, at)) continue;
    const left = addUnits(copy, from, at, role, context, clause);
    return addUnits(copy, at + word.length, to, role, context, clause) && left;
  }
  const list = role === 'chief' ? readPeople(copy, from, to) : readUnits(copy, from, to);
  for (const entry of list.entries) clause.roles.push({ ...entry, role });
  for (const at of list.joined) {
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

// 孟启明 祝远: names of people parted by blanks
const OFFICE_HOLDER = /领导|干部|负责|书记|[市区县省局部厅]长|主任|主席|委员|同志|政府|[局委办厅]/;
const PERSON = /^[\u4e00-\u9fa5·]{2,4}$/;

/** People, not bodies: blanks part two names, 、 and , do anyway. */
function readPeople(copy: Compact, from: number, to: number): ReturnType<typeof readUnits> {
  if (OFFICE_HOLDER.test(copy.s.slice(from, to))) return readUnits(copy, from, to);
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
    entries.push(...list.entries);
    begin = i;
  }
  return { entries, plausible: true, joined: [] };
}

/** A rest longer than this is a sentence, not a clause. */
const LONGEST_REST = 24;

/** Where a date begins at the end of a list of bodies; `to` where there is none. */
function dateTail(s: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (i > from && !',;、。'.includes(s[i - 1] as string)) continue;
    if (WHEN.test(s.slice(i, Math.min(to, i + 12)))) return i;
  }
  return to;
}

/** Cuts a declaration (列第一位者为牵头单位，下同) off the end of a value and notes it. */
function withoutDeclaration(s: string, from: number, to: number, clause: Clause): { from: number; to: number } {
  const text = s.slice(from, to);
  if (!text.includes('为')) return { from, to };
  const m = FIRST_IS_LEAD.exec(text);
  if (!m) return { from, to };
  clause.declares = true;
  let end = from + m.index;
  while (end > from && '(〔,;。、:'.includes(s[end - 1] as string)) end--;
  // (列第一位的为牵头单位,下同)A、B: the declaration stands before the list
  let begin = from + m.index + m[0].length;
  while (begin < to && ')〕,;。:、'.includes(s[begin] as string)) begin++;
  return end - from >= to - begin ? { from, to: end } : { from: begin, to };
}

/**
 * Reads tails. Returns false, and adds nothing, where the range is no clause of responsibility.
 * `fallback`: the role of a label before it, for a rest without a verb.
 */
export function readTails(
  copy: Compact,
  from: number,
  to: number,
  context: ClauseContext,
  clause: Clause,
  fallback: Role | null,
): boolean {
  const { s } = copy;
  const draft = emptyClause(from, to);
  const range = withoutDeclaration(s, from, to, draft);
  const verbs = findVerbs(s, range.from, range.to);
  if (verbs.length === 0 && fallback === null) return false;
  let begin = range.from;
  let named = 0;
  for (const verb of verbs) {
    begin = skipDates(s, skip(s, begin, verb.from), verb.from, context, draft);
    // 持续实施 · 2024年6月底前落实: a date with a verb behind it, no bodies
    if (named > 0 && WHEN.test(s.slice(begin, Math.min(range.to, begin + 12)))) {
      addDeadline(s, begin, verb.to, context, draft);
      begin = verb.to;
      continue;
    }
    const ok = addActors(copy, begin, verb.from, verb.role, context, draft);
    if (!ok) return false;
    if (draft.roles.length > named) named = draft.roles.length;
    begin = verb.to;
  }
  begin = skip(s, begin, range.to);
  if (begin < range.to && !readRest(copy, begin, range.to, context, draft, fallback)) {
    // What a short rest says is not known; who does it is.
    if (named === 0 || range.to - begin > LONGEST_REST || !',;。'.includes(s[begin - 1] as string)) return false;
    draft.notes.push({
      code: 'clause-rest',
      severity: 'warning',
      from: begin,
      to: range.to,
      message: 'the end of a clause of responsibility was not understood',
    });
  }
  if (draft.roles.length === 0 && !draft.declares) return false;
  clause.roles.push(...draft.roles);
  clause.deadlines.push(...draft.deadlines);
  clause.notes.push(...draft.notes);
  clause.declares ||= draft.declares;
  clause.assigns ||= draft.roles.length > 0 || draft.deadlines.length > 0;
  return true;
}

const LEADERS = /^(?:[,;。.、:()]|由(?!于)|请|并由|其中|,?并|再由)/;

function skip(s: string, from: number, to: number): number {
  for (;;) {
    const m = LEADERS.exec(s.slice(from, Math.min(to, from + 4)));
    if (!m || from >= to) return Math.min(from, to);
    from += m[0].length;
  }
}

/** 2023年12月底前，A牵头: a date before the bodies is the deadline. */
function skipDates(s: string, from: number, to: number, context: ClauseContext, clause: Clause): number {
  if (!WHEN.test(s.slice(from, Math.min(to, from + 12)))) return from;
  let end = from;
  while (end < to && !',;'.includes(s[end] as string)) end++;
  if (end >= to) return from;
  addDeadline(s, from, end, context, clause);
  return skip(s, end, to);
}

/** The bodies before a verb. `会同B` after a lead makes B support; `A会同B负责` makes both responsible. */
function addActors(
  copy: Compact,
  from: number,
  to: number,
  role: Role,
  context: ClauseContext,
  clause: Clause,
): boolean {
  const { s } = copy;
  if (from >= to) return true;
  for (const word of TOGETHER_WITH) {
    if (s.startsWith(word, from)) {
      const leads = clause.roles.some((entry) => entry.role === 'lead');
      return plausibleUnits(copy, from + word.length, to, leads ? 'support' : role, context, clause);
    }
    const at = indexWithin(s, word, from, to);
    if (at <= from || insideBracket(s, from, at)) continue;
    let left = at;
    while (left > from && ',;、'.includes(s[left - 1] as string)) left--;
    return (
      plausibleUnits(copy, from, left, role, context, clause) &&
      plausibleUnits(copy, at + word.length, to, role, context, clause)
    );
  }
  const consulted = IN_CONSULTATION.exec(s.slice(from, to));
  if (consulted) {
    const at = from + consulted.index + 1;
    return (
      plausibleUnits(copy, from, at, role, context, clause) && plausibleUnits(copy, at + 1, to, role, context, clause)
    );
  }
  return plausibleUnits(copy, from, to, role, context, clause);
}

/** First place of a word inside a range; -1 where it is not there. Looks no farther than the range. */
function indexWithin(s: string, word: string, from: number, to: number): number {
  const at = s.slice(from, to).indexOf(word);
  return at < 0 ? -1 : from + at;
}

function insideBracket(s: string, from: number, at: number): boolean {
  let depth = 0;
  for (let i = from; i < at; i++) {
    if ('(“《'.includes(s[i] as string)) depth++;
    else if (')”》'.includes(s[i] as string)) depth--;
  }
  return depth > 0;
}

function plausibleUnits(
  copy: Compact,
  from: number,
  to: number,
  role: Role,
  context: ClauseContext,
  clause: Clause,
): boolean {
  const before = clause.roles.length;
  const plausible = addUnits(copy, from, to, role, context, clause);
  return clause.roles.length > before && (plausible || likely(copy.s, clause.roles.slice(before)));
}

/** A name with an ending that nobody listed does not undo a clause whose other names are plain. */
function likely(s: string, entries: readonly RoleEntry[]): boolean {
  const names = entries.map((entry) => s.slice(entry.from, entry.to));
  return names.every((name) => couldBeBody(name)) && names.some((name) => looksLikeBody(name));
}

/** What stands behind the last verb: a date, 下同, bodies that share the fallback role. */
function readRest(
  copy: Compact,
  from: number,
  to: number,
  context: ClauseContext,
  clause: Clause,
  fallback: Role | null,
): boolean {
  const { s } = copy;
  const labels = labelsIn(copy, from, to);
  if (labels.length > 0 && labels[0]?.from === from) {
    readLabels(copy, labels, to, context, clause);
    return true;
  }
  const rest = s.slice(from, to);
  if (/^(?:下同|以下同|等)[。.]?$/.test(rest)) return true;
  if (WHEN.test(rest)) {
    addDeadline(s, from, to, context, clause);
    return true;
  }
  for (const word of TOGETHER_WITH) {
    if (s.startsWith(word, from)) return plausibleUnits(copy, from + word.length, to, 'support', context, clause);
  }
  const lead = clause.roles.some((entry) => entry.role === 'lead');
  const role = fallback !== null && !(fallback === 'lead' && lead) ? fallback : 'responsible';
  const before = clause.roles.length;
  const plausible = addUnits(copy, from, to, role, context, clause);
  return (plausible && clause.roles.length > before) || clause.deadlines.length > 0;
}

/** Reads the inside of a bracket, or a whole sentence, as a clause; null where it is none. */
export function readClause(copy: Compact, from: number, to: number, context: ClauseContext): Clause | null {
  const { s } = copy;
  const clause = emptyClause(from, to);
  // In a bracket short words are labels too: （牵头：A；配合：B）.
  const labels = labelsIn(copy, from, to, true);
  const first = labels[0];
  if (first && first.from === from) {
    readLabels(copy, labels, to, context, clause);
    return clause;
  }
  if (first && readTails(copy, from, trimEnd(s, from, first.from), context, clause, null)) {
    readLabels(copy, labels, to, context, clause);
    return clause;
  }
  // A、B；完成时限：…: bodies without a verb, made a clause by the label behind them
  if (first && addUnits(copy, from, trimEnd(s, from, first.from), 'responsible', context, clause)) {
    readLabels(copy, labels, to, context, clause);
    return clause;
  }
  const tails = emptyClause(from, to);
  if (readTails(copy, from, to, context, tails, null)) return tails;
  const declaration = emptyClause(from, to);
  const rest = withoutDeclaration(s, from, to, declaration);
  if (declaration.declares) {
    // 发展改革委、财政部，列第一位者为牵头单位，下同: a list may stand before it without a verb
    if (rest.to - rest.from > 1) addUnits(copy, rest.from, rest.to, 'responsible', context, declaration);
    return declaration;
  }
  return null;
}

function trimEnd(s: string, from: number, to: number): number {
  while (to > from && ';,。、('.includes(s[to - 1] as string)) to--;
  return to;
}
