/** Names that lost the separator between them: 市发改委市财政局. */
import { markIn, marks } from '../../blocks/marks.js';
import { remembered } from '../../model/remembered.js';
import { knownName } from '../../registry/knownNames.js';
import { bestSplit } from './bestSplit.js';
import { isComplete } from './names.js';
import type { Piece } from './piece.js';
import { beginsWord } from './segment.js';

export const LEVEL_PREFIX = /^[市区县省州旗镇]$/;

const SHIELDS = marks('(“"《:');
const SHORTEST = 3;
const SHORTEST_TWO = 2 * SHORTEST;
const LONGEST = 120;

/** Adds the names of a piece to `pieces`, and the places where one ends without a separator to `joined`. */
export function splitRunOn(s: string, piece: Piece, pieces: Piece[], joined: number[]): void {
  const { from, to } = piece;
  const length = to - from;
  if (length >= SHORTEST_TWO && length <= LONGEST) {
    if (markIn(s, from, to, SHIELDS) < 0) {
      const name = s.slice(from, to);
      let begin = from;
      let separator = piece.separator;
      for (const cut of cutsOf(name)) {
        pieces.push({ ...piece, from: begin, to: from + cut, separator });
        joined.push(from + cut);
        begin = from + cut;
        separator = '';
      }
      pieces.push({ ...piece, from: begin, separator });
      return;
    }
  }
  pieces.push(piece);
}

/**
 * Where names begin behind the first; [] for one name. The registry decides first, then the endings of names. The same
 * names stand in a document again and again.
 */
const cutsOf = remembered(20_000, findCuts);

// 局市 · 委财: what a body ends with, and more behind it
const ENDS_INSIDE = /(?:局|委|办|厅|院|会|中心|公司|政府|联|部|行|社|队)./;

function findCuts(name: string): readonly number[] {
  if (!ENDS_INSIDE.test(name.slice(1, -2)) || knownName(name) !== null) return [];
  return bestSplit(name) ?? byEndings(name);
}

// 市发改委市财政局 · 区住建局区城管局: an ending of a body, then the prefix that the list's names begin with
const RUN_ON =
  /(?:局|委|办|厅|院|会|中心|公司|政府|联|部)(?=[市区县省][^、,;]{2,}|各(?:县|区|市|镇|乡|街道|开发区|园区))|局(?=[^、,;]{2,12}(?:管委会|管理委员会|人民政府|公司|集团|办事处)$)/g;

/** What the registry does not know: 市甲乙服务局市丙丁服务局. */
function byEndings(name: string): number[] {
  const first = name[0] as string;
  if (name.length < 7 || !LEVEL_PREFIX.test(first)) return [];
  const cuts: number[] = [];
  let begin = 0;
  RUN_ON.lastIndex = 0;
  for (let m = RUN_ON.exec(name); m !== null; m = RUN_ON.exec(name)) {
    const cut = m.index + m[0].length;
    const rest = name.slice(cut);
    const isLevel = '市区县省'.includes(name[cut] as string);
    if (
      cut - begin < 3 ||
      (isLevel && name[cut] !== first) ||
      !isComplete(rest.replace(/等.*$/, '')) ||
      rest.length < 3 ||
      // 市城管局市容中心: is it 市 | 容中心 or 市容 | 中心?
      (isLevel && !beginsKnown(rest) && !beginsWord(name, cut))
    )
      continue;
    cuts.push(cut);
    begin = cut;
  }
  return cuts;
}

/** Whether a name of the registry stands at the beginning. */
function beginsKnown(text: string): boolean {
  for (let length = SHORTEST; length <= text.length; length++)
    if (knownName(text.slice(0, length)) !== null) return true;
  return false;
}
