import { markAt, marks } from '../../blocks/marks.js';

/** Where the clause and the sentence around a quantity begin and end. Searches are bounded, so the whole stays linear. */

export interface Clause {
  from: number;
  to: number;
  /** Begin of the sentence. */
  sentence: number;
}

const REACH = 240;
const STOPS = marks('。;!?');
const [DOT, COMMA, COLON] = [46, 44, 58];

/** 。 ends a sentence, as does the . that OCR leaves of it, but not the one in 1.5 or 4.0. */
function endsSentence(s: string, at: number): boolean {
  if (markAt(s, at, STOPS)) return true;
  return s.charCodeAt(at) === DOT && !/\d/.test(s.charAt(at + 1)) && /[^A-Za-z]/.test(s.charAt(at - 1));
}

const endsClause = (s: string, at: number): boolean => {
  const unit = s.charCodeAt(at);
  return unit === COMMA
    ? !(/\d/.test(s.charAt(at - 1)) && /^\d{3}(?!\d)/.test(s.slice(at + 1, at + 5)))
    : unit === COLON;
};

/** All that the search below stops at: most characters are none of it. */
const SPECIAL = marks('。;!?.,:(“《〔【)”》〕】');
const OPEN = marks('(“《〔【');
const CLOSE = marks(')”》〕】');

/** Input: a text and a place in it. Output: its clause; brackets and quotation marks are passed over whole. */
export function clauseAt(s: string, at: number): Clause {
  let depth = 0;
  let from = -1;
  let i = at - 1;
  const floor = Math.max(0, at - REACH);
  for (; i >= floor; i--) {
    if (!markAt(s, i, SPECIAL)) continue;
    if (endsSentence(s, i)) break;
    if (from >= 0) continue;
    if (markAt(s, i, CLOSE)) depth++;
    else if (markAt(s, i, OPEN)) {
      if (depth === 0) from = i + 1;
      else depth--;
    } else if (depth === 0 && endsClause(s, i)) from = i + 1;
  }
  const sentence = i + 1;
  if (from < 0) from = sentence;
  depth = 0;
  let to = at;
  const ceil = Math.min(s.length, at + REACH);
  for (; to < ceil; to++) {
    if (!markAt(s, to, SPECIAL)) continue;
    if (endsSentence(s, to)) break;
    if (markAt(s, to, OPEN)) depth++;
    else if (markAt(s, to, CLOSE)) {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && endsClause(s, to)) break;
  }
  return { from, to, sentence };
}
