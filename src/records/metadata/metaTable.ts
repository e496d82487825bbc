/** The meta table of a portal: 索引号, 文号, 发布机构 …, as a table or in running lines. */
import type { Block } from '../../blocks/block.js';
import { type Compact, GAP, type Range } from '../../blocks/compact.js';
import { markAt, markIn, marks } from '../../blocks/marks.js';
import { ordinalAt } from '../../blocks/ordinal.js';
import { META_LABELS, type MetaField } from '../../lexicon/meta.js';
import { findDates, resolveDate } from '../dates/find.js';
import { HEAD_BLOCKS, type Valued } from './head.js';

const FIELD_OF: ReadonlyMap<string, MetaField> = new Map(
  (Object.keys(META_LABELS) as MetaField[]).flatMap((field) =>
    META_LABELS[field].map((word) => [word, field] as const),
  ),
);

const META_LABEL = new RegExp([...FIELD_OF.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
/** What a label of the table begins with, and what stands behind it unless a cell ends there. */
const FIRSTS = marks([...FIELD_OF.keys()].map((word) => word.charAt(0)).join(''));
const SIGNS = marks(':]】');
const NOTHING = /^(?:无|暂无|\/|-+)?$/;

interface MetaHit {
  field: MetaField;
  block: number;
  value: Range;
}

export function metaBlock(copy: Compact, blocks: readonly Block[]): Map<MetaField, Valued> {
  const { s } = copy;
  const hits: MetaHit[] = [];
  blocks.slice(0, HEAD_BLOCKS).forEach((block, index) => {
    if (block.kind === 'paragraph' && (ordinalAt(s, block.from) !== null || block.to - block.from > 400)) return;
    hits.push(...metaHits(copy, block, index));
  });
  const found = new Map<MetaField, Valued>();
  for (const hit of hits) {
    const { field, value } = hit;
    if (field === 'other' || found.has(field) || NOTHING.test(s.slice(value.from, value.to))) continue;
    // 发布时间 alone is the page's clock; beside other labels it is the document's date of publication.
    if (
      field === 'publishedAt' &&
      !hits.some((other) => CORE.has(other.field) && Math.abs(other.block - hit.block) <= 3)
    )
      continue;
    // 文号 in running text is no meta block.
    if ((field === 'title' || field === 'issuer') && !hits.some((other) => other !== hit && CORE.has(other.field)))
      continue;
    found.set(field, { ranges: [value] });
  }
  return found;
}

const CORE: ReadonlySet<MetaField> = new Set([
  'indexNumber',
  'docNumber',
  'validity',
  'publishedOn',
  'issuedOn',
  'issuer',
]);

function metaHits(copy: Compact, block: Block, index: number): MetaHit[] {
  const { s, gap } = copy;
  if (markIn(s, block.from, block.to, SIGNS) < 0 && !holdsCell(gap, block)) return [];
  const text = s.slice(block.from, block.to);
  const labels: { field: MetaField; from: number; to: number }[] = [];
  META_LABEL.lastIndex = 0;
  for (let m = META_LABEL.exec(text); m !== null; m = META_LABEL.exec(text)) {
    const from = block.from + m.index;
    let to = from + m[0].length;
    const starts =
      from === block.from || gap[from] !== GAP.none || '[【:)]】'.includes(s[from - 1] as string) || labels.length > 0;
    const colon = s[to] === ':';
    const bracket = s[to] === ']' || s[to] === '】';
    const cell = gap[to] === GAP.cell;
    if (!starts || !(colon || bracket || cell)) continue;
    if (bracket && s[to + 1] === ':') to++;
    labels.push({ field: FIELD_OF.get(m[0]) as MetaField, from, to: colon || bracket ? to + 1 : to });
  }
  return labels.map((label, i) => {
    let end = labels[i + 1]?.from ?? block.to;
    if (end > label.to && '[【'.includes(s[end - 1] as string)) end--;
    // A cell ends its value.
    for (let k = label.to + 1; k < end; k++) if (gap[k] === GAP.cell) end = k;
    return { field: label.field, block: index, value: { from: Math.min(label.to, end), to: end } };
  });
}

function holdsCell(gap: Uint8Array, { from, to }: Range): boolean {
  for (let i = from; i <= to; i++) if (gap[i] === GAP.cell) return true;
  return false;
}

export function dated(copy: Compact, value: Valued): Valued | null {
  const range = value.ranges[0] as Range;
  // A time of day behind a blank is no part of the date: 2022-04-22 15:53:47.
  let to = range.from + 1;
  while (to < range.to && !(copy.gap[to] !== GAP.none && /\d/.test(copy.s[to - 1] as string) && to - range.from >= 8))
    to++;
  const first = findDates(copy.s, range.from, to).find((date) => date.day !== null);
  const resolved = first ? resolveDate(first, null) : null;
  return first && resolved ? { ranges: [{ from: first.from, to: first.to }], date: resolved.dueOn } : null;
}

export const metaLine = (ink: string): boolean => {
  if (!markAt(ink, 0, FIRSTS)) return false;
  META_LABEL.lastIndex = 0;
  const m = META_LABEL.exec(ink);
  return m !== null && m.index === 0 && /^[:\]】]/.test(ink.slice(m[0].length));
};
