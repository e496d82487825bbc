/** Who a document goes to: 主送 and 抄送. */
import type { Block } from '../../blocks/block.js';
import type { Compact, Range } from '../../blocks/compact.js';
import { endsSentence } from '../../blocks/join.js';
import { CC_LABELS, TO_LABELS } from '../../lexicon/meta.js';
import { readUnits } from '../units/list.js';
import { DATE_LINE, IMPRINT } from './head.js';

const CC = CC_LABELS.map((word) => `${word}:`);

export function findRecipients(copy: Compact, blocks: readonly Block[], from: number, to: number): Range[] {
  const { s } = copy;
  for (let i = from; i < Math.min(to, from + 20); i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'paragraph') continue;
    const text = s.slice(block.from, block.to);
    if (text.length > 500 || !text.endsWith(':') || /[。?!\d]/.test(text) || /(?:如下|以下|下列):$/.test(text))
      continue;
    let begin = block.from;
    const label = TO_LABELS.find((word) => text.startsWith(`${word}:`));
    if (label) begin += label.length + 1;
    else begin = listBegin(copy.s, blocks, from, i);
    return bodiesIn(copy, begin, block.to - 1);
  }
  return [];
}

/** Where a list of recipients begins that print broke behind a separator: 各市、州农业农村局， | 厅属各单位： */
function listBegin(s: string, blocks: readonly Block[], from: number, last: number): number {
  let begin = (blocks[last] as Block).from;
  for (let i = last - 1; i >= from; i--) {
    const block = blocks[i] as Block;
    const text = s.slice(block.from, block.to);
    if (block.kind !== 'paragraph' || text.length > 300 || !/[、,]$/.test(text) || /[。:?!\d《]/.test(text)) break;
    begin = block.from;
  }
  return begin;
}

export function findCopies(copy: Compact, blocks: readonly Block[]): Range[] {
  const { s } = copy;
  const found: Range[] = [];
  for (let i = Math.max(0, blocks.length - 30); i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'paragraph') continue;
    const text = s.slice(block.from, block.to);
    const label = CC.find((word) => text.startsWith(word));
    if (!label) continue;
    const first = cutImprint(s, block.from + label.length, block.to);
    found.push(...bodiesIn(copy, first.from, first.to));
    // 抄送 goes on over lines until the imprint, a label or a date.
    for (let k = i + 1; k < blocks.length; k++) {
      const next = blocks[k] as Block;
      const ink = s.slice(next.from, next.to);
      if (
        next.kind !== 'paragraph' ||
        ink.length > 300 ||
        IMPRINT.test(ink) ||
        ink.includes(':') ||
        DATE_LINE.test(ink)
      )
        break;
      if (!/[,、]/.test(ink) || !endsSentence(ink)) break;
      found.push(...bodiesIn(copy, next.from, next.to));
      i = k;
    }
  }
  return found;
}

function cutImprint(s: string, from: number, to: number): Range {
  const m = IMPRINT.exec(s.slice(from, to));
  const stop = s.lastIndexOf('。', to - 1);
  if (stop > from && stop < to - 1) return { from, to: m ? Math.min(stop, from + m.index) : to };
  return { from, to: m ? from + m.index : to };
}

function bodiesIn(copy: Compact, from: number, to: number): Range[] {
  const { base, entries } = readUnits(copy, from, to);
  return entries.map((entry) => ({ from: base + entry.from, to: base + entry.to }));
}
