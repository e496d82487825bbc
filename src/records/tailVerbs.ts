/** Finds the verbs that end a list of bodies in running form: 牵头, 按职责分工负责, 配合 … */
import { markAt, marks } from '../blocks/marks.js';
import { TAIL_VERBS } from '../lexicon/roles.js';
import type { Role } from '../model/model.js';

export interface Verb {
  from: number;
  to: number;
  role: Role;
}

const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  TAIL_VERBS.flatMap(({ words, role }) => words.map((word) => [word, role] as const)),
);
// 职责 is read as 职贡 or 职贵 now and then
const VERB = new RegExp(
  [...ROLE_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace('职责', '职[责贡贵青]'))
    .join('|'),
  'y',
);
const FIRST_MARKS = [...ROLE_OF.keys()].map((word) => word.charAt(0)).join('');
const FIRSTS = marks(FIRST_MARKS);
const SPECIAL = marks(`${FIRST_MARKS}(〔《“[)〕》”]`);
const OPEN = marks('(〔《“[');
const CLOSE = marks(')〕》”]');
/** Verbs that need nothing behind them to be one; all others must end their clause. */
const FREE = /^(?:.*牵头.*|.*负责|.*配合)$/;
const CLAUSE_END = /^[,;、。.)）:\n]|^$/;
// 牵头单位 · 负责人 · 配合部门: nouns, no verbs
const NOUN_BEHIND =
  /^(?:单位|部门|领导|机关|机构|处室|科室|股室|人(?!民|力|社|防|大|行|才|口)|同志|作用|机制|制(?!造)|任|抓总|协调|做好|制定|组织(?!部|实施))/;

const VERB_ENDS = new Set([...ROLE_OF.keys()].map((word) => word.slice(-2)));

/** A cheap test before a sentence is read: it ends the way a verb does. */
export const endsWithVerb = (s: string, from: number, to: number): boolean =>
  to - from > 3 && VERB_ENDS.has(s.slice(to - 2, to));

/** The verbs at the top level (outside brackets and quotation marks) of a range, in order. */
export function findVerbs(s: string, from: number, to: number): Verb[] {
  const verbs: Verb[] = [];
  let depth = 0;
  for (let i = from; i < to; i++) {
    if (!markAt(s, i, SPECIAL)) continue;
    if (markAt(s, i, OPEN)) depth++;
    else if (markAt(s, i, CLOSE)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !markAt(s, i, FIRSTS)) continue;
    VERB.lastIndex = i;
    const word = VERB.exec(s)?.[0];
    if (word === undefined || i + word.length > to) continue;
    const end = i + word.length;
    const behind = s.slice(end, Math.min(to, end + 4));
    if (!CLAUSE_END.test(behind) && (!FREE.test(word) || NOUN_BEHIND.test(behind))) continue;
    verbs.push({ from: i, to: end, role: ROLE_OF.get(word.replace(/职[贡贵青]/, '职责')) as Role });
    i = end - 1;
  }
  return verbs;
}
