/** How much text and how many links every element holds, counted bottom-up in one pass. */
import { BODY_TOKENS } from '../lexicon/html.js';
import { type Element, isElement, isSilent, type Node, parentOf, textOf, tokensOf, walk } from './dom.js';

export interface Measure {
  /** Characters without white space. */
  text: number;
  /** Of these, inside <a>. */
  links: number;
  anchors: number;
  /** Is it, or does it hold, a known body of a content system? */
  body: boolean;
}

export type Measures = ReadonlyMap<Element, Measure>;

/** Measures a subtree; elements for which `skip` holds count as nothing. */
export function measure(top: Node, skip: (element: Element) => boolean = () => false): Measures {
  const measures = new Map<Element, Measure>();
  let anchors = 0;
  walk(top, {
    enter(node) {
      const data = textOf(node);
      if (data !== null) {
        const parent = parentOf(node);
        const own = parent && measures.get(parent);
        if (!own) return undefined;
        const size = data.replace(/\s+/g, '').length;
        own.text += size;
        if (anchors > 0) own.links += size;
        return undefined;
      }
      if (!isElement(node)) return undefined;
      const body = tokensOf(node).some((token) => BODY_TOKENS.has(token));
      if (isSilent(node) || skip(node)) {
        measures.set(node, { text: 0, links: 0, anchors: 0, body: false });
        return 'skip';
      }
      measures.set(node, { text: 0, links: 0, anchors: node.name === 'a' ? 1 : 0, body });
      if (node.name === 'a') anchors++;
      return undefined;
    },
    leave(element) {
      if (element.name === 'a') anchors--;
      const own = measures.get(element);
      const parent = element === top ? null : parentOf(element);
      const sum = parent && measures.get(parent);
      if (!own || !sum) return;
      sum.text += own.text;
      sum.links += own.links;
      sum.anchors += own.anchors;
      sum.body ||= own.body;
    },
  });
  return measures;
}

const NOTHING: Measure = { text: 0, links: 0, anchors: 0, body: false };

export function measureOf(measures: Measures, element: Element): Measure {
  return measures.get(element) ?? NOTHING;
}

/** Text that is not a link. */
export function weightOf(measures: Measures, element: Element): number {
  const { text, links } = measureOf(measures, element);
  return text - links;
}
