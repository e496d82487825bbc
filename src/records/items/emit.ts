/** Decides for each node what it is: task, measure, section. */
import { type Compact, inkOf } from '../../blocks/compact.js';
import type { Ordinal } from '../../blocks/ordinal.js';
import type { SectionKind } from '../../model/model.js';
import type { TreeNode } from '../../tree/tree.js';
import type { Drafts, SectionDraft, TaskDraft } from '../draft.js';
import type { TableContext } from '../layouts/table/place.js';
import { readTable } from '../layouts/table/table.js';
import { makeTask } from './makeTask.js';
import { assigns } from './passage.js';
import { documentOrder, type Group, headingRanges, type Reading } from './reading.js';

const SECTION_KIND: Readonly<Record<Ordinal['style'], SectionKind>> = {
  part: 'chapter',
  chapter: 'chapter',
  division: 'section',
  cn: 'chapter',
  article: 'item',
  cnParen: 'section',
  num: 'item',
  numParen: 'item',
  circle: 'item',
};

/** A document on its way to drafts; what is known of its nodes stands at their indexes. */
export interface Walk {
  copy: Compact;
  readings: readonly Reading[];
  /** Something below the node, or in it, says who or when. */
  active: readonly boolean[];
  /** The node is part of a task already. */
  skip: boolean[];
  sectionOf: (SectionDraft | null)[];
  drafts: Drafts;
  /** The first so many sections of the drafts by their headings. */
  sectionsByText: { known: Map<string, SectionDraft[]>; count: number };
  tables: TableContext;
}

export function emit(walk: Walk, node: TreeNode, parent: SectionDraft | null): void {
  const { copy, readings, active, skip, sectionOf, drafts, tables } = walk;
  const reading = readings[node.index] as Reading;
  const first = reading.groups[0];
  const headGroup = first?.withHead ? first : null;
  const headAssigns = headGroup?.passages.some((passage) => assigns(passage.clauses));
  const childrenAct = node.children.some((child) => active[child.index] === true) || reading.rows.length > 0;
  const measuresOnly = node.children.length > 0 && node.children.every((child) => isMeasure(child)) && headAssigns;

  const isTask = headAssigns && (!childrenAct || !node.isHeading || measuresOnly);
  let section = parent;
  const needsSection =
    node.kind === 'plan' ||
    (node.kind === 'item' && (!isTask || (childrenAct && !measuresOnly) || reading.groups.length > 1));
  if (needsSection && node.head) {
    const heading = node.kind === 'plan' ? [node.head] : headingRanges(copy, node, reading);
    section = {
      kind: node.kind === 'plan' ? 'plan' : SECTION_KIND[(node.ordinal as Ordinal).style],
      parent,
      ordinal: node.ordinal?.text ?? null,
      heading,
      clauses: !isTask && headGroup ? headGroup.passages.flatMap((passage) => passage.clauses) : [],
    };
    // A section repeated after a page break is the first one.
    const known = node.isHeading ? sameSection(walk, section) : undefined;
    if (known) section = known;
    else drafts.sections.push(section);
    sectionOf[node.index] = section;
  }

  if (isTask) {
    const below = !childrenAct || measuresOnly ? descendants(node) : NO_NODES;
    addTask(copy.s, drafts, makeTask(copy, node, headGroup as Group, parent, below, readings));
    for (const child of below) skip[child.index] = true;
  } else if (headGroup && node.kind === 'item') {
    for (const passage of headGroup.passages) drafts.free.push(passage.range);
  }
  for (const group of reading.groups) {
    if (group === headGroup) continue;
    if (
      group.passages.some((passage) => assigns(passage.clauses)) &&
      group.passages.some((passage) => passage.body.length > 0)
    ) {
      drafts.tasks.push(makeTask(copy, null, group, section, [], readings));
    } else {
      for (const passage of group.passages) {
        drafts.free.push(passage.range);
        if (assigns(passage.clauses)) {
          drafts.notes.push({
            code: 'clause-without-task',
            severity: 'warning',
            from: passage.range.from,
            to: passage.range.to,
            message: 'a responsibility or deadline that no task stands before',
          });
        }
      }
    }
  }
  if (reading.rows.length > 0) readTable(copy, reading.rows, section, tables, drafts);
}

/** An item printed again after a page break, word for word, is the first one. */
function addTask(s: string, drafts: Drafts, task: TaskDraft): void {
  const before = drafts.tasks.at(-1);
  const again =
    before &&
    task.ordinal !== null &&
    before.ordinal === task.ordinal &&
    before.section === task.section &&
    inkOf(s, before.body) === inkOf(s, task.body);
  if (!again) {
    drafts.tasks.push(task);
    return;
  }
  drafts.notes.push({
    code: 'item-repeated',
    severity: 'warning',
    from: task.from,
    to: task.to,
    message: 'an item that stands in the text twice was read once',
  });
}

/** The first section that says the same in the same place. */
function sameSection({ copy, drafts, sectionsByText }: Walk, section: SectionDraft): SectionDraft | undefined {
  const { s } = copy;
  for (; sectionsByText.count < drafts.sections.length; sectionsByText.count++) {
    const one = drafts.sections[sectionsByText.count] as SectionDraft;
    const heading = inkOf(s, one.heading);
    const known = sectionsByText.known.get(heading);
    if (known) known.push(one);
    else sectionsByText.known.set(heading, [one]);
  }
  const { ordinal, parent, kind } = section;
  return sectionsByText.known
    .get(inkOf(s, section.heading))
    ?.find((one) => one.ordinal === ordinal && one.parent === parent && one.kind === kind);
}

function isMeasure(node: TreeNode): boolean {
  const style = node.ordinal?.style;
  return style === 'numParen' || style === 'circle';
}

const NO_NODES: readonly TreeNode[] = [];

const descendants = (node: TreeNode): readonly TreeNode[] =>
  node.children.length === 0 ? NO_NODES : documentOrder(node).slice(1);
