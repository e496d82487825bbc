/** A task with its title, body, measures and clauses. */
import { type Compact, firstOf, lastOf, type Range } from '../../blocks/compact.js';
import type { TreeNode } from '../../tree/tree.js';
import type { Clause } from '../clause/clause.js';
import type { MeasureDraft, SectionDraft, TaskDraft } from '../draft.js';
import { findMeasures, firstSentence, runInTitle } from '../sentences.js';
import type { Group, Reading } from './reading.js';

export function makeTask(
  copy: Compact,
  node: TreeNode | null,
  group: Group,
  section: SectionDraft | null,
  below: readonly TreeNode[],
  readings: readonly Reading[],
): TaskDraft {
  const { s } = copy;
  const body: Range[] = [];
  const clauses: Clause[] = [];
  const ranges: Range[] = [];
  for (const passage of group.passages) {
    for (const piece of passage.body) body.push(piece);
    for (const clause of passage.clauses) clauses.push(clause);
    ranges.push(passage.range);
  }
  for (const child of below) {
    (readings[child.index] as Reading).groups.forEach((one, g) => {
      one.passages.forEach((passage, p) => {
        passage.body.forEach((piece, k) => {
          body.push(g + p + k === 0 && child.head ? { from: child.head.from, to: piece.to } : piece);
        });
        clauses.push(...passage.clauses);
        ranges.push(passage.range);
      });
    });
  }
  if (body.length > 1) body.sort((a, b) => a.from - b.from);
  const measures = measuresIn(s, body);
  const kept = giveToMeasures(clauses, measures);
  const start = body[0] as Range;
  const from = node?.head?.from ?? firstOf(ranges);
  const to = Math.max(lastOf(clauses), lastOf(body));
  const title = node === null || start === undefined ? null : titleOf(s, node, body);
  return {
    section,
    ordinal: node?.ordinal?.text ?? null,
    title,
    body,
    clauses: kept,
    measures,
    from,
    to,
    notes: [],
    layout: 'text',
  };
}

/** Its measures, as drafts without clauses. */
export function measuresIn(s: string, body: readonly Range[]): MeasureDraft[] {
  return findMeasures(s, body).map(({ ordinal, from, to }) => ({ ordinal, from, to, clauses: [] }));
}

function titleOf(s: string, node: TreeNode, body: readonly Range[]): Range | null {
  const first = body[0] as Range;
  if (node.isHeading && body.length > 1 && first.to - first.from <= 40) return first;
  const last = body.at(-1) as Range;
  const title = runInTitle(s, first.from, first.to);
  if (title) return title;
  // The heading ends its own paragraph; the text goes on in the next.
  const end = firstSentence(s, first.from, first.to);
  return end > 0 && end + 1 === first.to && last !== first && end - first.from <= 40
    ? { from: first.from, to: end }
    : null;
}

/**
 * A clause inside a measure assigns that measure only, where the item has a clause of its own behind its measures.
 * Returns the clauses that are the item's.
 */
function giveToMeasures(clauses: readonly Clause[], measures: readonly MeasureDraft[]): Clause[] {
  if (measures.length === 0 || clauses.length < 2) return [...clauses];
  const last = measures.at(-1) as MeasureDraft;
  const ofMeasure = (clause: Clause): MeasureDraft | null => {
    const next = measures.findIndex((measure) => measure.from > clause.from);
    const index = next < 0 ? measures.length - 1 : next - 1;
    const measure = measures[index];
    return measure && clause.from > measure.from && (index < measures.length - 1 || clause.from < last.from)
      ? measure
      : null;
  };
  const owners = clauses.map(ofMeasure);
  const own = clauses.filter((_, i) => owners[i] === null);
  // No clause behind the measures: those inside are the item's, all together.
  if (own.length === 0) return [...clauses];
  clauses.forEach((clause, i) => {
    owners[i]?.clauses.push(clause);
  });
  return own;
}
