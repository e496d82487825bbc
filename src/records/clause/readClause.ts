/** Reads a clause of responsibility, whatever its form, or the value of a label or a table cell. */
import type { Compact } from '../../blocks/compact.js';
import type { Label } from '../../blocks/label.js';
import type { Role } from '../../model/model.js';
import { findVerbs } from '../tailVerbs.js';
import { addUnits } from './bodies.js';
import { type Clause, type ClauseContext, emptyClause } from './clause.js';
import { readLabels, readTails, withoutDeclaration } from './labelsAndTails.js';
import { labelsIn } from './labelsIn.js';

/** Reads the value of a label, or of a table cell under a head: bodies, perhaps in running form, perhaps with a date. */
export function readRoleValue(
  copy: Compact,
  role: Role,
  from: number,
  to: number,
  context: ClauseContext,
  clause: Clause,
): void {
  const labels = labelsIn(copy, from, to, true);
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
