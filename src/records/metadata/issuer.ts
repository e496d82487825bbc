/** Document number and issuer: letterhead, title, signature. */
import type { Block } from '../../blocks/block.js';
import { type Compact, inkOf, type Range } from '../../blocks/compact.js';
import type { MetaField } from '../../lexicon/meta.js';
import { DOC_NUMBER, HEAD_BLOCKS, ISSUER, LETTERHEAD, type Valued } from './head.js';

export function findDocNumber(s: string, blocks: readonly Block[], headEnd: number): Valued | null {
  for (const block of blocks.slice(0, Math.min(headEnd, HEAD_BLOCKS))) {
    if (block.kind !== 'paragraph' || block.to - block.from > 60) continue;
    const text = s.slice(block.from, block.to);
    const m = DOC_NUMBER.exec(text);
    if (!m || /[《》]/.test(text)) continue;
    let from = block.from + m.index;
    // 临溪区人民政府文件临政发〔2023〕4号: the letterhead on the same line is not part of the number
    const head = m[0].lastIndexOf('文件');
    if (head >= 0) from += head + 2;
    return { ranges: [{ from, to: block.from + m.index + m[0].length }] };
  }
  return null;
}

export function findIssuer(
  copy: Compact,
  blocks: readonly Block[],
  title: Valued | null,
  titleBlock: number,
  titleEnd: number,
  dateBlock: number,
  meta: Map<MetaField, Valued>,
): Valued | null {
  const { s } = copy;
  if (title) {
    const first = title.ranges[0] as Range;
    const about = inkOf(s, title.ranges).indexOf('关于');
    if (about > 3) {
      let left = about;
      const ranges: Range[] = [];
      for (const range of title.ranges) {
        const take = Math.min(left, range.to - range.from);
        if (take > 0) ranges.push({ from: range.from, to: range.from + take });
        left -= take;
      }
      if (ISSUER.test(inkOf(s, ranges))) return { ranges };
    }
    if (about === 0 && titleBlock > 0) {
      const above = blocks[titleBlock - 1] as Block;
      if (above.to <= first.from && ISSUER.test(s.slice(above.from, above.to)) && above.to - above.from < 40)
        return { ranges: [above] };
    }
  }
  if (dateBlock > 0) {
    const above = signatureAbove(s, blocks, dateBlock);
    if (above) return { ranges: [above] };
  }
  for (const block of blocks.slice(0, 12)) {
    const text = s.slice(block.from, block.to);
    if (block.kind === 'paragraph' && LETTERHEAD.test(text) && ISSUER.test(text.slice(0, -2)) && text.length < 60) {
      return { ranges: [{ from: block.from, to: block.to - 2 }] };
    }
  }
  return meta.get('issuer') ?? signed(s, blocks, titleEnd);
}

// 2023年11月: a date without its day
const MONTH = /^\d{4}年\d{1,2}月$/;

/** A body on the line under the title, or above a month: compilations are signed so. */
function signed(s: string, blocks: readonly Block[], titleEnd: number): Valued | null {
  if (titleEnd < 0) return null;
  const below = signatureAbove(s, blocks, titleEnd + 2);
  if (below && /[\u4e00-\u9fa5]{4}/.test(inkOf(s, [below]))) return { ranges: [below] };
  const month = blocks.findIndex((block, i) => i > titleEnd && i < HEAD_BLOCKS && MONTH.test(inkOf(s, [block])));
  const above = month > 0 ? signatureAbove(s, blocks, month) : null;
  return above ? { ranges: [above] } : null;
}

function signatureAbove(s: string, blocks: readonly Block[], dateBlock: number): Range | null {
  const block = blocks[dateBlock - 1];
  if (block?.kind !== 'paragraph' || block.to - block.from > 60) return null;
  const text = s.slice(block.from, block.to);
  return ISSUER.test(text) && !/[,。:;]/.test(text) ? { from: block.from, to: block.to } : null;
}
