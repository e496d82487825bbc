/**
 * Document metadata: what the document says of itself in its head, its signature and its imprint. Each value with the
 * ranges of the reading copy that it stands in.
 */
import type { Block } from '../blocks/block.js';
import { type Compact, GAP, type Range } from '../blocks/compact.js';
import { endsSentence, isTitle } from '../blocks/join.js';
import { labelAt } from '../blocks/label.js';
import { ordinalAt } from '../blocks/ordinal.js';
import { CC_LABELS, META_LABELS, type MetaField, TO_LABELS, VALIDITY_MARKS } from '../lexicon/meta.js';
import { CARRIES_OUT, ISSUER_ENDINGS, TITLE_ENDINGS } from '../lexicon/titles.js';
import { findDates, resolveDate } from './dates/find.js';
import { readUnits } from './units.js';

export interface Valued {
  ranges: Range[];
  /** ISO date, for dates. */
  date?: string;
}

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

// 云政办发〔2023〕4号 · 市政办函[2022]72号 · 临发【2021】第5号
const DOC_NUMBER = /[\u4e00-\u9fa5A-Za-z]{2,18}[〔[(【]\d{4}[〕\])】](?:第)?\d{1,5}号/;
const LETTERHEAD = /文件$/;
const DATE_LINE =
  /^[(]?(?:\d{4}|[〇零○Oo一二三四五六七八九十]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日[)]?$/;
const IMPRINT =
  /((?:\d{4}|[〇零○一二三四五六七八九十]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)印(?:发)?/;
const ENDING = new RegExp(`(?:${TITLE_ENDINGS.join('|')})(?:[(〔][^()〔〕]{1,20}[)〕])?$`);
const ISSUER = new RegExp(`(?:${ISSUER_ENDINGS.join('|')})$`);
const CARRIES = new RegExp(CARRIES_OUT.join('|'));
const isKindAlone = (line: string): boolean => line.length <= 16 && ENDING.test(line) && !endsSentence(line);
const NAVIGATION =
  /联系人|联系电话|首页|当前位置|您的位置|>|»|打印|关闭|字体|下载|扫一扫|分享|^文章正文|政府网站|门户网站/;
const HEAD_BLOCKS = 60;

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
  const issuer = findIssuer(copy, blocks, title, titled?.first ?? -1, date?.block ?? -1, meta);
  const recipients = findRecipients(copy, blocks, bodyFrom, headEnd);
  const docNumber = meta.get('docNumber') ?? findDocNumber(s, blocks, Math.min(headEnd, blocks.length), meta);
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
const inkOf = (s: string, ranges: readonly Range[]): string =>
  ranges.map((range) => s.slice(range.from, range.to)).join('');

// --- the meta block -------------------------------------------------------------------------------------------------

const FIELD_OF: ReadonlyMap<string, MetaField> = new Map(
  (Object.keys(META_LABELS) as MetaField[]).flatMap((field) =>
    META_LABELS[field].map((word) => [word, field] as const),
  ),
);
const META_LABEL = new RegExp([...FIELD_OF.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
const NOTHING = /^(?:无|暂无|\/|-+)?$/;

interface MetaHit {
  field: MetaField;
  block: number;
  value: Range;
}

function metaBlock(copy: Compact, blocks: readonly Block[]): Map<MetaField, Valued> {
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
  const text = s.slice(block.from, block.to);
  const marks: { field: MetaField; from: number; to: number }[] = [];
  META_LABEL.lastIndex = 0;
  for (let m = META_LABEL.exec(text); m !== null; m = META_LABEL.exec(text)) {
    const from = block.from + m.index;
    let to = from + m[0].length;
    const starts =
      from === block.from || gap[from] !== GAP.none || '[【:)]】'.includes(s[from - 1] as string) || marks.length > 0;
    const colon = s[to] === ':';
    const bracket = s[to] === ']' || s[to] === '】';
    const cell = gap[to] === GAP.cell;
    if (!starts || !(colon || bracket || cell)) continue;
    if (bracket && s[to + 1] === ':') to++;
    marks.push({ field: FIELD_OF.get(m[0]) as MetaField, from, to: colon || bracket ? to + 1 : to });
  }
  return marks.map((mark, i) => {
    let end = marks[i + 1]?.from ?? block.to;
    if (end > mark.to && '[【'.includes(s[end - 1] as string)) end--;
    // A cell ends its value.
    for (let k = mark.to + 1; k < end; k++) if (gap[k] === GAP.cell) end = k;
    return { field: mark.field, block: index, value: { from: Math.min(mark.to, end), to: end } };
  });
}

function dated(copy: Compact, value: Valued): Valued | null {
  const range = value.ranges[0] as Range;
  // A time of day behind a blank is no part of the date: 2022-04-22 15:53:47.
  let to = range.from + 1;
  while (to < range.to && !(copy.gap[to] !== GAP.none && /\d/.test(copy.s[to - 1] as string) && to - range.from >= 8))
    to++;
  const first = findDates(copy.s, range.from, to).find((date) => date.day !== null);
  const resolved = first ? resolveDate(first, null) : null;
  return first && resolved ? { ranges: [{ from: first.from, to: first.to }], date: resolved.dueOn } : null;
}

// --- title, number, issuer ------------------------------------------------------------------------------------------

/** A title in the text that is no more than a piece of the meta block's gives way to it: a portal cut it off. */
function chooseTitle(s: string, found: FoundTitle | null, meta: Valued | null): FoundTitle | null {
  if (found === null || meta === null) return found;
  const whole = inkOf(s, meta.ranges);
  const text = inkOf(s, found.ranges);
  if (text === whole || whole.length < 10 || /[….]{2,}$/.test(whole) || !ENDING.test(whole) || text.includes(whole))
    return found;
  return null;
}

interface FoundTitle {
  ranges: Range[];
  first: number;
  last: number;
}

function findTitle(copy: Compact, blocks: readonly Block[]): FoundTitle | null {
  const { s } = copy;
  const paragraphs = blocks.slice(0, HEAD_BLOCKS);
  const ink = (i: number): string => s.slice((blocks[i] as Block).from, (blocks[i] as Block).to);
  const plain = (i: number): boolean => {
    const block = blocks[i];
    if (block?.kind !== 'paragraph' || ordinalAt(s, block.from) !== null || labelAt(s, block.from) !== null)
      return false;
    // A line with cells is a line of the meta table.
    return !metaLine(ink(i)) && !copy.gap.subarray(block.from + 1, block.to).includes(GAP.cell);
  };
  const about = aboutTitle(s, blocks, plain, ink);
  if (about) return about;
  let fallback: FoundTitle | null = null;
  for (let i = 0; i < paragraphs.length; i++) {
    if (!plain(i)) {
      if (blocks[i]?.kind === 'paragraph' && ordinalAt(s, (blocks[i] as Block).from)?.value === 1 && fallback) break;
      continue;
    }
    const text = ink(i);
    // Behind prose a line that ends like a title is a heading of the text.
    if (text.length > 40 && endsSentence(text)) break;
    if (text.length > 160 || !ENDING.test(text) || endsSentence(text) || NAVIGATION.test(text)) continue;
    let first = i;
    while (
      first > 0 &&
      i - first < 4 &&
      plain(first - 1) &&
      goesUp(ink(first - 1), s.slice((blocks[first] as Block).from, (blocks[i] as Block).to))
    ) {
      first--;
    }
    const found = {
      first,
      last: i,
      ranges: blocks.slice(first, i + 1).map((block) => ({ from: block.from, to: block.to })),
    };
    const whole = inkOf(s, found.ranges);
    if (whole.includes('关于') && whole.length >= 8) return found;
    // （2024年） below a title belongs to it, and to 贯彻落实…报告 what is done about it: 整改措施清单.
    const below = blocks[i + 1];
    const goesOn = (line: string) =>
      /^[(][^()]{2,20}年度?[)]$/.test(line) || (plain(i + 1) && isKindAlone(line) && CARRIES.test(whole));
    if (below?.kind === 'paragraph' && goesOn(ink(i + 1))) {
      found.ranges.push({ from: below.from, to: below.to });
      found.last++;
    }
    if (fallback === null && whole.length >= 6) fallback = found;
  }
  return fallback;
}

/** A title with 关于 in it: from its issuer's line down to the line that ends with a 文种. */
function aboutTitle(
  s: string,
  blocks: readonly Block[],
  plain: (i: number) => boolean,
  ink: (i: number) => string,
): FoundTitle | null {
  const end = Math.min(blocks.length, HEAD_BLOCKS);
  for (let i = 0; i < end; i++) {
    if (
      !plain(i) ||
      !ink(i).includes('关于') ||
      ink(i).length > 160 ||
      endsSentence(ink(i)) ||
      NAVIGATION.test(ink(i)) ||
      /[。:]/.test(ink(i))
    )
      continue;
    let first = i;
    while (
      first > 0 &&
      i - first < 3 &&
      plain(first - 1) &&
      goesUp(ink(first - 1), s.slice((blocks[first] as Block).from, (blocks[i] as Block).to))
    )
      first--;
    for (let last = i; last < Math.min(end, i + 5) && plain(last) && !/[。:]/.test(ink(last)); last++) {
      const text = blocks
        .slice(first, last + 1)
        .map((block) => s.slice(block.from, block.to))
        .join('');
      if (text.length > 200) break;
      const goesOn = last + 1 < end && plain(last + 1) && /^(?:的|通知$|知$)/.test(ink(last + 1));
      if (!goesOn && ENDING.test(text) && count(text, '《') === count(text, '》')) {
        return {
          first,
          last,
          ranges: blocks.slice(first, last + 1).map((block) => ({ from: block.from, to: block.to })),
        };
      }
    }
  }
  return null;
}

const metaLine = (ink: string): boolean => {
  META_LABEL.lastIndex = 0;
  const m = META_LABEL.exec(ink);
  return m !== null && m.index === 0 && /^[:\]】]/.test(ink.slice(m[0].length));
};

/** Whether the line above belongs to the title: 关于… needs its issuer, 》 its 《, a short unfinished line its rest. */
function goesUp(above: string, title: string): boolean {
  if (
    above.length > 60 ||
    endsSentence(above) ||
    DATE_LINE.test(above) ||
    DOC_NUMBER.test(above) ||
    NAVIGATION.test(above)
  )
    return false;
  if (LETTERHEAD.test(above) || /[:;]$/.test(above) || isTitle(above)) return false;
  const open = count(title, '《') < count(title, '》') || count(title, '“') < count(title, '”');
  if (open) return true;
  if (/^(?:关于|印发|转发|批转|贯彻)/.test(title))
    return ISSUER.test(above) || /(?:组|党组|会议|学校|大学|学院|公司|集团)$/.test(above) || above.includes('关于');
  if (above.includes('关于')) return true;
  return !title.includes('关于') && above.length >= 4 && !ISSUER.test(above) && !/^附/.test(above);
}

const count = (text: string, ch: string): number => text.split(ch).length - 1;

function validityMark(s: string, range: Range): { range: Range; after: number } | null {
  const m = /^[【[(]([\u4e00-\u9fa5]{2,4})[】\])]/.exec(s.slice(range.from, range.from + 8));
  if (!m || !VALIDITY_MARKS.includes(m[1] as string)) return null;
  return {
    range: { from: range.from + 1, to: range.from + 1 + (m[1] as string).length },
    after: range.from + m[0].length,
  };
}

/** 现形成《…典型案例汇编》: a compilation without a title page names itself in its preface. */
function mentionedTitle(s: string): Valued | null {
  const head = s.slice(0, 3000);
  const m = /(?:形成|编印|编制|汇编成|编成|整理成|印发|推出)了?《([^《》]{4,60}(?:汇编|案例|案例集|做法|经验))》/.exec(
    head,
  );
  if (!m) return null;
  const from = m.index + m[0].indexOf('《') + 1;
  return { ranges: [{ from, to: from + (m[1] as string).length }] };
}

function findDocNumber(
  s: string,
  blocks: readonly Block[],
  headEnd: number,
  _meta: Map<MetaField, Valued>,
): Valued | null {
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

function findIssuer(
  copy: Compact,
  blocks: readonly Block[],
  title: Valued | null,
  titleBlock: number,
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
  return meta.get('issuer') ?? null;
}

function signatureAbove(s: string, blocks: readonly Block[], dateBlock: number): Range | null {
  const block = blocks[dateBlock - 1];
  if (block?.kind !== 'paragraph' || block.to - block.from > 60) return null;
  const text = s.slice(block.from, block.to);
  return ISSUER.test(text) && !/[,。:;]/.test(text) ? { from: block.from, to: block.to } : null;
}

function issuedOn(
  copy: Compact,
  blocks: readonly Block[],
  titleBlock: number,
  meta: Map<MetaField, Valued>,
): { value: Valued; block: number } | null {
  const { s } = copy;
  for (let i = Math.max(0, titleBlock + 1); i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'paragraph' || block.to - block.from > 60) continue;
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

function documentYear(s: string, issued: Valued | null, title: Valued | null, docNumber: Valued | null): number | null {
  if (issued?.date) return Number(issued.date.slice(0, 4));
  for (const value of [docNumber, title]) {
    const m = value ? /(?:19|20)\d{2}/.exec(inkOf(s, value.ranges)) : null;
    if (m) return Number(m[0]);
  }
  const m = /(20\d{2})年/.exec(s.slice(0, 4000));
  return m ? Number(m[1]) : null;
}

// --- recipients and copies ------------------------------------------------------------------------------------------

function findRecipients(copy: Compact, blocks: readonly Block[], from: number, to: number): Range[] {
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
    return readUnits(copy, begin, block.to - 1).entries.map((entry) => ({ from: entry.from, to: entry.to }));
  }
  return [];
}

function findCopies(copy: Compact, blocks: readonly Block[]): Range[] {
  const { s } = copy;
  const found: Range[] = [];
  for (let i = Math.max(0, blocks.length - 30); i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'paragraph') continue;
    const text = s.slice(block.from, block.to);
    const label = CC_LABELS.find((word) => text.startsWith(`${word}:`));
    if (!label) continue;
    const first = cutImprint(s, block.from + label.length + 1, block.to);
    found.push(...listed(copy, first));
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
      found.push(...listed(copy, next));
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

function listed(copy: Compact, range: Range): Range[] {
  return readUnits(copy, range.from, range.to).entries.map((entry) => ({ from: entry.from, to: entry.to }));
}
