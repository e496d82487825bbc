/**
 * Document tree → sections and tasks of running text. A numbered item, or an unnumbered block under a heading, is a task
 * when it carries a responsibility or a deadline; all else is a section.
 */
import type { Block, Paragraph } from '../blocks/block.js';
import type { Compact, Range } from '../blocks/compact.js';
import { endsSentence } from '../blocks/join.js';
import type { Ordinal } from '../blocks/ordinal.js';
import type { SectionKind } from '../model/model.js';
import type { Tree, TreeNode } from '../tree/tree.js';
import type { ClauseContext } from './clause.js';
import type { Drafts, MeasureDraft, SectionDraft, TaskDraft } from './draft.js';
import { bracketRoles } from './layouts/bracketRoles.js';
import type { FoundClause, Layout } from './layouts/layout.js';
import { markerBlock } from './layouts/markerBlock.js';
import { readTable, type TableContext } from './layouts/table/table.js';
import { tailClause } from './layouts/tailClause.js';
import { findMeasures, firstSentence, runInTitle } from './sentences.js';

/** Layouts of running text, in the order in which they claim their clauses. Adding one means adding its file here. */
const LAYOUTS: readonly Layout[] = [bracketRoles, markerBlock, tailClause];

interface Passage {
  range: Range;
  clauses: FoundClause[];
  /** What is left of it when its clauses are cut out. */
  body: Range[];
}

/** Passages that belong together: text, then the clauses about it. */
interface Group {
  passages: Passage[];
  withHead: boolean;
  /** One of its clauses says who or when. */
  assigned: boolean;
}

interface Reading {
  head: Passage | null;
  groups: Group[];
  /** Rows among the parts, in order, with the number of the group they follow. */
  rows: Extract<Block, { kind: 'row' }>[];
}

const assigns = (clauses: readonly FoundClause[]): boolean => clauses.some((clause) => clause.assigns);

/** A passage with none of these has no clause, whatever the layout. */
const HINT = /[:负责牵配】\])]|主办|主责|落实|承办|办理|参与|协/;

function readPassage(copy: Compact, range: Range, context: ClauseContext): Passage {
  const clauses: FoundClause[] = [];
  if (!HINT.test(copy.s.slice(range.from, range.to))) return { range, clauses, body: [range] };
  for (const layout of LAYOUTS) {
    clauses.push(...layout(copy, range, context, clauses));
    clauses.sort((a, b) => a.from - b.from);
  }
  return { range, clauses, body: cutOut(copy.s, range, clauses) };
}

const EMPTY_PIECE = /^[。.;,、:)]*$/;

/** A range without some ranges inside it; punctuation left between them is no piece. */
function cutOut(s: string, range: Range, holes: readonly Range[]): Range[] {
  const pieces: Range[] = [];
  let from = range.from;
  for (const hole of [...holes, { from: range.to, to: range.to }]) {
    if (
      hole.from > from &&
      !EMPTY_PIECE.test(s.slice(from, Math.min(hole.from, from + 8)).concat(hole.from - from > 8 ? 'x' : ''))
    ) {
      pieces.push({ from, to: hole.from });
    }
    from = Math.max(from, hole.to);
  }
  return pieces;
}

/** Input: the tree of a document and the year that its dates take. Output: its sections and tasks in document order. */
export function textTasks(copy: Compact, tree: Tree, context: ClauseContext): Drafts {
  const drafts: Drafts = { sections: [], tasks: [], free: [], notes: [] };
  const tables: TableContext = {
    ...context,
    memory: { columns: null, styles: [] },
    readText: (range) => readPassage(copy, range, context),
  };
  const readings = new Map<TreeNode, Reading>();
  const nodes = documentOrder(tree.root);
  for (const node of nodes) readings.set(node, readNode(copy, node, context));
  const active = new Map<TreeNode, boolean>();
  // Children come after their parents in document order: backwards, a node's descendants are known before it.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as TreeNode;
    const reading = readings.get(node) as Reading;
    if (hoist(copy.s, node, readings)) active.set(node.children.at(-1) as TreeNode, false);
    const own = reading.groups.some((group) => group.passages.some((passage) => assigns(passage.clauses)));
    active.set(node, own || reading.rows.length > 0 || node.children.some((child) => active.get(child) === true));
  }
  const skip = new Set<TreeNode>();
  const sectionOf = new Map<TreeNode, SectionDraft | null>();
  for (const node of nodes) {
    const parent = node.parent ? (sectionOf.get(node.parent) ?? null) : null;
    sectionOf.set(node, parent);
    if (skip.has(node)) continue;
    emit(copy, node, parent, readings, active, skip, sectionOf, drafts, tables);
  }
  return drafts;
}

