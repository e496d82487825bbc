/**
 * Splits paragraphs that run on into the next item without a break: `…（责任单位：X）2.推进…` and `责任单位：市发改委2.加快…`.
 * Only the next number of the series in hand splits, so that a number in running text does not.
 */
import type { Block, Paragraph } from '../blocks/block.js';
import type { Compact } from '../blocks/compact.js';
import { labelAt } from '../blocks/label.js';
import { type Ordinal, ordinalAt } from '../blocks/ordinal.js';

// What a clause of responsibility ends with before an item runs on: a bracket, a full stop, a body's name.
const CLAUSE_BEFORE =
  /(?:[)〕】]|[)〕】局委办部厅院会府行司处][。;.]?|单位|部门|中心|公司|街道|(?:负责|落实|配合|牵头)[)。]{1,2}|(?:[底末日月年]前?|前|推进|坚持|整改|开展)[。;]?)$/;
const HINT = /牵头|负责|责任|配合|单位|部门|时限|时间节点|完成时间/;

/** Input: blocks. Output: the same text in as many or more paragraphs. */
export function splitRunOn(copy: Compact, blocks: readonly Block[]): Block[] {
  const { s } = copy;
  const out: Block[] = [];
  let last: Ordinal | null = null;
  /** How the number behind the last one may be written. */
  let next: readonly string[] = [];
  for (const block of blocks) {
    if (block.kind === 'row') {
      out.push(block);
      continue;
    }
    const own = ordinalAt(s, block.from);
    if (own) {
      last = own;
      next = written(own);
    }
    let rest: Paragraph = block;
    for (;;) {
      const cut: number = last === null ? -1 : findNext(copy, rest, last, next);
      if (cut < 0) break;
      out.push({ ...rest, to: cut, breaks: rest.breaks.filter((at) => at < cut) });
      rest = { ...rest, from: cut, breaks: rest.breaks.filter((at) => at > cut) };
      last = ordinalAt(s, cut);
      if (last) next = written(last);
    }
    out.push(rest);
  }
  return out;
}

/** Where the next item of the series begins inside a paragraph, behind a clause of responsibility; -1 where none does. */
function findNext(copy: Compact, block: Paragraph, last: Ordinal, next: readonly string[]): number {
  const { s } = copy;
  if (last.style === 'numParen' || last.style === 'circle') return -1;
  const text = s.slice(block.from, block.to);
  for (const mark of next) {
    for (let found = text.indexOf(mark, 2); found >= 0; found = text.indexOf(mark, found + 1)) {
      const at = block.from + found;
      const ordinal = ordinalAt(s, at);
      if (!ordinal || ordinal.style !== last.style || ordinal.value !== last.value + 1) continue;
      if (/[\d一二三四五六七八九十]/.test(s[at - 1] as string) || at + ordinal.length >= block.to) continue;
      const before = s.slice(Math.max(block.from, at - 60), at);
      const clause = before.slice(Math.max(before.lastIndexOf('('), before.lastIndexOf('。', before.length - 2)) + 1);
      const labelled = labelAt(s, block.from) !== null;
      if (CLAUSE_BEFORE.test(before) && (labelled || HINT.test(clause))) return at;
    }
  }
  return -1;
}

/** How the ordinal after `last` may be written. */
function written(last: Ordinal): string[] {
  const next = last.value + 1;
  if (last.style === 'num') return [`${next}.`, `${next}、`];
  const cn = chinese(next);
  if (last.style === 'cn') return [`${cn}、`, `${cn}.`];
  return last.style === 'cnParen' ? [`(${cn})`] : [];
}

function chinese(value: number): string {
  const digits = '零一二三四五六七八九';
  if (value < 10) return digits[value] as string;
  if (value >= 100) return '';
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}十${value % 10 > 0 ? digits[value % 10] : ''}`;
}
