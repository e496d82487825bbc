/**
 * Rows for people: an aligned table on a terminal, tab-separated lines elsewhere. Widths by string-width, which knows that
 * 汉字 take two columns; wrapping table libraries break Chinese only at spaces, so lines are cut here.
 */
import stringWidth from 'string-width';
import type { Terminal } from './terminal.js';

export interface TableColumn {
  header: string;
  /** Takes the room that the others leave, and is cut where that is not enough. */
  flexible?: true;
}

const GAP = '  ';
const LEAST = 8;

/** What would move the cursor, break the line or turn its direction: a document may hold anything. */
const NOT_PLAIN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
const BREAKS = /[\t\r\n\u2028\u2029]+/g;

/** A text on one line that does nothing to a terminal. */
export function plainLine(text: string): string {
  return text.replace(BREAKS, ' ').replace(NOT_PLAIN, '\ufffd');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The text in at most `width` columns, with … where something was cut. */
export function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const wide = stringWidth(segment);
    if (used + wide > width - 1) break;
    kept += segment;
    used += wide;
  }
  return `${kept}…`;
}

const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Columns as wide as their widest cell; where that is too much, the flexible ones share what the others leave. */
function widthsOf(columns: readonly TableColumn[], rows: readonly string[][], total: number): number[] {
  const natural = columns.map(({ header }, i) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[i] ?? '')), stringWidth(header)),
  );
  const flexible = columns.flatMap((column, i) => (column.flexible ? [i] : []));
  let room = total - GAP.length * (columns.length - 1);
  for (const [i, width] of natural.entries()) if (!columns[i]?.flexible) room -= width;
  // The narrowest first: what it does not need is left to the others.
  const byNeed = [...flexible].sort((a, b) => (natural[a] as number) - (natural[b] as number));
  const widths = [...natural];
  for (const [nth, i] of byNeed.entries()) {
    const share = Math.max(LEAST, Math.floor(room / (byNeed.length - nth)));
    widths[i] = Math.min(natural[i] as number, share);
    room -= widths[i] as number;
  }
  return widths;
}

/** Prints a row for each item: as they come, without a head, where there is no terminal. */
export async function printTable<T>(
  columns: readonly TableColumn[],
  items: Iterable<T>,
  rowOf: (item: T) => readonly (string | null)[],
  terminal: Terminal,
): Promise<void> {
  const plainRow = (item: T) => rowOf(item).map((cell) => plainLine(cell ?? ''));
  if (terminal.columns === undefined) {
    for (const item of items) await terminal.out(`${plainRow(item).join('\t')}\n`);
    return;
  }
  const plain = Array.from(items, plainRow);
  const widths = widthsOf(columns, plain, terminal.columns);
  const lines = [columns.map(({ header }) => header), ...plain].map((row) =>
    row
      .map((cell, i) => padTo(cutTo(cell, widths[i] as number), widths[i] as number))
      .join(GAP)
      .trimEnd(),
  );
  await terminal.out(`${lines.join('\n')}\n`);
}
