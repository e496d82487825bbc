/**
 * Brackets that say who does what: `（牵头单位：…；责任单位：…）` and `（X牵头，Y、Z等部门及各县区按职责分工负责）`.
 * A bracket without a label counts only where a sentence ends before or behind it: （市司法局牵头）负责制定… is prose.
 */
import { labelAt } from '../../blocks/label.js';
import { type Clause, readClause } from '../clause.js';
import { findVerbs } from '../tailVerbs.js';
import { afterSentence, type FoundClause, type Layout, overlaps } from './layout.js';

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '【': '】', '〔': '〕', '[': ']' };
const OPENING = /[(【〔[]/g;
/** Characters that a clause of responsibility takes at most. */
const LONGEST = 1000;
/** A bracket with none of these cannot be a clause. */
const HINT = /牵头|负责|配合|单位|部门|主体|落实|参与|协助|时限|时间|主办|承办|为主|指标长|领导|:/;

export const bracketRoles: Layout = (copy, paragraph, context, taken) => {
  const { s } = copy;
  const found: FoundClause[] = [];
  const { from, to } = paragraph;
  OPENING.lastIndex = from;
  for (let m = OPENING.exec(s); m !== null && m.index < to; m = OPENING.exec(s)) {
    const i = m.index;
    const close = PAIRS[m[0]] as string;
    const end = closing(s, i, Math.min(to, i + LONGEST), s[i] as string, close);
    if (end < 0 && to - i > LONGEST) continue;
    const inner = end < 0 ? to : end;
    if (overlaps(taken, i, inner) || !HINT.test(s.slice(i + 1, inner))) continue;
    const outer = end < 0 ? to : end + 1;
    const label = labelAt(s, i + 1);
    const labelled = label !== null && label.to <= inner;
    if (!labelled && !standsAlone(s, from, i, outer, to)) continue;
    let stop = inner;
    if (end < 0) while (stop > i + 1 && '。.'.includes(s[stop - 1] as string)) stop--;
    const clause = readClause(copy, i + 1, stop, context);
    if (clause === null || !says(clause)) continue;
    if (end < 0) {
      clause.notes.push({ code: 'bracket-unclosed', severity: 'warning', from: i, to: i + 1, message: 'a bracket of responsibility is not closed; read to the end of the paragraph' });
    }
    found.push({ ...clause, from: i, to: outer, ownParagraph: i === from });
    OPENING.lastIndex = outer;
  }
  const bare = unopened(copy, paragraph, context, [...taken, ...found]);
  return bare ? [...found, bare] : found;
};

const says = (clause: Clause): boolean => clause.roles.length > 0 || clause.deadlines.length > 0 || clause.declares;

/** Place of the bracket that closes the one at `open`; another kind of closing bracket that OCR put for it counts too. */
function closing(s: string, open: number, to: number, mark: string, close: string): number {
  let depth = 0;
  for (let i = open; i < to; i++) {
    const ch = s[i];
    if (ch === mark || ch === '(') depth++;
    else if (ch === close || ch === ')') {
      if (--depth === 0) return i;
    }
  }
  return -1;
}

/** A sentence ends before the bracket, or it ends behind it: …。（A负责） · …（A负责）。 */
function standsAlone(s: string, from: number, open: number, outer: number, to: number): boolean {
  if (afterSentence(s, from, open)) return true;
  const next = s[outer];
  return outer >= to || next === undefined || '。;.'.includes(next);
}

/** `……。A、B牵头）`: the opening bracket was lost. */
function unopened(copy: Parameters<Layout>[0], paragraph: Parameters<Layout>[1], context: Parameters<Layout>[2], taken: readonly FoundClause[]): FoundClause | null {
  const { s } = copy;
  let end = paragraph.to;
  while (end > paragraph.from && '。.'.includes(s[end - 1] as string)) end--;
  if (s[end - 1] !== ')' || overlaps(taken, end - 1, end)) return null;
  let depth = 0;
  let at = end - 1;
  for (; at >= paragraph.from && at > end - 400; at--) {
    const ch = s[at] as string;
    if (ch === ')') depth++;
    else if (ch === '(') {
      if (--depth === 0) return null;
    } else if ('。!?;'.includes(ch) && depth === 1 && at < end - 1) break;
  }
  if (at < paragraph.from || findVerbs(s, at + 1, end - 1).length === 0) return null;
  const clause = readClause(copy, at + 1, end - 1, context);
  if (clause === null || clause.roles.length === 0) return null;
  clause.notes.push({ code: 'bracket-unopened', severity: 'warning', from: end - 1, to: end, message: 'the opening bracket of a clause of responsibility is missing' });
  return { ...clause, from: at + 1, to: paragraph.to, ownParagraph: false };
}
