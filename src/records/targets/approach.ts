/** What leads up to a number: the bound, the verb and the words between (分别压缩至不超过 | 15). */
import { markIn, marks } from '../../blocks/marks.js';
import {
  BOUNDS_AT_A_DISTANCE,
  BOUNDS_BEFORE,
  CHANGE_VERBS,
  COUNT_VERBS,
  type Comparator,
  FILLERS,
  LEVEL_VERBS,
  WEAK_VERBS,
} from '../../lexicon/targets.js';
import { wordList } from './words.js';

export interface Approach {
  /** Where the words that lead up to the number begin. */
  from: number;
  /** End of what stands before them; behind the verb where it tells the direction (增长). */
  subjectTo: number;
  comparator: Comparator | null;
  /** The word of the comparator. */
  bound: string | null;
  /** 达到, 压减至: the number is a level. */
  level: boolean;
  /** 增长, 下降: the number is a change. */
  change: boolean;
  /** 新建, 举办: the number counts what is made; `weak` verbs name as often as they count. */
  verb: 'strong' | 'weak' | null;
}

type Kind = 'bound' | 'level' | 'strong' | 'change' | 'weak' | 'filler';

/** What each word is; one that stands in two lists is what the first says. */
const KINDS: ReadonlyMap<string, Kind> = (() => {
  const lists: readonly [Kind, readonly string[]][] = [
    ['bound', Object.keys(BOUNDS_BEFORE)],
    ['level', LEVEL_VERBS],
    ['strong', COUNT_VERBS],
    ['change', CHANGE_VERBS],
    ['weak', WEAK_VERBS],
    ['filler', FILLERS],
  ];
  const kinds = new Map<string, Kind>();
  for (const [kind, words] of lists) for (const word of words) if (!kinds.has(word)) kinds.set(word, kind);
  return kinds;
})();
const leading = wordList([...KINDS.keys()]);

/** The longest word of any list that ends at a place. */
function wordBefore(s: string, floor: number, at: number): { kind: Kind; from: number } | null {
  const from = at - leading.endsAt(s, floor, at);
  return from === at ? null : { kind: KINDS.get(s.slice(from, at)) as Kind, from };
}

// 大件运输许可5个工作日: the last character of a noun
const NO_FILLER = /许可|认可|公共|附近|响应|主要|成就|预约|合约|行为/;

/** Words before a number, nearest first, as far as they belong to it. */
export function approach(s: string, floor: number, at: number): Approach {
  const result: Approach = {
    from: at,
    subjectTo: at,
    comparator: null,
    bound: null,
    level: false,
    change: false,
    verb: null,
  };
  for (let step = 0; step < 8; step++) {
    const word = wordBefore(s, floor, result.from);
    if (word === null) break;
    const to = result.from;
    const reached = result.level || result.change || result.verb !== null;
    if (word.kind === 'filler') {
      if (to - word.from === 1 && NO_FILLER.test(s.slice(Math.max(floor, to - 2), to))) break;
      result.from = word.from;
      if (!reached) result.subjectTo = word.from;
      continue;
    }
    if (word.kind === 'bound') {
      if (reached || result.bound !== null) break;
      result.bound = s.slice(word.from, to);
      result.comparator = BOUNDS_BEFORE[result.bound] ?? null;
      result.from = word.from;
      result.subjectTo = word.from;
      continue;
    }
    if (reached) break;
    result.from = word.from;
    if (word.kind === 'level') {
      result.level = true;
      result.subjectTo = word.from;
    } else if (word.kind === 'change') {
      result.change = true;
      result.subjectTo = to;
    } else {
      result.verb = word.kind;
      result.subjectTo = to;
    }
  }
  if (result.bound === null) atADistance(s, floor, at, result);
  return result;
}

const DISTANCE = 12;
const DISTANT_FIRSTS = marks(BOUNDS_AT_A_DISTANCE.map((word) => word.charAt(0)).join(''));
const proportions = wordList(Object.keys(BOUNDS_BEFORE).filter((word) => word.startsWith('不')));

/** 至少参加1次: the bound stands before the verb. */
function atADistance(s: string, floor: number, at: number, result: Approach): void {
  const start = Math.max(floor, at - DISTANCE);
  const between = s.slice(start, at);
  let place = -1;
  let bound = '';
  if (markIn(s, start, at, DISTANT_FIRSTS) >= 0)
    for (const word of BOUNDS_AT_A_DISTANCE) {
      const found = between.lastIndexOf(word);
      if (found > place) {
        place = found;
        bound = word;
      }
    }
  // 不低于合同金额的30%: the bound stands before what the share is taken of
  if (place < 0 && s.charAt(at - 1) === '的') {
    for (let i = at - 2; i >= start && place < 0; i--) {
      const length = proportions.startsAt(s, i, at);
      if (length === 0) continue;
      place = i - start;
      bound = s.slice(i, i + length);
    }
  }
  if (place < 0 || /[、,:“”《》\d]/.test(between.slice(place))) return;
  result.bound = bound;
  result.comparator = BOUNDS_BEFORE[bound] ?? null;
  result.from = start + place;
  result.subjectTo = start + place;
}
