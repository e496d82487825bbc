/**
 * Whether a text is wrapped at a fixed width, and where. A paragraph copied from print breaks at the same column again and
 * again; a text whose lines are paragraphs has lines of every length.
 */
import type { Line } from './lines.js';

/** Widths of lines as printed. */
export interface Widths {
  /** In characters. */
  columns: number[];
  /** In half-columns: a full-width character takes two. */
  halves: number[];
}

/** The wrapping of a text: how wide its lines are, and from which width on a line is full. */
export interface Wrapping {
  /** The text has a fixed width; else lines are paragraphs. */
  fixed: boolean;
  /** Of each line. */
  widths: readonly number[];
  /** A line this wide was broken because it was full. */
  full: number;
  /** Nearly that wide: it ends before a long word. */
  nearlyFull: number;
  /** Short of it by an indent at most: a first line whose indent is lost. */
  lessIndent: number;
  /** Lines were broken by a printer, at words and punctuation, not by a machine at a fixed count. */
  ragged: boolean;
  /** Paragraphs begin with an indented line, and only they do. */
  indented: boolean;
}

const LONGEST_WRAP = 64;
const SHORTEST_WRAP = 14;
/** Share of lines that must end within a few columns of the same width. */
const SHARE = 0.22;
/** Share of longer lines (a formula, a row) that still leaves it a width. */
const LONGER = 0.03;
/** An indent this wide centres a line rather than opening a paragraph. */
const WIDEST_INDENT = 6;
/** A blank that the break fell on still fills the line. */
const WIDEST_TRAIL = 1;

/** Before the radicals, with which East Asian writing begins. */
const LAST_NARROW = 0x2e7f;

/** Widths of lines: a paragraph's indent counts, the white space that centres a title does not. */
export function widthsOf(lines: readonly Line[], text: string): Widths {
  const widths: Widths = { columns: [], halves: [] };
  for (const { start, end, indent: blanks, trail } of lines) {
    // One blank is no indent: it is what a page break left behind.
    const indent = blanks > 1 && blanks <= WIDEST_INDENT ? blanks : 0;
    let wide = 0;
    // The sign of the difference: a branch would be foretold wrongly at every figure.
    for (let i = start; i < end; i++) wide += (LAST_NARROW - text.charCodeAt(i)) >>> 31;
    widths.columns.push(end - start + indent + Math.min(trail, WIDEST_TRAIL));
    widths.halves.push(end - start + wide + indent * 2);
  }
  return widths;
}

interface Cluster {
  width: number;
  /** The commonest width of full lines. */
  mode: number;
  share: number;
  slack: number;
}

/** The `rank`-th of the widths from the narrowest, which is 1; `most` where it is wider. */
function widthAt(widths: readonly number[], rank: number, most: number): number {
  const counts = new Int32Array(most + 1);
  for (const width of widths) (counts[Math.min(width, most)] as number)++;
  let width = 0;
  for (let below = counts[0] as number; below < rank; below += counts[width] as number) width++;
  return width;
}

function cluster(widths: readonly number[], slack: number, least: number, most: number): Cluster | null {
  if (widths.length < 8) return null;
  // The widest lines but for a few outliers mark the right edge.
  const edge = widthAt(widths, Math.ceil(widths.length * (1 - LONGER)), most + 1);
  if (edge < least || edge > most) return null;
  // How many lines have each width near the edge; no other counts.
  const lowest = edge - 2 * slack;
  const counts = new Int32Array(2 * slack + 2);
  for (const w of widths) if (w >= lowest && w <= edge + 1) (counts[w - lowest] as number)++;
  const count = (w: number): number => counts[w - lowest] as number;
  for (let width = edge; width > edge - slack - 1; width--) {
    let near = 0;
    for (let w = width - slack; w <= width; w++) near += count(w);
    const share = near / widths.length;
    if (share < SHARE || count(width) === 0) continue;
    // Where nearly all full lines have one width, only that width is full.
    const exact = count(width) + count(width + 1);
    let mode = width;
    for (let w = width - slack; w <= width; w++) if (count(w) > count(mode)) mode = w;
    return { width, mode, share, slack: exact >= 0.9 * near ? 0 : slack };
  }
  return null;
}

/** Input: lines, their widths, and which of them are text (no rows). Output: what the wrapping says of each line. */
export function findWrapping(lines: readonly Line[], widths: Widths, isText: readonly boolean[]): Wrapping {
  const ofText = (all: readonly number[]): readonly number[] =>
    isText.includes(false) ? all.filter((_, i) => isText[i]) : all;
  const columns = ofText(widths.columns);
  const byColumns = cluster(columns, 3, SHORTEST_WRAP, LONGEST_WRAP);
  const byHalves = cluster(ofText(widths.halves), 4, SHORTEST_WRAP * 2, LONGEST_WRAP * 2);
  const inColumns = byColumns !== null && (byHalves === null || byColumns.share >= byHalves.share - 0.1);
  const best = inColumns ? byColumns : byHalves;
  if (best === null) {
    const none = Number.POSITIVE_INFINITY;
    const { columns } = widths;
    return {
      fixed: false,
      widths: columns,
      full: none,
      nearlyFull: none,
      lessIndent: none,
      ragged: false,
      indented: false,
    };
  }
  let indents = 0;
  let flush = 0;
  for (let i = 0; i < lines.length; i++) {
    const { indent } = lines[i] as Line;
    if (!isText[i]) continue;
    if (indent === 0) flush++;
    else if (indent <= WIDEST_INDENT) indents++;
  }
  return {
    fixed: true,
    widths: inColumns ? widths.columns : widths.halves,
    full: best.width - best.slack,
    nearlyFull: best.width * 0.8,
    // Two full-width characters of indent, and one more that the right edge may leave open
    lessIndent: best.mode - 3 * (inColumns ? 1 : 2),
    ragged: best.slack > 0,
    indented: indents * 12 > columns.length && flush * 4 > columns.length,
  };
}

/** Whether a line was broken because it was full. */
export const isFull = ({ widths, full }: Wrapping, line: number): boolean => (widths[line] as number) >= full;
