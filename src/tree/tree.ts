/**
 * Blocks → document tree: sections and items by their ordinals, each with the paragraphs and rows that stand in it.
 * A bundle holds several plans, each with a title and a 一、二、三 of its own.
 */
import type { Block, Paragraph } from '../blocks/block.js';
import type { Blocks } from '../blocks/blocks.js';
import type { Range } from '../blocks/compact.js';
import { endsSentence, isDateLine } from '../blocks/join.js';
import { labelAt } from '../blocks/label.js';
import { LEVEL, type Ordinal, ordinalAt } from '../blocks/ordinal.js';
import { ATTACHMENT } from '../lexicon/titles.js';
import { grown } from '../model/grown.js';
import { splitRunOn } from './runOn.js';
import { type PlanTitle, planTitles } from './titles.js';

export interface TreeNode {
  /** Nodes are counted in document order from the root, which is 0: what is known of each stands in arrays. */
  index: number;
  kind: 'root' | 'plan' | 'item';
  ordinal: Ordinal | null;
  /** Its first paragraph, ordinal included; of a plan its title. Null for the root. */
  head: Range | null;
  /** Where the text begins behind the ordinal. */
  textFrom: number;
  /** The head ends without a full stop: a heading of its own. */
  isHeading: boolean;
  /** Paragraphs and rows behind the head and before the first child. */
  parts: Block[];
  children: TreeNode[];
  parent: TreeNode | null;
}

export interface Tree {
  root: TreeNode;
  /** Titles of plans; more than one make a bundle. */
  plans: PlanTitle[];
  blocks: readonly Block[];
}

function makeNode(
  index: number,
  kind: TreeNode['kind'],
  parent: TreeNode | null,
  head: Range | null,
  ordinal: Ordinal | null,
): TreeNode {
  const textFrom = head === null ? 0 : head.from + (ordinal?.length ?? 0);
  return { index, kind, ordinal, head, textFrom, isHeading: false, parts: [], children: [], parent };
}

/** Input: the blocks of a document. Output: its tree; every block stands in exactly one node, as head or as part. */
export function toTree(source: Blocks): Tree {
  const { s } = source.copy;
  const blocks = splitRunOn(source.copy, source.blocks);
  const plans = planTitles(s, blocks);
  const titleAt = new Map(plans.map((plan) => [plan.first, plan]));
  const bundle = plans.length > 1;
  const root = makeNode(0, 'root', null, null, null);
  let count = 1;
  let scope = root;
  let top = root;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const plan = titleAt.size === 0 ? undefined : titleAt.get(i);
    if (plan) {
      // Sections of the covering notice end where an attached plan begins.
      scope = makeNode(count++, 'plan', root, { from: plan.from, to: plan.to }, null);
      if (bundle) root.children.push(scope);
      else {
        scope = root;
        for (let k = i; k <= plan.last; k++) root.parts.push(blocks[k] as Block);
      }
      top = scope;
      i = plan.last;
      continue;
    }
    // A signature's date ends the text above it, 附件 begins another: neither lies in the last section.
    if (block.kind === 'paragraph' && closesSections(s, block)) {
      top = scope;
      top.parts = grown(top.parts, block);
      continue;
    }
    const ordinal = block.kind === 'paragraph' && labelAt(s, block.from) === null ? ordinalAt(s, block.from) : null;
    if (ordinal === null) {
      top.parts = grown(top.parts, block);
      continue;
    }
    const parent = parentFor(top, scope, ordinal);
    const node = makeNode(count++, 'item', parent, block, ordinal);
    node.isHeading = isHeading(s, block as Paragraph);
    parent.children = grown(parent.children, node);
    top = node;
  }
  return { root, plans: bundle ? plans : [], blocks };
}

function closesSections(s: string, { from, to }: Range): boolean {
  const end = Math.min(to, from + 40);
  if (s.charAt(from) !== '附' && s.charAt(end - 1) !== '日') return false;
  const ink = s.slice(from, end);
  return isDateLine(ink) || ATTACHMENT.test(ink);
}

/** A full stop or a semicolon, or the '.' that OCR put for one. */
const SENTENCE_INSIDE = /[。;]|[\u4e00-\u9fa5”"》)][.](?=[\u4e00-\u9fa5“"《(A-Z])/;

function isHeading(s: string, block: Paragraph): boolean {
  const tail = s.slice(Math.max(block.from, block.to - 8), block.to);
  return (
    !endsSentence(tail) && !SENTENCE_INSIDE.test(s.slice(block.from, block.to).replace(/[(〔][^()〔〕]*[)〕]?$/, ''))
  );
}

/** The node that an ordinal stands under: a sibling's parent where its style is open, else the nearest higher level. */
function parentFor(top: TreeNode, scope: TreeNode, ordinal: Ordinal): TreeNode {
  for (let node: TreeNode | null = top; node !== null && node !== scope; node = node.parent) {
    if (node.ordinal?.style === ordinal.style) return node.parent ?? scope;
  }
  let node = top;
  while (node !== scope && node.ordinal !== null && LEVEL[node.ordinal.style] >= LEVEL[ordinal.style]) {
    node = node.parent ?? scope;
  }
  return node;
}

/** Visits every node below `node`, itself included, in document order. No recursion: depth is data. */
export function walk(node: TreeNode, visit: (node: TreeNode) => void): void {
  const stack = [node];
  while (stack.length > 0) {
    const next = stack.pop() as TreeNode;
    visit(next);
    for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as TreeNode);
  }
}
