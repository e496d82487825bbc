/** Names that lost the separator between them: 市发改委市财政局. */
import { isComplete } from './names.js';
import type { Piece } from './piece.js';

export const LEVEL_PREFIX = /^[市区县省州旗镇]$/;

// 市发改委市财政局 · 区住建局区城管局: an ending of a body, then the prefix that the list's names begin with
const RUN_ON =
  /(?:局|委|办|厅|院|会|中心|公司|政府|联|部)(?=[市区县省][^、,;]{2,}|各(?:县|区|市|镇|乡|街道|开发区|园区))|局(?=[^、,;]{2,12}(?:管委会|管理委员会|人民政府|公司|集团|办事处)$)/g;

export function splitRunOn(s: string, piece: Piece, pieces: Piece[], joined: number[]): void {
  const name = s.slice(piece.from, piece.to);
  const first = name[0] as string;
  if (name.length < 7 || !LEVEL_PREFIX.test(first) || /[(“"《]/.test(name)) {
    pieces.push(piece);
    return;
  }
  let begin = 0;
  let separator = piece.separator;
  RUN_ON.lastIndex = 0;
  for (let m = RUN_ON.exec(name); m !== null; m = RUN_ON.exec(name)) {
    const cut = m.index + m[0].length;
    const rest = name.slice(cut);
    if (
      cut - begin < 3 ||
      (m[0].length > 0 && '市区县省'.includes(name[cut] as string) && name[cut] !== first) ||
      !isComplete(rest.replace(/等.*$/, '')) ||
      rest.length < 3
    )
      continue;
    pieces.push({ ...piece, from: piece.from + begin, to: piece.from + cut, separator });
    joined.push(piece.from + cut);
    begin = cut;
    separator = '';
  }
  pieces.push({ ...piece, from: piece.from + begin, separator });
}
