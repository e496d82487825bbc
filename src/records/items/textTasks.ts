/**
 * Document tree → sections and tasks of running text. A numbered item, or an unnumbered block under a heading, is a task
 * when it carries a responsibility or a deadline; all else is a section.
 */
import type { Compact } from '../../blocks/compact.js';
import type { Tree, TreeNode } from '../../tree/tree.js';
import type { ClauseContext } from '../clause/clause.js';
import type { Drafts, SectionDraft } from '../draft.js';
import type { TableContext } from '../layouts/table/place.js';
import { emit } from './emit.js';
import { assigns, readPassage } from './passage.js';
import { documentOrder, hoist, type Reading, readNode } from './reading.js';

/** Input: the tree of a document and the year that its dates take. Output: its sections and tasks in document order. */
export function textTasks(copy: Compact, tree: Tree, context: ClauseContext): Drafts {
  const drafts: Drafts = { sections: [], tasks: [], free: [], notes: [] };
  const tables: TableContext = {
    ...context,
    memory: { columns: null, styles: [], above: [] },
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
