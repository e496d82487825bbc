/**
 * Document tree → sections and tasks of running text. A numbered item, or an unnumbered block under a heading, is a task
 * when it carries a responsibility or a deadline; all else is a section.
 */
import type { Compact } from '../../blocks/compact.js';
import type { Tree, TreeNode } from '../../tree/tree.js';
import type { ClauseContext } from '../clause/clause.js';
import type { Drafts } from '../draft.js';
import type { TableContext } from '../layouts/table/place.js';
import { emit, type Walk } from './emit.js';
import { readPassage } from './passage.js';
import { documentOrder, hoist, type Reading, readNode } from './reading.js';

/** Input: the tree of a document and the year that its dates take. Output: its sections and tasks in document order. */
export function textTasks(copy: Compact, tree: Tree, context: ClauseContext): Drafts {
  const drafts: Drafts = { sections: [], tasks: [], free: [], notes: [] };
  const tables: TableContext = {
    ...context,
    memory: { columns: null, styles: [], above: [] },
    readText: (range) => readPassage(copy, range, context),
  };
  const readings: Reading[] = [];
  const nodes = documentOrder(tree.root);
  for (const node of nodes) readings[node.index] = readNode(copy, node, context);
  const active = readings.map(() => false);
  // Children come after their parents in document order: backwards, a node's descendants are known before it.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as TreeNode;
    const reading = readings[node.index] as Reading;
    if (hoist(copy.s, node, readings)) active[(node.children.at(-1) as TreeNode).index] = false;
    active[node.index] =
      reading.rows.length > 0 ||
      node.children.some((child) => active[child.index] === true) ||
      reading.groups.some((group) => group.assigned);
  }
  const walk: Walk = {
    copy,
    readings,
    active,
    skip: [],
    sectionOf: [],
    drafts,
    sectionsByText: { known: new Map(), count: 0 },
    tables,
  };
  for (const node of nodes) {
    const parent = node.parent ? (walk.sectionOf[node.parent.index] ?? null) : null;
    walk.sectionOf[node.index] = parent;
    if (walk.skip[node.index] !== true) emit(walk, node, parent);
  }
  return drafts;
}
