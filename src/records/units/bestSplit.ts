/** Cuts a run of names where the registry knows them: 市行政审批局市司法局. */
import { type Known, knownName } from '../../registry/knownNames.js';
import { isComplete } from './names.js';

const SHORTEST = 3;
const LONGEST = 30;
const LONGEST_UNKNOWN = 14;
const LEVEL = /^[市区县省州盟旗镇]/;

interface Step {
  from: number;
  known: Known | null;
  names: number;
  unknown: number;
}

/**
 * Input: a folded name without brackets. Output: where its names begin behind the first, with at most one that the
 * registry does not know; null where it cannot be cut so.
 */
export function bestSplit(name: string): number[] | null {
  const best: (Step | undefined)[] = [];
  for (let end = SHORTEST; end <= name.length; end++) {
    for (let from = Math.max(0, end - LONGEST); from <= end - SHORTEST; from++) {
      const before = from === 0 ? null : best[from];
      if (before === undefined) continue;
      if (end < name.length && name.length - end < SHORTEST) continue;
      const word = name.slice(from, end);
      const known = wordAs(word);
      if (known === null && !couldBeUnknown(word, name)) continue;
      if (!fits(before?.known, known, word)) continue;
      const step: Step = {
        from,
        known,
        names: (before?.names ?? 0) + 1,
        unknown: (before?.unknown ?? 0) + (known === null ? 1 : 0),
      };
      const other = best[end];
      if (other === undefined || isBetter(step, other)) best[end] = step;
    }
  }
  const last = best[name.length];
  if (last === undefined || last.names < 2 || last.unknown > 1 || last.unknown === last.names) return null;
  const cuts: number[] = [];
  for (let { from } = last; from > 0; from = (best[from] as Step).from) cuts.unshift(from);
  return cuts;
}

/** 各街道办事处 is no body of the registry, but as sure; 各部门 belongs to the body before it (市政府各部门). */
function wordAs(word: string): Known | null {
  if (OF_AREAS.test(word) && isComplete(word)) return 'placed';
  return knownName(word);
}
// 各县区 · 各镇人民政府 · 各开发区管委会
const OF_AREAS = /^各(?:县|区|市|镇|乡|街道|开发区|园区)/;

/** Names of one list are made alike: behind 市发改委 a bare 监测中心 is its own, behind a bare 财政局 a bare 教育局 is not. */
function fits(before: Known | null | undefined, known: Known | null, word: string): boolean {
  if (before === undefined) return true;
  if (known === 'bare') return before === 'bare' && !LEVEL.test(word);
  return true;
}

/** At most one name that nobody knows, with the level that the run begins with and an ending. */
function couldBeUnknown(word: string, name: string): boolean {
  return (
    word.length <= LONGEST_UNKNOWN &&
    LEVEL.test(word) &&
    word[0] === name[0] &&
    !FALSE_LEVEL.test(word) &&
    isComplete(word) &&
    !ENDS_EARLY.test(word.slice(0, -1))
  );
}

/** Words that begin like a level. */
const FALSE_LEVEL = /^(?:市场|市政|市容|市民|区域|县域|省际|州际)/;
/** An unknown name is no run of names itself. */
const ENDS_EARLY = /(?:局|委|厅|公司|中心)[市区县省各]/;

/** Fewer unknown names, then fewer names: 市公安局交通警察支队 is one where it can be. */
function isBetter(a: Step, b: Step): boolean {
  return a.unknown < b.unknown || (a.unknown === b.unknown && a.names < b.names);
}
