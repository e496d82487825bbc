/**
 * A text wrapped twice: lines of print were cut once more at a smaller fixed count, so that full lines and short rests take
 * turns. Put together again, the lines of print come out, and their own width shows.
 */
import type { Range } from './compact.js';
import type { Line } from './lines.js';
import { findWrapping, type Width, type Wrapping } from './wrap.js';

export interface WrappedLines {
  lines: Line[];
  places: Range[];
  widths: Width[];
  isText: boolean[];
  wrapping: Wrapping;
}

/** Share of lines that must come out whole before a second wrapping is believed. */
const SHARE = 0.4;

/** Input: lines with their places in the reading copy. Output: the same, or the lines of print that they were cut from. */
export function undoSecondWrap(cut: WrappedLines): WrappedLines {
  const { wrapping } = cut;
  if (!wrapping.fixed || wrapping.ragged) return cut;
  const out: Omit<WrappedLines, 'wrapping'> = { lines: [], places: [], widths: [], isText: [] };
  for (let i = 0; i < cut.lines.length; i++) {
    const line = cut.lines[i] as Line;
    const place = { ...(cut.places[i] as Range) };
    const width = { ...(cut.widths[i] as Width) };
    let last = i;
    while (cut.isText[last] && wrapping.full[last] && cut.isText[last + 1]) {
      last++;
      place.to = (cut.places[last] as Range).to;
      width.columns += (cut.widths[last] as Width).columns;
      width.halves += (cut.widths[last] as Width).halves;
    }
    out.lines.push(line);
    out.places.push(place);
    out.widths.push(width);
    out.isText.push(cut.isText[i] as boolean);
    i = last;
  }
  const whole = findWrapping(out.lines, out.widths, out.isText);
  const full = whole.full.filter((is, i) => is && out.isText[i]).length;
  const texts = out.isText.filter(Boolean).length;
  return whole.fixed && full >= SHARE * texts ? { ...out, wrapping: whole } : cut;
}
