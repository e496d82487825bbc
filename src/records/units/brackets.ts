/** Brackets and quotation marks, inside which no list is split. */

import { markAt, marks } from '../../blocks/marks.js';

export const OPEN_MARKS = '(〔【[《“‘{';
export const CLOSE_MARKS = ')〕】]》”’}';
const OPEN = marks(OPEN_MARKS);
const CLOSE = marks(CLOSE_MARKS);
const STRAIGHT = 34;

/** Depth of brackets and quotation marks; straight quotes open and close in turn. */
export function shield(s: string, i: number, state: { depth: number; quoted: boolean }): boolean {
  if (s.charCodeAt(i) === STRAIGHT) {
    state.quoted = !state.quoted;
    return true;
  }
  if (markAt(s, i, OPEN)) {
    state.depth++;
    return true;
  }
  if (markAt(s, i, CLOSE)) {
    if (state.depth > 0) state.depth--;
    return true;
  }
  return state.depth > 0 || state.quoted;
}
