/**
 * A text wrapped twice: lines of print were cut once more at a smaller fixed count, so that full lines and short rests take
 * turns. Put together again, the lines of print come out, and their own width shows.
 */
import type { Range } from './compact.js';
import type { Line } from './lines.js';
import { findWrapping, isFull, type Widths, type Wrapping } from './wrap.js';

export interface WrappedLines {
  lines: Line[];
  places: Range[];
  widths: Widths;
  isText: boolean[];
  wrapping: Wrapping;
}

/** Share of lines that must come out whole before a second wrapping is believed. */
const SHARE = 0.4;

/** Input: lines with their places in the reading copy. Output: the same, or the lines of print that they were cut from. */
export function undoSecondWrap(cut: WrappedLines): WrappedLines {
  const { wrapping } = cut;
  if (!wrapping.fixed || wrapping.ragged) return cut;
  const out: Omit<WrappedLines, 'wrapping'> = {
    lines: [],
    places: [],
    widths: { columns: [], halves: [] },
    isText: [],
  };
  for (let i = 0; i < cut.lines.length; i++) {
    const line = cut.lines[i] as Line;
    const place = { ...(cut.places[i] as Range) };
    let columns = cut.widths.columns[i] as number;
    let halves = cut.widths.halves[i] as number;
    let last = i;
    while (cut.isText[last] && isFull(wrapping, last) && cut.isText[last + 1]) {
      last++;
      place.to = (cut.places[last] as Range).to;
      columns += cut.widths.columns[last] as number;
      halves += cut.widths.halves[last] as number;
    }
    out.lines.push(line);
    out.places.push(place);
    out.widths.columns.push(columns);
    out.widths.halves.push(halves);
    out.isText.push(cut.isText[i] as boolean);
    i = last;
  }
  const whole = findWrapping(out.lines, out.widths, out.isText);
  const texts = out.isText.filter(Boolean).length;
  const full = out.isText.filter((is, i) => is && isFull(whole, i)).length;
  return whole.fixed && full >= SHARE * texts ? { ...out, wrapping: whole } : cut;
}
