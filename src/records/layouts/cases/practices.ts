/** Practices 做法 of a case: headings of their own, or run in at the beginning of a paragraph. */
import type { Range } from '../../../blocks/compact.js';
import { HOLDS_PRACTICES, NO_PRACTICES, NO_RUN_IN } from '../../../lexicon/cases.js';
import { firstSentence, LONGEST_TITLE } from '../../sentences.js';
import type { Line, PracticeDraft } from './draft.js';
import { isLabelled } from './lines.js';

/** Parts of a case under its headings of the top level; lines before the first heading are a part without one. */
export function practicesOf(s: string, lines: readonly Line[]): PracticeDraft[] {
  const told = lines.filter((line) => !isLabelled(line.text));
  const parts: { heading: Line | null; lines: Line[] }[] = [{ heading: null, lines: [] }];
  const top = lines.find((line) => line.heading)?.ordinal?.style ?? null;
  for (const line of told) {
    if (line.heading && (line.ordinal?.style ?? null) === top) parts.push({ heading: line, lines: [] });
    else (parts.at(-1) as { lines: Line[] }).lines.push(line);
  }
  const whole = parts.length === 1;
  return parts.flatMap((part) => {
    if (
      part.heading &&
      NO_PRACTICES.test(part.heading.text) &&
      !(HOLDS_PRACTICES.test(part.heading.text) && !/成效|启示/.test(part.heading.text))
    )
      return [];
    if (!part.heading)
      return whole || part.lines.some((line) => line.counted || line.ordinal) ? inPart(s, part.lines) : [];
    const general = HOLDS_PRACTICES.test(part.heading.text) && part.heading.text.length <= 12;
    const inside = part.lines.some((line) => line.heading) ? practicesOf(s, part.lines) : inPart(s, part.lines);
    if (general) return inside;
    const prose = part.lines.filter((line) => !line.heading);
    if (part.lines.some((line) => line.heading))
      return inside.length > 0 ? inside : [headingPractice(part.heading, part.lines)];
    // One paragraph: its heading is the practice. Several with run-in headings of their own: those are.
    const run = prose.filter((line) => isRunIn(s, line));
    if (prose.length > 1 && run.length === prose.length) return inside;
    if (prose.length > 1 && run.length > 1 && run.every((line) => line.ordinal !== null || line.counted)) return inside;
    return [headingPractice(part.heading, part.lines)];
  });
}

function headingPractice(heading: Line, lines: readonly Line[]): PracticeDraft {
  const to = lines.at(-1)?.range.to ?? heading.range.to;
  const body = lines[0] ? { from: lines[0].range.from, to } : null;
  return { title: { from: heading.textFrom, to: heading.range.to }, body, from: heading.range.from, to };
}

/** Practices of a part without headings: counted or numbered paragraphs where there are any, else run-in ones. */
function inPart(s: string, lines: readonly Line[]): PracticeDraft[] {
  const numbered = lines.filter((line) => (line.ordinal !== null || line.counted) && !line.heading);
  const candidates = numbered.length > 1 ? numbered : lines.filter((line) => isRunIn(s, line));
  return candidates.flatMap((line) => {
    const title = runIn(s, line);
    if (title === null) return [];
    return [
      {
        title,
        body: title.to + 1 < line.range.to ? { from: title.to + 1, to: line.range.to } : null,
        from: line.range.from,
        to: line.range.to,
      },
    ];
  });
}

export const isRunIn = (s: string, line: Line): boolean => {
  if (line.heading) return false;
  if (line.ordinal || line.counted) return runIn(s, line) !== null;
  return !NO_RUN_IN.test(line.text) && runIn(s, line) !== null;
};

/** The run-in heading of a paragraph: its first sentence; of a counted one (一是…) at least its first clause. */
function runIn(s: string, line: Line): Range | null {
  const { textFrom } = line;
  const { to } = line.range;
  const end = firstSentence(s, textFrom, Math.min(to, textFrom + LONGEST_TITLE + 1));
  if (end > textFrom && end + 1 < to) return { from: textFrom, to: end };
  if (!line.ordinal && !line.counted) return null;
  const comma = s.slice(textFrom, Math.min(to, textFrom + LONGEST_TITLE)).search(/[,:;]/);
  return comma > 3 ? { from: textFrom, to: textFrom + comma } : null;
}
