/** Text → blocks: paragraphs joined over line and page breaks, and rows of tables, as ranges of the reading copy. */

import { BULLETS } from '../lexicon/roles.js';
import { grown } from '../model/grown.js';
import type { Note, SourceText } from '../model/model.js';
import { scratch, stringOf } from '../model/scratch.js';
import { blankColumns } from './blankColumns.js';
import type { Block, Cell } from './block.js';
import { type Compact, GAP, indexAt, type Range, spanOf } from './compact.js';
import { fold } from './fold.js';
import { findFurniture } from './furniture.js';
import {
  addLine,
  continues,
  insideBracket,
  type LineFacts,
  type Open,
  openParagraph,
  ordinalOpens,
  type Stretch,
} from './join.js';
import { labelAt, labelKind, spacedLabelAt } from './label.js';
import { type Line, splitLines } from './lines.js';
import { listedCells } from './listedCells.js';
import { markAt, marks } from './marks.js';
import { ordinalAt } from './ordinal.js';
import { undoSecondWrap } from './rewrap.js';
import { isTableLine, tableRows } from './tableLines.js';
import { findWrapping, isFull, type Wrapping, widthsOf } from './wrap.js';

export interface Blocks {
  copy: Compact;
  blocks: Block[];
  notes: Note[];
}

