/** Labels (`牵头单位:A;责任单位:B`) and tails (`A牵头,B、C按职责分工负责`): each may hold the other. */
import type { Compact } from '../../blocks/compact.js';
import { type Label, labelKind } from '../../blocks/label.js';
import { FIRST_IS_LEAD, TOGETHER_WITH } from '../../lexicon/roles.js';
import type { Role } from '../../model/model.js';
import { findVerbs } from '../tailVerbs.js';
import { looksLikeBody } from '../units/names.js';
import { addActors, plausibleUnits, skip, skipDates } from './actors.js';
import { addDeadline, addUnits, WHEN } from './bodies.js';
import { type Clause, type ClauseContext, emptyClause } from './clause.js';
import { labelsIn } from './labelsIn.js';

export function readLabels(
  copy: Compact,
  labels: readonly Label[],
  to: number,
  context: ClauseContext,
  clause: Clause,
): void {
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
  if (namesPeople(label)) {
    addUnitsAndPeople(copy, label, end, context, clause);
    return;
  }
  const range = withoutDeclaration(s, label.to, end, clause);
  if (
    findVerbs(s, range.from, range.to).length === 0 ||
    !readTails(copy, range.from, range.to, context, clause, label.kind)
  ) {
    addUnits(copy, range.from, range.to, label.kind, context, clause);
  }
  if (clause.roles.length > before && label.kind !== 'chief') clause.assigns = true;
}

const AND_PEOPLE = /[和及与、/](.{2,8})$/;

/** 牵头部门及责任人：the value holds bodies and their chiefs. */
function namesPeople(label: Label): boolean {
  if (label.kind === 'chief' || label.kind === 'deadline') return false;
  const second = AND_PEOPLE.exec(label.word);
  return second !== null && labelKind(second[1] as string) === 'chief';
}

// 罗时雨
const PERSON = /^[\u4e00-\u9fa5·]{2,4}$/;

/** 省供销合作社 罗时雨: a short name behind a body that does not end like one is a person. */
function addUnitsAndPeople(copy: Compact, label: Label, end: number, context: ClauseContext, clause: Clause): void {
  const { s, gap } = copy;
  let begin = label.to;
  let at = label.to;
  let named = false;
  const bodies = (to: number): void => {
    if (to > begin) addUnits(copy, begin, to, label.kind as Role, context, clause);
  };
  while (at < end) {
    let to = at;
    while (to < end && !',;、。('.includes(s[to] as string) && (to === at || gap[to] === 0)) to++;
    const piece = s.slice(at, to);
    if (named && PERSON.test(piece) && !looksLikeBody(piece)) {
      bodies(at);
      clause.roles.push({ from: at, to, isGroup: false, openEnded: false, role: 'chief', declared: false });
      begin = to;
    } else if (piece.length > 1) named = true;
    at = to;
    while (at < end && ',;、。'.includes(s[at] as string)) at++;
    if (s[at] === '(') while (at < end && s[at - 1] !== ')') at++;
  }
  bodies(end);
}

/** A rest longer than this is a sentence, not a clause. */
const LONGEST_REST = 24;

/** Cuts a declaration (列第一位者为牵头单位，下同) off the end of a value and notes it. */
export function withoutDeclaration(s: string, from: number, to: number, clause: Clause): { from: number; to: number } {
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
