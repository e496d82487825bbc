/** Seeded mutations of pieces of the corpus: what a scanner, a copy and paste or a broken page can make of a document. */
import type { DocumentRecord } from '../../src/model/model.js';
import { ownDocuments, type Source } from './corpora.js';
import { flaws, grounding } from './evidence.js';
import { pick, seeded } from './seeded.js';

/** Characters of a piece. */
const LONGEST = 1500;
/** One piece in so many is cut from a page. */
const HTML_SHARE = 10;
const MOST_CHANGES = 4;

const INSERTED = [
  ...['\n', '\n\n', '\t', ' ', '\u3000', '、', '；', '。', '：', '（', '）', '|', '①', '《', '”', '…', '—', '/', '%'],
  ...[
    '1.',
    '12、',
    '（一）',
    '一、',
    '第三章',
    '等',
    '及',
    '牵头',
    '负责',
    '配合',
    '责任单位：',
    '牵头单位：',
    '完成时限：',
  ],
  ...[
    '2023年9月底前',
    '9月31日',
    '持续推进',
    '按职责分工负责',
    '不低于90%',
    '各区县',
    '市发改委',
    '\n— 3 —\n',
    '序号\t任务\t责任单位\n',
  ],
  ...[
    '\uFFFD',
    '\u200b',
    '\u00ad',
    '𠮷',
    '\u0000',
    '\uD800',
    '\r',
    '<b>',
    '</table>',
    '<td rowspan=9>',
    '&#12345;',
    '&lt;',
    '<!--',
  ],
];
/** What OCR takes one for another. */
const CONFUSED = [
  '入人',
  '未末',
  '日曰',
  '士土',
  '已己',
  '0O',
  '1l',
  '一-',
  '、,',
  '（(',
  '：:',
  '。.',
  '牵荤',
  '位仅',
  '责贵',
];

const places = (source: Source) => source.text.length;
const total = (sources: readonly Source[]) => sources.reduce((sum, source) => sum + places(source), 0);
const TEXTS = ownDocuments.filter(({ html }) => !html);
const PAGES = ownDocuments.filter(({ html }) => html);

/** A document by its length, so that every place of the corpus is as likely. */
function anyOf(random: () => number, sources: readonly Source[]): string {
  let at = random() * total(sources);
  const source = sources.find((one) => {
    at -= places(one);
    return at < 0;
  });
  return (source ?? (sources[0] as Source)).text;
}

function confuse(text: string, at: number): string {
  const pair = CONFUSED.find((one) => one.includes(text[at] as string));
  if (pair === undefined) return text.slice(0, at) + text.slice(at + 1);
  return text.slice(0, at) + (pair[0] === text[at] ? pair[1] : pair[0]) + text.slice(at + 1);
}

function change(random: () => number, text: string): string {
  const at = Math.floor(random() * text.length);
  const length = 1 + Math.floor(random() ** 2 * 60);
  const [before, piece, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  switch (Math.floor(random() * 8)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return before + after.slice(0, length) + piece + after.slice(length);
    case 3:
      return confuse(text, Math.min(at, text.length - 1));
    case 4:
      return before + piece.replaceAll('\n', '') + after;
    case 5:
      return before + [...piece].join(pick(random, [' ', '\n', '\u3000'])) + after;
    case 6:
      return before + pick(random, INSERTED).repeat(1 + Math.floor(random() ** 4 * 30)) + piece + after;
    default:
      return before + pick(random, INSERTED) + piece + after;
  }
}

/** The input of a seed. */
export function mutation(seed: number): Uint8Array {
  const random = seeded(`mutation ${seed}`);
  const text = anyOf(random, seed % HTML_SHARE === 0 ? PAGES : TEXTS);
  const length = 1 + Math.floor(random() ** 2 * LONGEST);
  const start = Math.floor(random() * Math.max(1, text.length - length));
  let piece = text.slice(start, start + length);
  for (let changes = Math.floor(random() * MOST_CHANGES) + 1; changes > 0; changes--) piece = change(random, piece);
  const bytes = new TextEncoder().encode(piece);
  // Now and then the bytes are damaged too.
  if (random() < 0.02 && bytes.length > 0) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}

export type ParseHere = (bytes: Uint8Array) => DocumentRecord;

/**
 * What is wrong with the reading of these bytes; null for nothing.
 * @param isAgain read it a second time, which must give the same
 */
export function fault(bytes: Uint8Array, parse: ParseHere, isAgain = true): string | null {
  const read = (): DocumentRecord | string => {
    try {
      return parse(bytes);
    } catch (error) {
      if (error instanceof Error && error.name === 'UnreadableDocument') return error.message;
      throw error;
    }
  };
  try {
    const record = read();
    if (isAgain && JSON.stringify(record) !== JSON.stringify(read())) return 'a second run differs';
    if (typeof record === 'string') return null;
    const [flaw] = flaws(record);
    if (flaw !== undefined) return flaw;
    const [without] = grounding(record).without;
    return without === undefined ? null : `without evidence: ${without}`;
  } catch (error) {
    return `throws ${error instanceof Error ? error.stack : String(error)}`;
  }
}
