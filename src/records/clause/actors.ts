/** Who stands before a verb of responsibility: A会同B牵头. */
import type { Compact } from '../../blocks/compact.js';
import { IN_CONSULTATION, TAIL_OPENINGS, TOGETHER_WITH } from '../../lexicon/roles.js';
import type { Role } from '../../model/model.js';
import { couldBeBody, looksLikeBody } from '../units/names.js';
import { addDeadline, addUnits, indexWithin, insideBracket, WHEN } from './bodies.js';
import type { Clause, ClauseContext, RoleEntry } from './clause.js';

const LEADERS = new RegExp(`^(?:${TAIL_OPENINGS.join('|')}|[,;。.、:()]|由(?!于)|请|并由|其中|,?并|再由)`);
const LONGEST_LEADER = Math.max(...TAIL_OPENINGS.map((word) => word.length), 4);

export function skip(s: string, from: number, to: number): number {
  for (;;) {
    const m = LEADERS.exec(s.slice(from, Math.min(to, from + LONGEST_LEADER)));
    if (!m || from >= to) return Math.min(from, to);
    from += m[0].length;
  }
}

/** 2023年12月底前，A牵头: a date before the bodies is the deadline. */
export function skipDates(s: string, from: number, to: number, context: ClauseContext, clause: Clause): number {
  if (!WHEN.test(s.slice(from, Math.min(to, from + 12)))) return from;
  let end = from;
  while (end < to && !',;'.includes(s[end] as string)) end++;
  if (end >= to) return from;
  addDeadline(s, from, end, context, clause);
  return skip(s, end, to);
}

/** The bodies before a verb. `会同B` after a lead makes B support; `A会同B负责` makes both responsible. */
export function addActors(
  copy: Compact,
  from: number,
  to: number,
  role: Role,
  context: ClauseContext,
  clause: Clause,
): boolean {
  const { s } = copy;
  if (from >= to) return true;
  const text = s.slice(from, to);
  for (const word of TOGETHER_WITH) {
    if (s.startsWith(word, from)) {
      const leads = clause.roles.some((entry) => entry.role === 'lead');
      return plausibleUnits(copy, from + word.length, to, leads ? 'support' : role, context, clause);
    }
    const at = from + text.indexOf(word);
    if (at <= from || insideBracket(s, from, at)) continue;
    let left = at;
    while (left > from && ',;、'.includes(s[left - 1] as string)) left--;
    return (
      plausibleUnits(copy, from, left, role, context, clause) &&
      plausibleUnits(copy, at + word.length, to, role, context, clause)
    );
  }
  const consulted = text.includes('商') ? IN_CONSULTATION.exec(text) : null;
  if (consulted) {
    const at = from + consulted.index + 1;
    return (
      plausibleUnits(copy, from, at, role, context, clause) && plausibleUnits(copy, at + 1, to, role, context, clause)
    );
  }
  // A;B、C配合: what a semicolon parts from those who support does it
  const parted = role === 'support' ? indexWithin(s, ';', from, to) : -1;
  if (parted > from && !insideBracket(s, from, parted)) {
    return (
      plausibleUnits(copy, from, parted, 'responsible', context, clause) &&
      plausibleUnits(copy, parted + 1, to, role, context, clause)
    );
  }
  return plausibleUnits(copy, from, to, role, context, clause);
}

export function plausibleUnits(
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
