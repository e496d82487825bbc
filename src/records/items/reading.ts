/** A node of the tree, read: its heading, and its passages in groups of a text and the clauses about it. */
import type { Block, Paragraph } from '../../blocks/block.js';
import type { Compact, Range } from '../../blocks/compact.js';
import { endsSentence } from '../../blocks/join.js';
import type { Ordinal } from '../../blocks/ordinal.js';
import { grown } from '../../model/grown.js';
import type { TreeNode } from '../../tree/tree.js';
import type { ClauseContext } from '../clause/clause.js';
import { firstSentence } from '../sentences.js';
import { assigns, type Passage, readPassage } from './passage.js';

/** Passages that belong together: text, then the clauses about it. */
export interface Group {
  passages: Passage[];
  withHead: boolean;
  /** One of its clauses says who or when. */
  assigned: boolean;
}

export interface Reading {
  head: Passage | null;
  groups: Group[];
  /** Rows among the parts, in order, with the number of the group they follow. */
  rows: Extract<Block, { kind: 'row' }>[];
}

export function documentOrder(root: TreeNode): TreeNode[] {
  const out: TreeNode[] = [];
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop() as TreeNode;
    out.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as TreeNode);
  }
  return out;
}

export function readNode(copy: Compact, node: TreeNode, context: ClauseContext): Reading {
  const reading: Reading = { head: null, groups: [], rows: [] };
  let group: Group | null = null;
  const add = (passage: Passage, isHead: boolean): void => {
    const assigned = assigns(passage.clauses);
    if (group === null || (group.assigned && passage.body.length > 0)) {
      group = { passages: [passage], withHead: isHead, assigned };
      reading.groups = grown(reading.groups, group);
      return;
    }
    group.passages.push(passage);
    group.assigned ||= assigned;
  };
  if (node.head && node.kind === 'item') {
    reading.head = readPassage(copy, { from: node.textFrom, to: node.head.to }, context);
    add(reading.head, true);
  }
  const lastRow = node.parts.findLastIndex((part) => part.kind === 'row');
  for (let i = 0; i < node.parts.length; i++) {
    const part = node.parts[i] as Block;
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
export function hoist(s: string, node: TreeNode, readings: readonly Reading[]): boolean {
  const { children } = node;
  const last = children.at(-1);
  if (node.kind !== 'item' || children.length < 2 || last === undefined) return false;
  const acts = (child: TreeNode): boolean => (readings[child.index] as Reading).groups.some((group) => group.assigned);
  if (children.slice(0, -1).some((child) => acts(child) || child.children.length > 0)) return false;
  const style = (last.ordinal as Ordinal).style;
  const reading = readings[last.index] as Reading;
  const small = style === 'numParen' || style === 'circle';
  const first = reading.groups[0];
  const own = readings[node.index] as Reading;
  if (!first || reading.groups.length > 1 || last.children.length > 0 || !acts(last)) return false;
  if (own.groups.some((group) => group.assigned)) return false;
  const apart = first.passages.every((passage) => passage.body.length === 0 || !assigns(passage.clauses));
  if (!small && !(apart && node.isHeading && oneLiners(s, children))) return false;
  const target: Group = own.groups.find((group) => group.withHead) ?? { passages: [], withHead: true, assigned: true };
  for (const passage of first.passages) {
    if (passage.clauses.length === 0) continue;
    target.passages.push({ range: passage.range, clauses: passage.clauses, body: [] });
    passage.clauses = [];
  }
  target.assigned = true;
  first.assigned = false;
  if (!own.groups.includes(target)) own.groups.unshift(target);
  return true;
}

/** Children that are single sentences: steps of one task rather than tasks. */
function oneLiners(s: string, children: readonly TreeNode[]): boolean {
  return children.every((child) => child.head !== null && firstSentence(s, child.textFrom, child.head.to - 1) < 0);
}

export function headingRanges(copy: Compact, node: TreeNode, reading: Reading): Range[] {
  const head = node.head as Range;
  const { s } = copy;
  const first = reading.head?.body[0];
  let to = first ? first.to : head.to;
  const stop = firstSentence(s, node.textFrom, to);
  // A heading that is the item's whole text keeps its full stop; a run-in one is written without it.
  if (stop >= 0) to = stop + 1 < head.to ? stop : stop + 1;
  return [{ from: head.from, to: Math.max(to, head.from + 1) }];
}