/** Input: the text of a document. Output: its blocks in order, the reading copy that they are ranges of, notes. */
export function toBlocks(source: SourceText): Blocks {
  const { text } = source;
  const folded = fold(text);
  const lines = splitLines(folded, text);
  const rowStarts = new Set(source.rows.map((row) => row.start));
  const hasRows = source.rows.length > 0;
  const listed = hasRows ? null : listedCells(folded, lines);
  const furniture = findFurniture(folded, text, lines, (i) => listed?.isCell(i) === true || hasRows);
  const shown: Line[] = [];
  const shownIndex: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (furniture.skip[i]) continue;
    shown.push(lines[i] as Line);
    shownIndex.push(i);
  }
  const placeOfLine = new Map(listed ? shownIndex.map((index, i) => [index, i]) : []);
  const { copy, places: placed } = compactOf(folded, text, shown);
  const notes: Note[] = [...source.notes, ...furniture.notes];

  const tabular = shown.map((line, i) => !hasRows && isTableLine(folded, shown, i, line));
  const untabbed = shown.map(
    (line, i) => !tabular[i] && !(hasRows && (rowStarts.has(line.head) || rowStarts.has(line.start))),
  );
  const columns = blankColumns(folded, copy, shown, placed, untabbed);
  for (const i of columns.unread) notes.push(unreadColumns(copy, placed[i] as Range));
  const isText = columns.rows.size === 0 ? untabbed : untabbed.map((text, i) => text && !columns.rows.has(i));
  const widths = widthsOf(shown, text);
  const first = { lines: shown, places: placed, widths, isText, wrapping: findWrapping(shown, widths, isText) };
  // Tables that list their cells line by line keep their lines.
  const { lines: kept, places, wrapping } = listed || columns.rows.size > 0 ? first : undoSecondWrap(first);
  const isRow = kept === shown ? tabular : kept.map((line) => line.tabs > 0 && tabular[shown.indexOf(line)] === true);
  const keptIndex = kept === shown ? shownIndex : [];

  const rows = tableRows(folded, copy, kept, places, isRow);
  for (const [i, row] of columns.rows) rows.set(i, row);

  // Blank lines part paragraphs where some lines have one before them and most have none.
  const apart = kept.filter((line, i) => isText[i] && line.blanks > 0).length;
  const blanksPart = wrapping.fixed && apart * 50 > kept.length && apart * 2 < kept.length;
  const lastOrdinal = places.findLastIndex((place) => ordinalAt(copy.s, place.from) !== null);

  const blocks: Block[] = [];
  /** Last ordinal of each style. */
  const last = new Map<string, number>();
  let open: Open | null = null;
  let breaks: number[] = [];
  let table = -1;
  let afterRow = false;
  const close = (): void => {
    if (open) {
      blocks.push({ kind: 'paragraph', from: open.first.from, to: open.last.to, lines: open.lines, breaks });
    }
    open = null;
    breaks = [];
  };

  const stretch = (line: number): Stretch => stretchFrom(copy.s, places, line, wrapping, lastOrdinal);
  let htmlRow = 0;
  for (let i = 0; i < kept.length; i++) {
    const line = kept[i] as Line;
    const { from, to } = places[i] as Range;
    // Rows of an HTML table: the reader knows their cells.
    while (htmlRow < source.rows.length && (source.rows[htmlRow]?.end as number) < line.start) htmlRow++;
    const row = source.rows[htmlRow];
    if (row && row.start <= line.start && line.end <= Math.max(row.end, row.start + 1)) {
      close();
      const cells = row.cells.map((cell) => ({
        from: indexAt(copy, cell.start),
        to: indexAt(copy, cell.end),
        carried: cell.carried,
      }));
      blocks.push({ kind: 'row', table: row.table, header: row.header, from, to, cells });
      continue;
    }
    const group = listed?.rowStarting(keptIndex[i] as number) ?? null;
    if (group) {
      close();
      // A page number among the lines of a cell is no part of it.
      const cells = group.cells.flatMap(([a, b]) => {
        const shownLines = Array.from({ length: b - a + 1 }, (_, k) => placeOfLine.get(a + k)).filter(isShown);
        const [first, last] = [shownLines[0], shownLines.at(-1)];
        if (first === undefined || last === undefined) return [];
        return [{ from: (places[first] as Range).from, to: (places[last] as Range).to, carried: false }];
      });
      const end = (cells.at(-1) as Cell).to;
      blocks.push({
        kind: 'row',
        table: 10_000 + group.table,
        header: group.header,
        from,
        to: end,
        cells: group.place(cells),
      });
      if (group.guessed) notes.push(guessedRow(copy, from, end));
      while (i + 1 < kept.length && (places[i + 1] as Range).to <= end) i++;
      continue;
    }
    const cut = rows.size === 0 ? undefined : rows.get(i);
    if (cut) {
      close();
      if (!afterRow) table++;
      afterRow = true;
      const end = (places[cut.last] as Range).to;
      blocks.push({ kind: 'row', table, header: false, from, to: end, cells: cut.cells });
      if (cut.last > i) notes.push(cutRow(copy, from, end));
      i = cut.last;
      continue;
    }

    const ordinal = ordinalAt(copy.s, from);
    const label = labelAt(copy.s, from) ?? spacedLabelAt(copy.s, copy.gap, from);
    const furnitureBefore = shownIndex[i] !== undefined && furniture.skip[(shownIndex[i] as number) - 1] === true;
    const facts: LineFacts = {
      index: i,
      from,
      to,
      ordinal,
      label: label && label.to <= to + 1 ? label : null,
      full: wrapping.fixed ? isFull(wrapping, i) : null,
      nearlyFull: (wrapping.widths[i] as number) >= wrapping.nearlyFull,
      lessIndent: (wrapping.widths[i] as number) >= wrapping.lessIndent,
      indented: wrapping.indented && line.indent > 0,
      apart: blanksPart && line.blanks > 0 && !furnitureBefore && kept === shown,
    };
    if (open !== null) {
      const state: Open = open;
      const opens =
        (facts.label !== null && !insideBracket(state)) ||
        (ordinal !== null && ordinalOpens(copy.s, state, ordinal, last));
      if (!opens && continues(copy.s, state, facts, stretch)) {
        breaks = grown(breaks, from);
        addLine(state, copy.s, facts);
        continue;
      }
    }
    close();
    afterRow = false;
    if (ordinal) last.set(ordinal.style, ordinal.value);
    open = openParagraph(copy.s, facts);
  }
  close();
  return { copy, blocks, notes };
}

const isShown = (place: number | undefined): place is number => place !== undefined;

/** UTF-16 span of a row, which is never empty. */
const rowSpan = (copy: Compact, from: number, to: number): { start: number; end: number } =>
  spanOf(copy, from, to) ?? { start: 0, end: 0 };

function unreadColumns(copy: Compact, { from, to }: Range): Note {
  return {
    code: 'columns-unread',
    severity: 'warning',
    message: 'a table in columns of blanks is not read from here on: its rows stand on several lines',
    ...rowSpan(copy, from, to),
  };
}

function guessedRow(copy: Compact, from: number, to: number): Note {
  return {
    code: 'row-shifted',
    severity: 'warning',
    message: 'the first of several lines of bodies was put under the first column, the others under the second',
    ...rowSpan(copy, from, to),
  };
}

function cutRow(copy: Compact, from: number, to: number): Note {
  return {
    code: 'row-joined',
    severity: 'info',
    message: 'a row of a table stands on several lines; joined by the number of its cells',
    ...rowSpan(copy, from, to),
  };
}

