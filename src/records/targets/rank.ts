/** Ranks (位次): 进入全省前5名 promises a place of at most 5. */
import type { Approach } from './approach.js';
import type { Quantity } from './quantities.js';

// 进入全省前 · 稳居全国第一方阵前
const RANK = /(?:进入|跻身|位居|位列|保持在?|稳居|排名|冲进|挺进|跃居|进至)[^,。;:]{0,8}前$/;
const UNITS = new Set([null, '名', '位', '家', '强']);

/** What leads up to a rank, or null where the quantity is none (30天前, 前10个月). */
export function readRank(s: string, floor: number, quantity: Quantity): Approach | null {
  if (s.charAt(quantity.from - 1) !== '前' || !UNITS.has(quantity.unit)) return null;
  const start = Math.max(floor, quantity.from - 16);
  const m = RANK.exec(s.slice(start, quantity.from));
  if (m === null) return null;
  const from = start + m.index;
  return { from, subjectTo: from, comparator: '<=', bound: '前', level: true, change: false, verb: null };
}
