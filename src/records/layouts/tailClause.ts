/**
 * Tails without a bracket: the last sentence of an item says nothing but who does it (`由市发改委牵头，市财政局配合。`),
 * or a paragraph of its own does.
 */
import { markAt, marks } from '../../blocks/marks.js';
import { readClause } from '../clause/readClause.js';
import { endsWithVerb, findVerbs } from '../tailVerbs.js';
import { looksLikeBody } from '../units/names.js';
import { afterSentence, foundAt, type Layout, NO_CLAUSES, overlaps } from './layout.js';

const LONGEST = 300;
const STOPS = marks('。.;');
// …负责，于2024年10月15日前完成
const DATED =
  /[,，](?:于|在|力争|确保)?(?:\d{4}年)?(?:\d{1,2}月|年|[上下]半年|第?[一二三四]季度)[^,。;]{0,8}[前底末](?:完成|办结|落实到位|完成整改|落实|见效)?$/;

const DATED_LASTS = marks('前底末成结位改实效');

export const tailClause: Layout = (copy, paragraph, context, taken) => {
  const { s } = copy;
  let end = paragraph.to;
  for (const clause of taken) if (clause.to === end) end = clause.from;
  let stop = end;
  while (stop > paragraph.from && markAt(s, stop - 1, STOPS)) stop--;
  // The verb ends the sentence: 由市司法局牵头，健全… goes on and is prose.
  const dated = markAt(s, stop - 1, DATED_LASTS)
    ? DATED.exec(s.slice(Math.max(paragraph.from, stop - 28), stop))
    : null;
  const verbEnd = stop - (dated?.[0].length ?? 0);
  if (!endsWithVerb(s, paragraph.from, verbEnd)) return NO_CLAUSES;
  let begin = stop;
  while (begin > paragraph.from && stop - begin < LONGEST && !afterSentence(s, paragraph.from, begin)) begin--;
  if (begin >= stop || stop - begin >= LONGEST || overlaps(taken, begin, stop)) return NO_CLAUSES;
  if (begin === paragraph.from && s[begin] !== '由' && !/[、,]/.test(s.slice(begin, stop))) return NO_CLAUSES;
  if (findVerbs(s, begin, verbEnd).at(-1)?.to !== verbEnd) return NO_CLAUSES;
  const clause = readClause(copy, begin, stop, context);
  if (clause === null || clause.roles.length === 0 || clause.roles.every((entry) => entry.isGroup)) return NO_CLAUSES;
  // Without a bracket every name must be one beyond doubt.
  if (!clause.roles.every((entry) => looksLikeBody(s.slice(entry.from, entry.to)))) return NO_CLAUSES;
  return [foundAt(begin, end, clause)];
};
