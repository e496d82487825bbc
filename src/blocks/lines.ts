/** Lines of a folded text: where their ink begins and ends, how far they are indented, what stands between them. */

export interface Line {
  /** Offsets of the first and after the last character that is not white space. */
  start: number;
  end: number;
  /** White-space characters before the ink, and after it. */
  indent: number;
  trail: number;
  /** Tabs inside and around the ink: more than one makes a table row. */
  tabs: number;
  /** Blank lines before this one. */
  blanks: number;
  /** Offset of the line's own first character, before any white space. */
  head: number;
  /** Whether a form feed stands between this line and the one before. */
  pageBreak: boolean;
}

/** Input: folded text and the original (for form feeds). Output: its lines that are not blank. */
export function splitLines(folded: string, text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let pageBreak = false;
  let head = 0;
  while (head <= folded.length) {
    // Unit by unit: of a search for the next tab, code compiled while the loop runs (on-stack replacement) searched to
    // the end of the text for each line, whatever guarded it.
    let stop = head;
    let tabs = 0;
    for (; stop < folded.length; stop++) {
      const code = folded.charCodeAt(stop);
      if (code === 10) break;
      if (code === 9) tabs++;
    }
    let start = head;
    let end = stop;
    while (start < end && isBlank(folded.charCodeAt(start))) start++;
    while (end > start && isBlank(folded.charCodeAt(end - 1))) end--;
    if (start === end) blanks++;
    else {
      lines.push({ start, end, indent: start - head, trail: stop - end, tabs, blanks, head, pageBreak });
      blanks = 0;
      pageBreak = false;
    }
    if (text.charCodeAt(stop) === 12) pageBreak = true;
    head = stop + 1;
  }
  return lines;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
