/** The parsed page: node types, iterative walks (pages nest deep: nothing here recurses) and small questions. */
import { createRequire } from 'node:module';
import type { Cheerio, CheerioAPI } from 'cheerio';

/** domhandler's types, taken from cheerio, whose dependency it is. */
type Root = ReturnType<CheerioAPI['root']> extends Cheerio<infer Document> ? Document : never;
export type Node = Root['children'][number];
export type Element = Extract<Node, { attribs: Record<string, string> }>;

const require = createRequire(import.meta.url);

export function parsePage(html: string): Root {
  // Loaded with the first page: it takes longer than parsing most texts.
  const { load } = require('cheerio') as typeof import('cheerio');
  const root = load(html).root().get(0);
  if (!root) throw new Error('cheerio returned no document');
  return root;
}

export function isElement(node: Node | null | undefined): node is Element {
  return node != null && 'attribs' in node;
}

/** Text of a text node, else null (comments and doctypes are no text). */
export function textOf(node: Node): string | null {
  return node.type === 'text' ? node.data : null;
}

export function parentOf(node: Node): Element | null {
  return isElement(node.parent as Node | null) ? (node.parent as Element) : null;
}

export interface Visitor {
  /** Called before the children; 'skip' leaves them and `leave` out. */
  enter(node: Node): 'skip' | undefined;
  /** Called after the children of an element. */
  leave?(element: Element): void;
}

/** Walks a subtree in document order, without recursion. */
export function walk(top: Node, visitor: Visitor): void {
  let node: Node | null = top;
  while (node) {
    const skipped: boolean = visitor.enter(node) === 'skip';
    if (!skipped && isElement(node)) {
      if (node.children.length > 0) {
        node = node.children[0] as Node;
        continue;
      }
      visitor.leave?.(node);
    }
    while (node && node !== top && !node.nextSibling) {
      node = node.parent as Node | null;
      if (isElement(node)) visitor.leave?.(node);
    }
    node = !node || node === top ? null : (node.nextSibling as Node | null);
  }
}

/** Elements whose content is never text of the page. */
const SILENT: ReadonlySet<string> = new Set(
  'script style noscript template select option datalist input textarea button iframe object embed svg math canvas audio video map head title'.split(
    ' ',
  ),
);

/** display:none, visibility: hidden */
const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Scripts, form controls and whatever is not shown. */
export function isSilent(element: Element): boolean {
  if (SILENT.has(element.name)) return true;
  if ('hidden' in element.attribs) return true;
  const style = element.attribs.style;
  return style !== undefined && HIDING_STYLE.test(style);
}

const BLOCK_NAMES: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** display:block, display: flex, display:table-cell */
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item)/i;

/** Does a line begin and end with this element? */
export function isBlock(element: Element): boolean {
  if (BLOCK_NAMES.has(element.name)) return true;
  const style = element.attribs.style;
  return style !== undefined && BLOCK_STYLE.test(style);
}

/** white-space: pre, pre-wrap, pre-line */
const PRE_STYLE = /white-space\s*:\s*pre/i;

/** Are line ends of the source line ends on the page? */
export function keepsLineEnds(element: Element): boolean {
  if (element.name === 'pre' || element.name === 'xmp' || element.name === 'listing') return true;
  const style = element.attribs.style;
  return style !== undefined && PRE_STYLE.test(style);
}

/** Class and id tokens in lower case: class="TRS_Editor big" id=Zoom → trs_editor, big, zoom */
export function tokensOf(element: Element): string[] {
  const { class: classes, id } = element.attribs;
  if (classes === undefined && id === undefined) return [];
  return `${classes ?? ''} ${id ?? ''}`.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Words of class and id: xl-navBox → xl, nav, box */
export function wordsOf(element: Element): string[] {
  const { class: classes, id } = element.attribs;
  if (classes === undefined && id === undefined) return [];
  return `${classes ?? ''} ${id ?? ''}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_\d-]+/)
    .filter(Boolean);
}
