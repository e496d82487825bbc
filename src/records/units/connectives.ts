/** Connectives (和、及、与): between two names, not inside one (文化和旅游局). */
import { markAt, marks } from '../../blocks/marks.js';
import { CONNECTIVES } from '../../lexicon/bodies.js';
import { GENERIC, isComplete, isGroupName } from './names.js';

const FIRSTS = marks(CONNECTIVES.map((word) => word.charAt(0)).join(''));
const ENDS = marks('、,;。及和与');

/** Length of a connective at `i` that stands between two complete names; 0 where there is none. */
export function connectiveAt(s: string, i: number, begin: number, to: number): number {
  if (!markAt(s, i, FIRSTS)) return 0;
  for (const word of CONNECTIVES) {
    if (!s.startsWith(word, i) || i === begin) {
      if (i === begin && s.startsWith(word, i) && word.length === 1 && '和及与'.includes(word)) {
        return isGroupName(s.slice(i + 1, Math.min(to, i + 8))) ? 1 : 0;
      }
      continue;
    }
    const left = s.slice(begin, i);
    const rest = s.slice(i + word.length, nextMark(s, i + word.length, to));
    // 等部门及各县区 · 等和各有关省级人民政府
    const etc = /等[^、,;]{0,12}$/.test(left);
    if (!etc && !isComplete(left)) continue;
    // 有关部门和单位 is one group; 文化和旅游部 one body.
    if (GENERIC.has(rest.replace(/等.*$/, ''))) continue;
    if (!etc && left.length < 3 && !isGroupName(left)) continue;
    if (rest.length < 2) continue;
    return word.length;
  }
  return 0;
}

function nextMark(s: string, i: number, to: number): number {
  for (let k = i; k < to; k++) if (markAt(s, k, ENDS)) return k;
  return to;
}
