/** Splits a list at its separators, and at white space that parts two complete names. */
import { type Compact, GAP } from '../../blocks/compact.js';
import { markAt, marks } from '../../blocks/marks.js';
import { CONNECTIVES } from '../../lexicon/bodies.js';
import { CLOSE_MARKS, OPEN_MARKS, shield } from './brackets.js';
import { connectiveAt } from './connectives.js';
import { isComplete } from './names.js';
import type { Piece } from './piece.js';
import { LEVEL_PREFIX, splitRunOn } from './runOn.js';

const SEPARATORS = marks('、,;/|。');
/** All that a list can be split at, and what shields it: brackets, quotation marks. */
const SPECIAL = marks(`、,;/|。"${OPEN_MARKS}${CLOSE_MARKS}${CONNECTIVES.map((word) => word.charAt(0)).join('')}`);

export function splitAll(copy: Compact, from: number, to: number, joined: number[]): Piece[] {
  const { s, gap } = copy;
  const pieces: Piece[] = [];
  const state = { depth: 0, quoted: false };
  let begin = from;
  let separator = '';
  const push = (end: number, next: number, mark: string): void => {
    if (end > begin) splitRunOn(s, { from: begin, to: end, open: false, separator }, pieces, joined);
    begin = next;
    separator = mark;
  };
  for (let i = from; i < to; i++) {
    // 市行政审批局 市司法局: white space between two complete names.
    const white = gap[i];
    if (white === GAP.none && !markAt(s, i, SPECIAL)) continue;
    if (
      i > begin &&
      white !== GAP.none &&
      state.depth === 0 &&
      !kindGoesOn(s, begin, i) &&
      !state.quoted &&
      i - begin >= 3 &&
      SURE_END.test(s.slice(Math.max(begin, i - 24), i)) &&
      isComplete(s.slice(begin, i))
    ) {
      const first = s[begin] as string;
      const like = white === GAP.line && startsBody(s, i, first);
      const may = white !== GAP.line || LEVEL_START.test(s[i] as string);
      if (like || (may && beginsName(s.slice(i, nextGap(copy, i, to))))) push(i, i, ' ');
    }
    if (shield(s, i, state)) continue;
    if (markAt(s, i, SEPARATORS)) {
      push(i, i + 1, s[i] as string);
      continue;
    }
    const connective = connectiveAt(s, i, begin, to);
    if (connective > 0) {
      push(i, i + connective, '和');
      i += connective - 1;
    }
  }
  push(to, to, '');
  return pieces;
}

/** 各乡 | 镇人民政府: a kind of area cut by white space. */
const kindGoesOn = (s: string, begin: number, i: number): boolean =>
  /各.?$/.test(s.slice(begin, i)) && /^[省市县区乡镇街旗州]/.test(s[i] as string);

// 区水务局 | 市生态环境局…: a level begins a name, in a cell with a name on each line
const LEVEL_START = /[省市区县州各]/;

/** After a line break inside a list without separators: the next name begins like this one (市…局 | 市…局). */
function startsBody(s: string, i: number, first: string): boolean {
  return s[i] === first && LEVEL_PREFIX.test(first);
}

// 政府 · 管委会 · 碑石分局 alone go on with the name before the blank
const NAME_REST =
  /^(?:管理局|服务局|监管局|保障局|监督局|事务中心|服务中心|分公司|[\u4e00-\u9fa5]{2,4}分公司|人民政府|政府|党委|管委会|管理委员会|委员会|办事处|办公室|办公厅|领导小组|成员单位|各?分[局行]|支[队行]|大队|[\u4e00-\u9fa5]{2,4}(?:分局|分行|支行|中心支行|支队|大队)|.?等|[及和与、,;)(/。:])/;

/** Whether what stands behind a blank is a name of its own. */
function beginsName(rest: string): boolean {
  return rest.length >= 3 && !NAME_REST.test(rest) && isComplete(rest.replace(/等.*$/, ''));
}

/** A name that ends so surely that white space behind it parts two names, and does not stand inside one (市行 政审批局). */
const SURE_END =
  /(?:局|厅|委|办|部|院|署|政府|管委会|办事处|公司|中心|集团|银行|队|联合会|联社|协会|单位|部门|机构|企业)(?:[(][^()]*[)])?$/;

function nextGap(copy: Compact, i: number, to: number): number {
  // 和 may stand inside the name (工业和信息化局): only marks end it.
  let end = i;
  while (end < to && !'、,;。'.includes(copy.s[end] as string)) end++;
  for (let k = i + 1; k < end; k++) if (copy.gap[k] !== GAP.none) return k;
  return end;
}