function documentOrder(root: TreeNode): TreeNode[] {
  const out: TreeNode[] = [];
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop() as TreeNode;
    out.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as TreeNode);
  }
  return out;
}

function readNode(copy: Compact, node: TreeNode, context: ClauseContext): Reading {
  const reading: Reading = { head: null, groups: [], rows: [] };
  let group: Group | null = null;
  const add = (passage: Passage, isHead: boolean): void => {
    if (group === null || (group.assigned && passage.body.length > 0)) {
      group = { passages: [], withHead: isHead, assigned: false };
      reading.groups.push(group);
    }
    group.passages.push(passage);
    group.assigned ||= assigns(passage.clauses);
  };
  if (node.head && node.kind === 'item') {
    reading.head = readPassage(copy, { from: node.textFrom, to: node.head.to }, context);
    add(reading.head, true);
  }
  const lastRow = node.parts.findLastIndex((part) => part.kind === 'row');
  for (const [i, part] of node.parts.entries()) {
    if (part.kind === 'row') {
      reading.rows.push(part);
      continue;
    }
    // A short line between two rows crosses the table: a group of tasks without a number.
    if (
      reading.rows.length > 0 &&
      i < lastRow &&
      part.to - part.from <= 60 &&
      !endsSentence(copy.s.slice(part.from, part.to))
    ) {
      const { from, to } = part;
      reading.rows.push({
        kind: 'row',
        table: (reading.rows.at(-1) as { table: number }).table,
        header: false,
        from,
        to,
        cells: [{ from, to, carried: false }],
      });
      continue;
    }
    const passage = readPassage(copy, part as Paragraph, context);
    // A heading stands alone: the block under it is unnumbered. Labels right below it are the heading's own.
    const current = group as Group | null;
    if (
      node.isHeading &&
      !isItem(node) &&
      current?.withHead &&
      current.passages.length === 1 &&
      passage.body.length > 0
    )
      group = null;
    // Above the first section a block is one paragraph and what assigns it: titles and addresses stand before.
    if (node.kind !== 'item' && passage.body.length > 0) group = null;
    add(passage, false);
  }
  return reading;
}

/** 1. · 第1件 · (1): what has such a number is a task itself; （一） is a section with blocks under it. */
function isItem(node: TreeNode): boolean {
  const style = node.ordinal?.style;
  return style === 'num' || style === 'article' || style === 'numParen' || style === 'circle';
}

/**
 * Clauses that stand behind the last of several numbered children, while the others have none, are about them all:
 * （一）… (1)… (2)… (3)… 责任单位：X.
 */
function hoist(s: string, node: TreeNode, readings: Map<TreeNode, Reading>): boolean {
  const { children } = node;
  const last = children.at(-1);
  if (node.kind !== 'item' || children.length < 2 || last === undefined) return false;
  const clausesOf = (child: TreeNode): FoundClause[] =>
    (readings.get(child) as Reading).groups.flatMap((group) => group.passages.flatMap((passage) => passage.clauses));
  if (children.slice(0, -1).some((child) => assigns(clausesOf(child)) || child.children.length > 0)) return false;
  const style = (last.ordinal as Ordinal).style;
  const reading = readings.get(last) as Reading;
  const small = style === 'numParen' || style === 'circle';
  const first = reading.groups[0];
  const own = readings.get(node) as Reading;
  if (!first || reading.groups.length > 1 || last.children.length > 0 || !assigns(clausesOf(last))) return false;
  if (own.groups.some((group) => group.passages.some((passage) => assigns(passage.clauses)))) return false;
  const apart = first.passages.every((passage) => passage.body.length === 0 || !assigns(passage.clauses));
  if (!small && !(apart && node.isHeading && oneLiners(s, children))) return false;
  const target: Group = own.groups.find((group) => group.withHead) ?? { passages: [], withHead: true, assigned: true };
  for (const passage of first.passages) {
    if (passage.clauses.length === 0) continue;
    target.passages.push({ range: passage.range, clauses: passage.clauses, body: [] });
    passage.clauses = [];
  }
  if (!own.groups.includes(target)) own.groups.unshift(target);
  return true;
}

