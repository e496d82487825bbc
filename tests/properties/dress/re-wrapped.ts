/**
 * Cut into short lines, with page numbers between. Unfair and therefore left out:
 * - pages (HTML): their lines are paragraphs;
 * - rows of tables (tabs, pipes) stay whole: a cell cut in two is another document;
 * - a table of one cell per line: the end of a line is all that tells one cell from the next;
 * - a document that is cut into short lines itself, at less than its own width: the ends of its paragraphs are lost among
 *   the rests of its lines;
 * - a second series of page numbers in a document that has its own: which of the two is the text's?
 * A paragraph whose last line is full keeps a blank line after it: nothing else says that it ends there.
 */
import type { Source } from '../corpora.js';
import { pick, seeded } from '../seeded.js';
import { type Dress, utf8 } from './dress.js';

export const PAGE_NUMBERS: readonly ((page: number) => string)[] = [
  (page) => `— ${page} —`,
  (page) => `- ${page} -`,
  (page) => `${page}`,
  (page) => `第${page}页`,
];

export type Blanks = 'kept' | 'none' | 'every';

export const isRow = (line: string): boolean => /\t|^\s*\||\S {2,}\S.* {2,}\S/.test(line);

/** A line of a table of contents is as wide as the page: its dots fill it. */
const hasLeaderDots = (line: string): boolean => /…{4}|\.{8}|·{8}/.test(line);

function cut(characters: readonly string[], width: number): string[] {
  if (characters.length <= width) return [characters.join('')];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; ) {
    // A few digits alone on the last line are a page number to every reader: more of them go there.
    let taken = width;
    while (/^\d{1,4}$/.test(characters.slice(at + taken).join(''))) taken--;
    pieces.push(characters.slice(at, at + taken).join(''));
    at += taken;
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

/** The lines cut at `width` characters, blank lines kept, dropped, or one after every line. */
export function wrapped(text: string, width: number, blanks: Blanks): string[] {
  const lines: string[] = [];
  for (const written of text.split('\n')) {
    // The white space that moves a signature to the right is layout, not text: nobody cuts it into lines.
    const line = written.replace(/^ {5,}/, '');
    if (line.trim() === '') {
      if (blanks === 'kept') lines.push('');
      continue;
    }
    const characters = [...line];
    const pieces = isRow(line) || hasLeaderDots(line) ? [line] : cut(characters, width);
    for (const piece of pieces) {
      lines.push(piece);
      if (blanks === 'every') lines.push('');
    }
    if (blanks !== 'kept' && !isRow(line) && characters.length % width === 0) lines.push('');
  }
  return lines;
}

/** The head row of a table and the rule below it stay with its rows: no page ends there. */
const isTableHead = (line: string): boolean => isRow(line) && /^[\s|]*(?:序\s*号|:?-{3})/.test(line);

/** Page ends after every `least` to `most` lines with words: what stands there is up to `between`. */
export function paged(
  lines: readonly string[],
  least: number,
  most: number,
  random: () => number,
  between: (page: number) => readonly string[],
): string {
  const out: string[] = [];
  let page = 1;
  const length = () => least + Math.floor(random() * (most - least + 1));
  // The first page holds the whole title: nobody prints two lines of one.
  let left = Math.max(length(), 14);
  for (const [index, line] of lines.entries()) {
    out.push(line);
    if (line.trim() === '' || --left > 0 || index === lines.length - 1 || isTableHead(line)) continue;
    out.push(...between(page++));
    left = length();
  }
  return `${out.join('\n')}\n`;
}

const oneCellPerLine = (text: string): boolean => /^序号\n/m.test(text);
export const hasPageNumbers = (text: string): boolean => /^\s*[-—–－]+\s*\d+\s*[-—–－]+\s*$/m.test(text);

/** The width that the lines of the document are cut at already; endless where they are not. */
function ownWidth(text: string): number {
  const lengths = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !isRow(line))
    .map((line) => line.length)
    .sort((one, other) => one - other);
  const full = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const many = lengths.filter((length) => length >= full - 5).length > lengths.length / 3;
  return many && full <= 45 ? full : Number.POSITIVE_INFINITY;
}

export function canBeWrapped({ html, text }: Source, width: number): boolean {
  const own = ownWidth(text);
  return !html && !oneCellPerLine(text) && (width >= own || own === Number.POSITIVE_INFINITY);
}

function reWrapped(width: number, blanks: Blanks): Dress {
  return {
    name: `re-wrapped at ${width}, blank lines ${blanks}`,
    fits: (source) => canBeWrapped(source, width),
    wear({ name, text }) {
      const random = seeded(`${name} ${width} ${blanks}`);
      const numbered = pick(random, PAGE_NUMBERS);
      const around = blanks === 'none' && random() < 0.5 ? [] : [''];
      const lines = wrapped(text, width, blanks);
      if (hasPageNumbers(text)) return utf8(`${lines.join('\n')}\n`);
      return utf8(paged(lines, 25, 35, random, (page) => [...around, numbered(page), ...around]));
    },
  };
}

export const reWrappings: Dress[] = [20, 24, 28, 33, 40].flatMap((width) =>
  (['kept', 'none', 'every'] as const).map((blanks) => reWrapped(width, blanks)),
);
