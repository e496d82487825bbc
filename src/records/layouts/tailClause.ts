/**
 * Tails without a bracket: the last sentence of an item says nothing but who does it (`由市发改委牵头，市财政局配合。`),
 * or a paragraph of its own does.
 */
import { readClause } from '../clause/readClause.js';
import { endsWithVerb, findVerbs } from '../tailVerbs.js';
import { looksLikeBody } from '../units/names.js';
import { afterSentence, type FoundClause, foundAt, type Layout, overlaps } from './layout.js';

const LONGEST = 300;

export const tailClause: Layout = (copy, paragraph, context, taken): FoundClause[] => {
  const { s } = copy;
  let end = paragraph.to;
  for (const clause of taken) if (clause.to === end) end = clause.from;
  let stop = end;
  while (stop > paragraph.from && '。.;'.includes(s[stop - 1] as string)) stop--;
  // The verb ends the sentence: 由市司法局牵头，健全… goes on and is prose.
  if (!endsWithVerb(s, paragraph.from, stop)) return [];
  let begin = stop;
  while (begin > paragraph.from && stop - begin < LONGEST && !afterSentence(s, paragraph.from, begin)) begin--;
  if (begin >= stop || stop - begin >= LONGEST || overlaps(taken, begin, stop)) return [];
  if (begin === paragraph.from && s[begin] !== '由' && !/[、,]/.test(s.slice(begin, stop))) return [];
  if (findVerbs(s, begin, stop).at(-1)?.to !== stop) return [];
  const clause = readClause(copy, begin, stop, context);
  if (clause === null || clause.roles.length === 0 || clause.roles.every((entry) => entry.isGroup)) return [];
  // Without a bracket every name must be one beyond doubt.
  if (!clause.roles.every((entry) => looksLikeBody(s.slice(entry.from, entry.to)))) return [];
  return [foundAt(begin, end, clause, begin === paragraph.from)];
};
