/** The day of issue: under the signature, in the meta table, in the imprint. */
import type { Block } from '../../blocks/block.js';
import type { Compact, Range } from '../../blocks/compact.js';
import { markAt, marks } from '../../blocks/marks.js';
import type { MetaField } from '../../lexicon/meta.js';
import { findDates, resolveDate } from '../dates/find.js';
import { DATE_LINE, IMPRINT, ISSUER, type Valued } from './head.js';
import { dated } from './metaTable.js';

const DATE_LASTS = marks('日)');

export function issuedOn(
  copy: Compact,
  blocks: readonly Block[],
  titleBlock: number,
  meta: Map<MetaField, Valued>,
): { value: Valued; block: number } | null {
  const { s } = copy;
  for (let i = Math.max(0, titleBlock + 1); i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'paragraph' || block.to - block.from > 60) continue;
    if (!markAt(s, block.to - 1, DATE_LASTS)) continue;
    const text = s.slice(block.from, block.to);
    if (DATE_LINE.test(text)) return at(s, block, i);
    // Signature and date on one line: 云泽市人民政府办公室 2023年5月6日
    const m = /(?:\d{4}年\d{1,2}月\d{1,2}日)$/.exec(text);
    if (m && ISSUER.test(text.slice(0, m.index)) && !/[,。:;]/.test(text)) {
      return at(s, { from: block.from + m.index, to: block.to }, i);
    }
  }
  const fromMeta = meta.get('issuedOn');
  const value = fromMeta ? dated(copy, fromMeta) : null;
  if (value) return { value, block: -1 };
  for (let i = blocks.length - 1; i >= Math.max(0, blocks.length - 12); i--) {
    const block = blocks[i] as Block;
    const m = block.kind === 'paragraph' ? IMPRINT.exec(s.slice(block.from, block.to)) : null;
    if (m) {
      const from = block.from + m.index;
      return at(s, { from, to: from + (m[1] as string).length }, -1);
    }
  }
  return null;
}

function at(s: string, range: Range, block: number): { value: Valued; block: number } | null {
  const date = findDates(s, range.from, range.to)[0];
  const resolved = date ? resolveDate(date, null) : null;
  if (!date || !resolved) return null;
  return { value: { ranges: [{ from: date.from, to: date.to }], date: resolved.dueOn }, block };
}
