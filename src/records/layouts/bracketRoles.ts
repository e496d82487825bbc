/**
 * Brackets that say who does what: `（牵头单位：…；责任单位：…）` and `（X牵头，Y、Z等部门及各县区按职责分工负责）`.
 * A bracket without a label counts only where a sentence ends before or behind it: （市司法局牵头）负责制定… is prose.
 */
import { labelAt } from '../../blocks/label.js';
import { markIn, marks } from '../../blocks/marks.js';
import { addDeadline } from '../clause/bodies.js';
import { type Clause, emptyClause } from '../clause/clause.js';
import { readClause, readRoleValue } from '../clause/readClause.js';
import { findVerbs } from '../tailVerbs.js';
import { looksLikeBody } from '../units/names.js';
import { afterSentence, foundAt, type Layout, NO_CLAUSES, overlaps } from './layout.js';

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '【': '】', '〔': '〕', '[': ']' };
const OPENING = marks(Object.keys(PAIRS).join(''));
/** Characters that a clause of responsibility takes at most. */
const LONGEST = 1000;
/** A bracket with none of these cannot be a clause. */
const HINT = /牵头|负责|配合|单位|部门|主体|落实|参与|协助|时限|时间|主办|承办|为主|指标长|领导|:/;

export const bracketRoles: Layout = (copy, paragraph, context, taken) => {
  const { s } = copy;
  const { from, to } = paragraph;
  let found: Clause[] | null = null;
  for (let i = markIn(s, from, to, OPENING), next = 0; i >= 0; i = markIn(s, next, to, OPENING)) {
    next = i + 1;
    const mark = s.charAt(i);
    const end = closing(s, i, Math.min(to, i + LONGEST), mark, PAIRS[mark] as string);
    if (end < 0 && to - i > LONGEST) continue;
    const inner = end < 0 ? to : end;
    if (overlaps(taken, i, inner) || !mayAssign(s, i + 1, inner, outerEnds(s, end, to))) continue;
    const outer = end < 0 ? to : end + 1;
    const label = labelAt(s, i + 1);
    const labelled = label !== null && label.to <= inner;
    const behindClause = found?.at(-1)?.to === i;
    if (!labelled && !behindClause && !standsAlone(s, from, i, outer, to)) continue;
    let stop = inner;
    if (end < 0) while (stop > i + 1 && '。.'.includes(s[stop - 1] as string)) stop--;
    const clause =
      readClause(copy, i + 1, stop, context) ??
      (i > from && end > 0 && ends(s, outer, to) && (behindClause || afterSentence(s, from, i))
        ? bareClause(copy, i + 1, stop, context)
        : null);
    if (clause === null || !says(clause)) continue;
    if (end < 0) {
      clause.notes.push({
        code: 'bracket-unclosed',
        severity: 'warning',
        from: i,
        to: i + 1,
        message: 'a bracket of responsibility is not closed; read to the end of the paragraph',
      });
    }
    const one = foundAt(i, outer, clause);
    if (found === null) found = [one];
    else found.push(one);
    next = outer;
  }
  const own = found ?? NO_CLAUSES;
  const bare = unopened(copy, paragraph, context, taken.length === 0 ? own : [...taken, ...own]);
  return bare ? [...own, bare] : own;
};

/** The bracket ends its paragraph, or another bracket follows: nothing but a clause stands there. */
const ends = (s: string, outer: number, to: number): boolean =>
  outer >= to || /^[。.;]?$/.test(s.slice(outer, to)) || s[outer] === '(';

const outerEnds = (s: string, end: number, to: number): boolean => end > 0 && ends(s, end + 1, to);

/** A cheap test: words of responsibility, or, at the end of a paragraph, a date or a list that might be bodies. */
function mayAssign(s: string, from: number, to: number, atEnd: boolean): boolean {
  const text = s.slice(from, to);
  return HINT.test(text) || (atEnd && to - from < 200 && (DATED.test(text) || BODIES.test(text)));
}

const says = (clause: Clause): boolean => clause.roles.length > 0 || clause.deadlines.length > 0 || clause.declares;

// 2026年底前完成 · 年内 · 2024年9月底前
const DATED =
  /^(?:力争|确保|于|在)?(?:\d{4}年|\d{1,2}月|年底|年内|[上下]半年|第?[一二三四]季度)[^。]{0,20}(?:前|内|底|末|完成|建成|实现|到位|投用|投运|见效)/;
/** Names that leave no doubt without a verb: each ends as offices do. */
const BODIES = /^[^。:;]{2,}(?:局|委|办|部|厅|院|署|政府|部门|单位|公司|集团|中心|管委会|办事处|街道|等|分工|负责)/;
const OFFICE =
  /(?:局|委|办|部|厅|院|署|会|行|政府|部门|单位|公司|集团|中心|办事处|街道|支队|大队|乡镇|县区|区县|机构|企业)(?:[(][^()]*[)])?$/;

/** `（省统计局、省生态环境厅）` and `（2026年底前完成）` behind a sentence: bodies without a verb, a date alone. */
function bareClause(
  copy: Parameters<Layout>[0],
  from: number,
  to: number,
  context: Parameters<Layout>[2],
): Clause | null {
  const { s } = copy;
  const clause = emptyClause(from, to);
  const text = s.slice(from, to);
  if (DATED.test(text)) {
    addDeadline(s, from, to, context, clause);
    return clause;
  }
  readRoleValue(copy, 'responsible', from, to, context, clause);
  const offices = clause.roles.every(
    (entry) => OFFICE.test(s.slice(entry.from, entry.to)) && looksLikeBody(s.slice(entry.from, entry.to)),
  );
  return clause.roles.length > 0 && offices ? clause : null;
}

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
function unopened(
  copy: Parameters<Layout>[0],
  paragraph: Parameters<Layout>[1],
  context: Parameters<Layout>[2],
  taken: readonly Clause[],
): Clause | null {
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
  clause.notes.push({
    code: 'bracket-unopened',
    severity: 'warning',
    from: end - 1,
    to: end,
    message: 'the opening bracket of a clause of responsibility is missing',
  });
  return foundAt(at + 1, paragraph.to, clause);
}
