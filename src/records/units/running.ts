/** Running lists of functions: 区税务、资源规划、住建及大数据部门. The word that closes them is no part of the last name. */
import { markAt, marks } from '../../blocks/marks.js';
import { FUNCTIONS } from '../../lexicon/functions.js';
import type { Piece } from './piece.js';

/** Words of running lists, from the heads of the registry's lines: 财政, 人社, 规划和自然资源. */
let stems: ReadonlySet<string> | null = null;

function isFunction(name: string): boolean {
  stems ??= new Set(
    FUNCTIONS.split('\n')
      .filter((line) => line.includes(' | '))
      .flatMap((line) => line.slice(0, line.indexOf(' | ')).trim().split(' ')),
  );
  return stems.has(name) || (LEVEL.test(name) && stems.has(name.slice(1)));
}

const LEVEL = /^[省市区县州盟旗镇]./;
const CLOSING = /(?:部门|单位|机构)$/;
const CLOSING_LASTS = marks('门位构');
const JOINT = /以及|[及和与]/g;

/**
 * Input: the pieces of a list, 等 already taken off. Output: the same, the last function without 部门 and parted from the one
 * before it, where the registry knows every part; null where the list is none of functions.
 */
export function runningList(s: string, pieces: readonly Piece[]): Piece[] | null {
  const close = pieces.findIndex(
    ({ open, from, to }) => open || (markAt(s, to - 1, CLOSING_LASTS) && CLOSING.test(s.slice(from, to))),
  );
  const last = pieces[close];
  if (last === undefined) return null;
  const name = s.slice(last.from, last.to);
  const bare = last.open ? name : name.replace(CLOSING, '');
  if (bare.length < 2 || !pieces.slice(0, close).every((piece) => isFunction(s.slice(piece.from, piece.to))))
    return null;
  const parts = parted(bare);
  if (parts === null || close + parts.length < 2) return null;
  const ends = parts.map(({ from, to }, i) => ({
    ...last,
    from: last.from + from,
    to: last.from + to,
    open: last.open && i === parts.length - 1,
    separator: i === 0 ? last.separator : '和',
  }));
  return [...pieces.slice(0, close), ...ends, ...pieces.slice(close + 1)];
}

/** 公安及大数据 in two, 规划和自然资源 in one; null where the registry does not know all of it. */
function parted(name: string): { from: number; to: number }[] | null {
  if (isFunction(name)) return [{ from: 0, to: name.length }];
  JOINT.lastIndex = 0;
  for (let m = JOINT.exec(name); m !== null; m = JOINT.exec(name)) {
    const behind = m.index + m[0].length;
    if (isFunction(name.slice(0, m.index)) && isFunction(name.slice(behind)))
      return [
        { from: 0, to: m.index },
        { from: behind, to: name.length },
      ];
  }
  return null;
}