/** Lines of a title at most: what goes on for longer is prose. */
const TITLE_LINES = 4;

function stretchFrom(
  s: string,
  places: readonly Range[],
  index: number,
  wrapping: Wrapping,
  lastOrdinal: number,
): Stretch {
  let end = index;
  while (end < index + TITLE_LINES && end + 1 < places.length && isFull(wrapping, end)) end++;
  return {
    ink: s.slice((places[index] as Range).from, (places[end] as Range).to),
    whole: !isFull(wrapping, end),
    short: wrapping.ragged && end === index && !isFull(wrapping, index),
    last: index > lastOrdinal,
  };
}

// <b> · </strong> · <br/> · <span class="x">
const TAG = /<\/?(?:b|strong|u|i|em|br|p|span|sup|sub|center|font|h[1-6])(?:\s[^<>\n]{0,200})?\/?>/iy;
const HASHES = /#{1,6}(?=[\s*<\u4e00-\u9fa5《“(])/y;

/** White space, and what can begin a mark. */
const SPECIAL = marks(' \t<*#');

/** Length of a mark of OCR's Markdown or HTML at `i`; 0 where it is text. */
function markupLength(folded: string, i: number, first: boolean): number {
  if (folded.startsWith('**', i)) return 2;
  const expression = folded[i] === '<' ? TAG : first ? HASHES : null;
  if (expression === null) return 0;
  expression.lastIndex = i;
  return expression.exec(folded)?.[0].length ?? 0;
}

const BULLET_MARKS = marks(BULLETS);
const BULLET = new RegExp(`[${BULLETS}]{1,2}[ \\t]*(?=[\\u4e00-\\u9fa5(])`, 'y');

// ■ 牵头单位  市工业和信息化局
const SPACED_LABEL = /^([\u4e00-\u9fa5]{4,8})[ \t]/;

/** Length of a bullet that stands before a label at the start of a line: ——牵头单位: · ●责任单位:; 0 where there is none. */
function bulletLength(folded: string, line: Line): number {
  if (!markAt(folded, line.start, BULLET_MARKS)) return 0;
  BULLET.lastIndex = line.start;
  const length = BULLET.exec(folded)?.[0].length ?? 0;
  if (length === 0) return 0;
  const rest = folded.slice(line.start + length, Math.min(line.end, line.start + length + 80));
  const spaced = SPACED_LABEL.exec(rest);
  if (spaced && labelKind(spaced[1] as string) !== null) return length;
  return labelAt(rest.replace(/[ \t]/g, ''), 0) === null ? 0 : length;
}

/** Builds the reading copy of the lines kept, and each line's place in it. */
function compactOf(folded: string, text: string, lines: readonly Line[]): { copy: Compact; places: Range[] } {
  let size = 0;
  for (const line of lines) size += line.end - line.start;
  const units = scratch(size);
  const at = new Int32Array(size);
  const gap = new Uint8Array(size);
  const places: Range[] = [];
  let marked = false;
  let n = 0;
  for (const line of lines) {
    const from = n;
    let before: number = GAP.line;
    for (let i = line.start + bulletLength(folded, line); i < line.end; i++) {
      const run = n;
      let code = folded.charCodeAt(i);
      // Most of it is text; a gap that nobody writes is none.
      for (; SPECIAL[code] !== 1; code = folded.charCodeAt(i)) {
        units[n] = code;
        at[n] = i;
        n++;
        if (++i === line.end) break;
      }
      if (n > run) {
        gap[run] = before;
        before = GAP.none;
        if (i === line.end) break;
      }
      // '<', '*', '#': marks of bold, headings and breaks that OCR tools write between the words
      if (code === 60 || code === 42 || code === 35) {
        const skip = markupLength(folded, i, i === line.start);
        if (skip > 0) {
          marked = true;
          if (folded.startsWith('<br', i) && before === GAP.none) before = GAP.space;
          i += skip - 1;
          continue;
        }
      }
      if (code === 32) {
        if (before === GAP.none) before = GAP.space;
      } else if (code === 9) {
        if (before !== GAP.line) before = GAP.cell;
      } else {
        units[n] = code;
        at[n] = i;
        gap[n] = before;
        before = GAP.none;
        n++;
      }
    }
    places.push({ from, to: n });
  }
  // Marks left out make the copy shorter than the lines.
  const s = stringOf(units, n);
  return { copy: { text, s, at: at.subarray(0, n), gap: gap.subarray(0, n), marked }, places };
}