/** Children that are single sentences: steps of one task rather than tasks. */
function oneLiners(s: string, children: readonly TreeNode[]): boolean {
  return children.every((child) => child.head !== null && firstSentence(s, child.textFrom, child.head.to - 1) < 0);
}

function headingRanges(copy: Compact, node: TreeNode, reading: Reading): Range[] {
  const head = node.head as Range;
  const { s } = copy;
  const first = reading.head?.body[0];
  let to = first ? first.to : head.to;
  const stop = firstSentence(s, node.textFrom, to);
  // A heading that is the item's whole text keeps its full stop; a run-in one is written without it.
  if (stop >= 0) to = stop + 1 < head.to ? stop : stop + 1;
  return [{ from: head.from, to: Math.max(to, head.from + 1) }];
}

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

function emit(
  copy: Compact,
  node: TreeNode,
  parent: SectionDraft | null,
  readings: Map<TreeNode, Reading>,
  active: Map<TreeNode, boolean>,
  skip: Set<TreeNode>,
  sectionOf: Map<TreeNode, SectionDraft | null>,
  drafts: Drafts,
  tables: TableContext,
): void {
  const reading = readings.get(node) as Reading;
  const first = reading.groups[0];
  const headGroup = first?.withHead ? first : null;
  const headAssigns = headGroup?.passages.some((passage) => assigns(passage.clauses));
  const childrenAct = node.children.some((child) => active.get(child) === true) || reading.rows.length > 0;
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
    const known = drafts.sections.find((one) => sameSection(copy.s, one, section as SectionDraft));
    if (known && node.isHeading) section = known;
    else drafts.sections.push(section);
    sectionOf.set(node, section);
  }

  if (isTask) {
    const merged = !childrenAct || measuresOnly;
    addTask(
      copy.s,
      drafts,
      makeTask(copy, node, headGroup as Group, parent, merged ? descendants(node) : [], readings),
    );
    if (merged) for (const child of descendants(node)) skip.add(child);
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

function sameSection(s: string, a: SectionDraft, b: SectionDraft): boolean {
  if (a.ordinal !== b.ordinal || a.parent !== b.parent || a.kind !== b.kind) return false;
  return inkOf(s, a.heading) === inkOf(s, b.heading);
}

const inkOf = (s: string, ranges: readonly Range[]): string =>
  ranges.map((range) => s.slice(range.from, range.to)).join('');

function isMeasure(node: TreeNode): boolean {
  const style = node.ordinal?.style;
  return style === 'numParen' || style === 'circle';
}

function descendants(node: TreeNode): TreeNode[] {
  return documentOrder(node).slice(1);
}

function makeTask(
  copy: Compact,
  node: TreeNode | null,
  group: Group,
  section: SectionDraft | null,
  below: readonly TreeNode[],
  readings: Map<TreeNode, Reading>,
): TaskDraft {
  const { s } = copy;
  const own = group.passages.flatMap((passage) => passage.body);
  const childPassages = below.flatMap((child) =>
    (readings.get(child) as Reading).groups.flatMap((one) => one.passages),
  );
  const childBody = below.flatMap((child) => {
    const reading = readings.get(child) as Reading;
    return reading.groups.flatMap((one, g) =>
      one.passages.flatMap((passage, p) =>
        passage.body.map((piece, k) =>
          g + p + k === 0 && child.head ? { from: child.head.from, to: piece.to } : piece,
        ),
      ),
    );
  });
  const body = [...own, ...childBody].sort((a, b) => a.from - b.from);
  const clauses = [
    ...group.passages.flatMap((passage) => passage.clauses),
    ...childPassages.flatMap((passage) => passage.clauses),
  ];
  const measures: MeasureDraft[] = findMeasures(s, body).map((mark) => ({
    ordinal: mark.ordinal,
    from: mark.from,
    to: mark.to,
    clauses: [],
  }));
  const kept = giveToMeasures(clauses, measures);
  const start = body[0] as Range;
  const ranges = [...group.passages.map((passage) => passage.range), ...childPassages.map((passage) => passage.range)];
  const from = node?.head?.from ?? Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...clauses.map((clause) => clause.to), ...body.map((range) => range.to));
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
function giveToMeasures(clauses: readonly FoundClause[], measures: readonly MeasureDraft[]): FoundClause[] {
  if (measures.length === 0 || clauses.length < 2) return [...clauses];
  const last = measures.at(-1) as MeasureDraft;
  const ofMeasure = (clause: FoundClause): MeasureDraft | null => {
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
