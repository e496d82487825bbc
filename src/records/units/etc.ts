/** Lists that 等 leaves open. */
import { markIn, marks } from '../../blocks/marks.js';
import { shield } from './brackets.js';
import { GENERIC, isComplete, LONGEST_NAME } from './names.js';
import type { Piece } from './piece.js';

/** 等 leaves a list open; the words from it on (等市级相关单位) are no entry, what is joined on behind them is. */
export function afterEtc(s: string, pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ from, to }) => markIn(s, from, to, ETC) >= 0)) return pieces;
  const out: Piece[] = [];
  for (const piece of pieces) {
    const { from, to } = piece;
    const at = markIn(s, from, to, ETC) < 0 ? -1 : etcAt(s.slice(from, to));
    if (at >= 0) {
      out.push({ ...piece, to: from + at, open: true });
      continue;
    }
    // 等部门、单位: the rest of the words from 等 on
    const last = out[out.length - 1];
    if (last?.open && GENERIC.has(s.slice(from, to))) continue;
    out.push(piece);
  }
  return out;
}

const ETC = marks('等');

/** Place of the 等 that leaves a list open in a name; -1 where 等 is part of it (中等职业学校, 高等院校). */
function etcAt(name: string): number {
  if (name.length > LONGEST_NAME * 4) return -1;
  const state = { depth: 0, quoted: false };
  for (let i = 0; i < name.length; i++) {
    if (shield(name, i, state) || name[i] !== '等') continue;
    const rest = name.slice(i + 1);
    if (i > 0 && '中高初同平对优上下'.includes(name[i - 1] as string) && /^[职院学教级级]/.test(rest)) continue;
    if (rest === '' || ENDS_GENERIC.test(rest) || isComplete(rest) || rest.length <= 6) return i;
  }
  return -1;
}

// 等部门 · 等市级有关单位 · 等有关部门和单位
const ENDS_GENERIC = /(?:部门|单位|机构|机关|企业|地区|方面|组织|部委|成员|主体)$/;
