/**
 * Whether a text is wrapped at a fixed width, and where. A paragraph copied from print breaks at the same column again and
 * again; a text whose lines are paragraphs has lines of every length.
 */
import type { Line } from './lines.js';

export interface Wrapping {
  /** A line at least this long was broken because it was full; null where lines are paragraphs. */
  full: ((line: Line) => boolean) | null;
  /** Nearly that long: a first line whose indent is lost, or one that ends before a long word. */
  nearlyFull: ((line: Line) => boolean) | null;
  /** Short of it by an indent at most. */
  lessIndent: ((line: Line) => boolean) | null;
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

/** Columns of a line as printed: a paragraph's indent counts, the white space that centres a title does not. */
function columns(line: Line): number {
  // One blank is no indent: it is what a page break left behind.
  const indent = line.indent > 1 && line.indent <= WIDEST_INDENT ? line.indent : 0;
  return line.end - line.start + indent + Math.min(line.trail, WIDEST_TRAIL);
}

/** Half-columns: a full-width character takes two. */
function halfColumns(line: Line, text: string): number {
  let width = line.indent <= WIDEST_INDENT ? line.indent * 2 : 0;
  for (let i = line.start; i < line.end; i++) width += text.charCodeAt(i) < 0x2e80 ? 1 : 2;
  return width;
}

interface Cluster {
  width: number;
  /** The commonest width of full lines. */
  mode: number;
  share: number;
  slack: number;
}

function cluster(widths: readonly number[], slack: number, least: number, most: number): Cluster | null {
  if (widths.length < 8) return null;
  const count = new Map<number, number>();
  for (const w of widths) count.set(w, (count.get(w) ?? 0) + 1);
  const sorted = [...widths].sort((a, b) => a - b);
  // The widest lines but for a few outliers mark the right edge.
  const edge = sorted[Math.ceil(sorted.length * (1 - LONGER)) - 1] as number;
  if (edge < least || edge > most) return null;
  for (let width = edge; width > edge - slack - 1; width--) {
    let near = 0;
    for (let w = width - slack; w <= width; w++) near += count.get(w) ?? 0;
    const share = near / widths.length;
    if (share >= SHARE && (count.get(width) ?? 0) > 0) {
      // Where nearly all full lines have one width, only that width is full.
      let exact = 0;
      for (let w = width; w <= width + 1; w++) exact += count.get(w) ?? 0;
      let mode = width;
      for (let w = width - slack; w <= width; w++) if ((count.get(w) ?? 0) > (count.get(mode) ?? 0)) mode = w;
      return { width, mode, share, slack: exact >= 0.9 * near ? 0 : slack };
    }
  }
  return null;
}

/** Input: the lines that are text (no rows, no page furniture) and the original they stand in. */
export function findWrapping(lines: readonly Line[], text: string): Wrapping {
  const byChars = cluster(lines.map(columns), 3, SHORTEST_WRAP, LONGEST_WRAP);
  const byColumns = cluster(
    lines.map((line) => halfColumns(line, text)),
    4,
    SHORTEST_WRAP * 2,
    LONGEST_WRAP * 2,
  );
  const indents = lines.filter((line) => line.indent > 0 && line.indent <= WIDEST_INDENT).length;
  const flush = lines.filter((line) => line.indent === 0).length;
  const best = byChars && (!byColumns || byChars.share >= byColumns.share - 0.1) ? byChars : null;
  const atLeast = (share: number, slackToo: boolean): ((line: Line) => boolean) | null => {
    if (best) return (line) => columns(line) >= (best.width - (slackToo ? best.slack : 0)) * share;
    if (byColumns) return (line) => halfColumns(line, text) >= (byColumns.width - (slackToo ? byColumns.slack : 0)) * share;
    return null;
  };
  const full = atLeast(1, true);
  // Two full-width characters of indent, and one more that the right edge may leave open
  const lessIndent = best
    ? (line: Line) => columns(line) >= best.mode - 3
    : byColumns
      ? (line: Line) => halfColumns(line, text) >= byColumns.mode - 6
      : null;
  return { full, nearlyFull: atLeast(0.8, false), lessIndent, ragged: ((best ?? byColumns)?.slack ?? 0) > 0, indented: full !== null && indents * 12 > lines.length && flush * 4 > lines.length };
}
