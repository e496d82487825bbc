/** What a person types → a query of the full-text index. */
import { MARK, searchText } from '../ledger/searchText.js';

export interface SearchQuery {
  /** Each must be found somewhere in a row. */
  terms: readonly string[];
  /** None may be found. */
  without: readonly string[];
}

/** `营商环境 -试点`: words between blanks must all be there, one with - before it must not; “…” keeps blanks inside. */
export function readSearch(text: string): SearchQuery {
  const terms: string[] = [];
  const without: string[] = [];
  for (const [, minus, quoted, plain] of text.matchAll(TERM)) {
    const term = (quoted ?? plain ?? '').trim();
    if (tokensOf(term).length > 0) (minus ? without : terms).push(term);
  }
  return { terms, without };
}
// -试点 · "按时 办结" · 营商环境
const TERM = /(-?)(?:["“]([^"”]*)["”]|([^\s"“”]+))/g;

/** The tokens of a term, as the index has them. */
export function tokensOf(text: string): string[] {
  const tokens = searchText(text).split(/\s+/).filter(Boolean);
  // Marks at the ends of a term are how it was typed, not what is looked for.
  while (tokens[0] === MARK) tokens.shift();
  while (tokens.at(-1) === MARK) tokens.pop();
  return tokens;
}

/** 区发改委 → "区 发 改 委": a phrase, so that the characters stand side by side. */
export function matchExpression({ terms, without }: SearchQuery): string {
  const phrase = (term: string) => `"${tokensOf(term).join(' ')}"`;
  const all = terms.map(phrase).join(' AND ');
  return without.reduce((expression, term) => `(${expression}) NOT ${phrase(term)}`, all);
}
