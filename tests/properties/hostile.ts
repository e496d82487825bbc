/** Input that nobody wrote for a reader: each of a size that can be doubled. */
import { ownDocuments } from './corpora.js';
import { seeded } from './seeded.js';

export interface Hostile {
  name: string;
  /** The size it is tested at. */
  size: number;
  make(size: number): Uint8Array;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const hostile = (name: string, size: number, text: (size: number) => string): Hostile => ({
  name,
  size,
  make: (count) => encode(text(count)),
});

const nested = (size: number): string =>
  `<html><body>${'<div>'.repeat(size)}正文${'</div>'.repeat(size)}</body></html>`;
const rows = (size: number, row: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => row(at)).join('\n');
const longest = (texts: readonly string[]): string =>
  texts.reduce((one, other) => (other.length > one.length ? other : one), '');

const proseOf = (): string => longest(ownDocuments.filter(({ html }) => !html).map(({ text }) => text));

export const hostileInputs: readonly Hostile[] = [
  hostile('HTML nested deep', 100_000, nested),
  hostile('HTML nested deep, never closed', 100_000, (size) => `<html><body>${'<div>'.repeat(size)}正文`),
  hostile('HTML tables nested deep', 900, (size) => `<html><body>${'<table><tr><td>'.repeat(size)}市发改委`),
  hostile(
    'HTML paragraphs',
    50_000,
    (size) => `<html><body><div>${'<p>1.做好工作。（市发改委负责）</p>'.repeat(size)}</div></body></html>`,
  ),
  hostile(
    'HTML cells of rowspan 1000',
    2_000,
    (size) =>
      `<html><body><table>${'<tr><td rowspan="1000" colspan="1000">市发改委</td></tr>'.repeat(size)}</table></body></html>`,
  ),
  hostile(
    'HTML table of many rows',
    50_000,
    (size) =>
      `<html><body><table><tr><th>序号</th><th>任务</th><th>牵头单位</th></tr>${Array.from({ length: size }, (_, at) => `<tr><td>${at + 1}</td><td>做好第${at + 1}项工作</td><td>市发改委</td></tr>`).join('')}</table></body></html>`,
  ),
  hostile('opening brackets', 1_000_000, (size) => '('.repeat(size)),
  hostile('full-width brackets after an item', 1_000_000, (size) => `1.做好工作。${'（'.repeat(size)}`),
  hostile('bracket pairs on one line', 300_000, (size) => `1.做好工作。${'（市发改委负责）'.repeat(size / 3)}`),
  hostile('markers', 100_000, (size) => '责任单位：'.repeat(size)),
  hostile('markers on lines', 100_000, (size) => '责任单位：\n'.repeat(size)),
  hostile('labels in brackets never closed', 100_000, (size) => '【责任单位\n'.repeat(size)),
  hostile('markers of two roles', 100_000, (size) => '牵头单位：市发改委；责任单位：'.repeat(size / 2)),
  hostile('one endless line', 2_000_000, (size) => '推进工作落实'.repeat(size / 6)),
  hostile('one endless line after an item', 2_000_000, (size) => `1.${'推进工作落实'.repeat(size / 6)}`),
  hostile(
    'one endless list of bodies',
    200_000,
    (size) => `1.做好工作。（${'市发改委、'.repeat(size / 5)}市财政局负责）`,
  ),
  hostile(
    'one endless table cell',
    1_000_000,
    (size) => `序号\t任务\t责任单位\n1\t${'推进工作落实'.repeat(size / 6)}\t市发改委`,
  ),
  hostile(
    'table of many rows',
    50_000,
    (size) =>
      `序号\t任务\t责任单位\t完成时限\n${rows(size, (at) => `${at + 1}\t做好第${at + 1}项工作\t市发改委、市财政局\t2023年9月底前`)}`,
  ),
  hostile(
    'table of many columns',
    20_000,
    (size) => `序号\t任务\t责任单位${'\t备注'.repeat(size)}\n1\t做好工作\t市发改委${'\t无'.repeat(size)}`,
  ),
  hostile('table whose head repeats', 50_000, (size) =>
    '序号\t任务\t责任单位\n1\t做好工作\t市发改委\n'.repeat(size / 2),
  ),
  hostile('blank lines', 200_000, (size) => `甲${'\n'.repeat(size)}乙`),
  hostile('tabs', 1_000_000, (size) => `甲${'\t'.repeat(size)}乙`),
  hostile('spaces', 1_000_000, (size) => `甲${' '.repeat(size)}乙`),
  hostile('nested quotes', 30_000, (size) => `${'“《‘'.repeat(size / 3)}甲${'’》”'.repeat(size / 3)}`),
  hostile('numbered items', 50_000, (size) =>
    rows(size, (at) => `${at + 1}.做好第${at + 1}项工作。（市发改委牵头，市财政局配合）`),
  ),
  hostile('items that all say 1', 50_000, (size) => '1.做好工作。\n'.repeat(size)),
  hostile('headings that deepen', 50_000, (size) =>
    '一、总体\n（一）部分\n1.工作\n（1）事项\n①细目\n'.repeat(size / 5),
  ),
  hostile('ordinals on one line', 100_000, (size) => '1.'.repeat(size)),
  hostile('digits', 1_000_000, (size) => '1'.repeat(size)),
  hostile('years', 200_000, (size) => `1.${'2023年'.repeat(size / 5)}（市发改委负责）`),
  hostile('dates', 200_000, (size) => `1.做好工作。\n完成时限：${'2023年9月底前，'.repeat(size / 10)}`),
  // Of one width, so that a tenth of the lines is read as the whole is.
  hostile('bare numbers on lines', 400_000, (size) => rows(size, (at) => String(100_000 + at))),
  hostile('page numbers', 100_000, (size) => rows(size, (at) => `— ${(at % 999) + 1} —`)),
  hostile('Chinese numerals', 500_000, (size) => `${'一'.repeat(size)}、`),
  hostile('short lines', 200_000, (size) => '推进工作\n'.repeat(size)),
  hostile('separators', 500_000, (size) => `责任单位：${'、'.repeat(size)}`),
  hostile('等', 500_000, (size) => `责任单位：${'等'.repeat(size)}`),
  hostile('letter-spaced', 500_000, (size) => `责 任 单 位 ：${'市 '.repeat(size / 2)}`),
  hostile('dots', 500_000, (size) => `案例一 做法${'…'.repeat(size)}1`),
  hostile('dollars', 200_000, (size) => '$ \\geq '.repeat(size / 7)),
  hostile('pipes', 300_000, (size) => '|'.repeat(size)),
  hostile('less-than signs', 300_000, (size) => `<html><body>${'<'.repeat(size)}</body></html>`),
  hostile('entities', 200_000, (size) => `<html><body><p>${'&nbsp;'.repeat(size / 6)}</p></body></html>`),
  hostile('combining marks', 500_000, (size) => `e${'\u0301'.repeat(size)}`),
  hostile('zero-width characters', 500_000, (size) => `甲${'\u200b'.repeat(size)}乙`),
  hostile('a document many times', 100, (size) => proseOf().repeat(size)),
];

/** Bytes that are no document. */
export function randomBytes(size: number, seed: string): Uint8Array {
  const random = seeded(seed);
  return Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
}
