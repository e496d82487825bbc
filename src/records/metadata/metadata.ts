/**
 * Document metadata: what the document says of itself in its head, its signature and its imprint. Each value with the
 * ranges of the reading copy that it stands in.
 */
import type { Block } from '../../blocks/block.js';
import { type Compact, inkOf, type Range } from '../../blocks/compact.js';
import { ordinalAt } from '../../blocks/ordinal.js';
import { VALIDITY_MARKS } from '../../lexicon/meta.js';
import { HEAD_BLOCKS, type Valued } from './head.js';
import { issuedOn } from './issuedOn.js';
import { findDocNumber, findIssuer } from './issuer.js';
import { dated, metaBlock } from './metaTable.js';
import { findCopies, findRecipients } from './recipients.js';
import { chooseTitle, findTitle, mentionedTitle } from './title.js';

export interface Metadata {
  title: Valued | null;
  docNumber: Valued | null;
  issuer: Valued | null;
  issuedOn: Valued | null;
  publishedOn: Valued | null;
  indexNumber: Valued | null;
  validity: Valued | null;
  recipients: Range[];
  copies: Range[];
  /** Year of the document: what dates without one take. */
  year: number | null;
  /** The title was put together from a mention: 现形成《…汇编》. */
  titleFromMention: boolean;
}

/** Input: the blocks of a document. Output: its metadata; what the text does not say is null. */
export function readMetadata(copy: Compact, blocks: readonly Block[]): Metadata {
  const { s } = copy;
  const meta = metaBlock(copy, blocks);
  const titled = chooseTitle(s, findTitle(copy, blocks), meta.get('title') ?? null);
  const bodyFrom = titled ? titled.last + 1 : 0;
  const firstOrdinal = blocks.findIndex(
    (block, i) => i >= bodyFrom && block.kind === 'paragraph' && ordinalAt(s, block.from) !== null,
  );
  const headEnd = firstOrdinal < 0 ? Math.min(blocks.length, HEAD_BLOCKS) : firstOrdinal;

  let title: Valued | null = titled ? { ranges: titled.ranges } : (meta.get('title') ?? null);
  const mark = titled ? validityMark(s, titled.ranges[0] as Range) : null;
  if (mark && titled)
    title = { ranges: [{ from: mark.after, to: (titled.ranges[0] as Range).to }, ...titled.ranges.slice(1)] };
  let titleFromMention = false;
  if (title === null) {
    title = mentionedTitle(s);
    titleFromMention = title !== null;
  }
  const date = issuedOn(copy, blocks, titled?.last ?? -1, meta);
  const issuer = findIssuer(copy, blocks, title, titled?.first ?? -1, titled?.last ?? -1, date?.block ?? -1, meta);
  const recipients = findRecipients(copy, blocks, bodyFrom, headEnd);
  const docNumber = meta.get('docNumber') ?? findDocNumber(s, blocks, Math.min(headEnd, blocks.length));
  const published = meta.get('publishedOn') ?? meta.get('publishedAt') ?? null;
  const year = documentYear(s, date?.value ?? null, title, docNumber);
  return {
    title,
    docNumber: docNumber && DOC_OR_WORD.test(inkOf(s, docNumber.ranges)) ? docNumber : null,
    issuer,
    issuedOn: date?.value ?? null,
    publishedOn: published ? dated(copy, published) : null,
    indexNumber: meta.get('indexNumber') ?? null,
    validity: mark ? { ranges: [mark.range] } : (meta.get('validity') ?? null),
    recipients,
    copies: findCopies(copy, blocks),
    year,
    titleFromMention,
  };
}

const DOC_OR_WORD = /\d/;

function validityMark(s: string, range: Range): { range: Range; after: number } | null {
  const m = /^[【[(]([\u4e00-\u9fa5]{2,4})[】\])]/.exec(s.slice(range.from, range.from + 8));
  if (!m || !VALIDITY_MARKS.includes(m[1] as string)) return null;
  return {
    range: { from: range.from + 1, to: range.from + 1 + (m[1] as string).length },
    after: range.from + m[0].length,
  };
}

function documentYear(s: string, issued: Valued | null, title: Valued | null, docNumber: Valued | null): number | null {
  if (issued?.date) return Number(issued.date.slice(0, 4));
  for (const value of [docNumber, title]) {
    const m = value ? /(?:19|20)\d{2}/.exec(inkOf(s, value.ranges)) : null;
    if (m) return Number(m[0]);
  }
  const m = /(20\d{2})年/.exec(s.slice(0, 4000));
  return m ? Number(m[1]) : null;
}
