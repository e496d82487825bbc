/** Brackets and quotation marks, inside which no list is split. */

const OPEN = '(〔【[《“‘{';
const CLOSE = ')〕】]》”’}';

/** Depth of brackets and quotation marks; straight quotes open and close in turn. */
export function shield(s: string, i: number, state: { depth: number; quoted: boolean }): boolean {
  const ch = s[i] as string;
  if (ch === '"') {
    state.quoted = !state.quoted;
    return true;
  }
  if (OPEN.includes(ch)) {
    state.depth++;
    return true;
  }
  if (CLOSE.includes(ch)) {
    if (state.depth > 0) state.depth--;
    return true;
  }
  return state.depth > 0 || state.quoted;
}
