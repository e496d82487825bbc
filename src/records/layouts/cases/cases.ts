/** Case compilations (典型案例汇编): cases with a place, a title over one or two lines, practices by run-in heading. */
import type { Block, Paragraph } from '../../../blocks/block.js';
import type { Compact } from '../../../blocks/compact.js';
import { COMPILATION } from '../../../lexicon/cases.js';
import type { CaseDraft } from './draft.js';
import { CONTENTS, ink, isProse } from './lines.js';
import { readCase } from './readCase.js';
import { caseTitles } from './titles.js';

const FEWEST_CASES = 2;

/** Input: blocks of a document without tasks, its title. Output: its cases, empty where it is no compilation. */
export function readCases(copy: Compact, blocks: readonly Block[], title: string | null): CaseDraft[] {
  const { s } = copy;
  if (!COMPILATION.test(title ?? '') && !COMPILATION.test(s.slice(0, 2000))) return [];
  const paragraphs = blocks.filter(
    (block): block is Paragraph =>
      block.kind === 'paragraph' && !CONTENTS.test(s.slice(Math.max(block.from, block.to - 40), block.to)),
  );
  const starts = caseTitles(copy, paragraphs, title);
  if (starts.length < FEWEST_CASES) return [];
  return starts.flatMap((start, i) => {
    const end = starts[i + 1]?.first ?? endOfLast(s, paragraphs, start.last);
    const inside = paragraphs.slice(start.last + 1, end);
    // A title with nothing under it is a line of the contents.
    return !inside.some((paragraph) => isProse(ink(s, paragraph))) ? [] : [readCase(copy, inside, start)];
  });
}

/** Where the last case ends: at a new part of the document, else with it. */
function endOfLast(s: string, paragraphs: readonly Paragraph[], from: number): number {
  for (let i = from + 1; i < paragraphs.length; i++)
    if (/^(?:抄送|附件|后记|编后)[:]?/.test(ink(s, paragraphs[i] as Paragraph))) return i;
  return paragraphs.length;
}
