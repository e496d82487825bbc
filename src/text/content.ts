/** Where on the page the document stands. */
import { BODY_TOKENS } from '../lexicon/html.js';
import { type Element, isElement, parentOf, tokensOf, walk } from './dom.js';
import { lineOf } from './flow.js';
import { isFooterText, isLinkBlock } from './furniture.js';
import { type Measures, measureOf, weightOf } from './measure.js';
import { isDataTable } from './tables.js';

/** Share of the text that the child to descend into must hold. */
const DESCEND_SHARE = 0.72;
/** A known body that holds less than this share of what plain descent finds is another box of the same class. */
const KNOWN_SHARE = 0.3;
/** Link text that a wrapper may add around the body: a few attachments, not a navigation. */
const MAX_ADDED_LINKS = 40;

/**
 * The elements that hold the document, in document order: the body of a known content system, else the element that
 * plain descent reaches, widened to the container around it while that adds no navigation and no page foot.
 * @param measures without furniture
 */
export function findContent(body: Element, measures: Measures, meta: ReadonlySet<Element>): Element[] {
  const known = knownBodies(body, measures);
  const descended = descend(body, measures, meta);
  const knownWeight = known.reduce((sum, element) => sum + measureOf(measures, element).text, 0);
  const cores =
    known.length > 0 && knownWeight >= KNOWN_SHARE * measureOf(measures, descended).text ? known : [descended];
  if (cores.length > 1) return cores;
  const core = widen(cores[0] as Element, body, measures);
  return [core, ...tails(core, body, measures)];
}

function knownBodies(body: Element, measures: Measures): Element[] {
  const matches: Element[] = [];
  walk(body, {
    enter(node) {
      if (!isElement(node)) return undefined;
      const { text } = measureOf(measures, node);
      if (text === 0) return 'skip';
      if (!tokensOf(node).some((token) => BODY_TOKENS.has(token))) return undefined;
      matches.push(realBody(node, measures));
      return 'skip';
    },
  });
  const largest = matches.reduce<Element | null>(
    (top, match) => (!top || measureOf(measures, match).text > measureOf(measures, top).text ? match : top),
    null,
  );
  if (!largest) return [];
  const text = squeezed(largest);
  const size = measureOf(measures, largest).text;
  return matches.filter((match) => {
    if (match === largest) return true;
    const { text: own, links } = measureOf(measures, match);
    if (links > 0.5 * own || (own < 0.1 * size && match.parent !== largest.parent)) return false;
    // The same article again for mobile readers.
    return !text.includes(squeezed(match)) && !isDouble(largest, match, measures);
  });
}

/** The outermost match is the body unless it adds a lot of links to an inner one that holds its text. */
function realBody(outer: Element, measures: Measures): Element {
  const whole = measureOf(measures, outer);
  let inner: Element | null = null;
  walk(outer, {
    enter(node) {
      if (inner || !isElement(node)) return inner ? 'skip' : undefined;
      if (node === outer || !tokensOf(node).some((token) => BODY_TOKENS.has(token))) return undefined;
      const own = measureOf(measures, node);
      if (own.text - own.links >= 0.75 * (whole.text - whole.links) && whole.links - own.links > 0.3 * whole.text)
        inner = node;
      return undefined;
    },
  });
  return inner ?? outer;
}

function descend(body: Element, measures: Measures, meta: ReadonlySet<Element>): Element {
  let current = body;
  for (;;) {
    const children = current.children.filter(isElement);
    let next = children.find((child) => weightOf(measures, child) >= DESCEND_SHARE * weightOf(measures, current));
    next ??= doubled(children, measures);
    if (!next || meta.has(next) || weightOf(measures, next) === 0) return current;
    if (next.name === 'table' && isDataTable(next, measures)) return current;
    current = next;
  }
}

/** The larger of two children with the same text: one version for desks, one for mobiles. */
function doubled(children: Element[], measures: Measures): Element | undefined {
  const [first, second] = [...children].sort((a, b) => weightOf(measures, b) - weightOf(measures, a));
  if (!first || !second || !isDouble(first, second, measures)) return undefined;
  return first;
}

function isDouble(a: Element, b: Element, measures: Measures): boolean {
  const weights = [weightOf(measures, a), weightOf(measures, b)];
  if (Math.min(...weights) < 60 || Math.min(...weights) < 0.7 * Math.max(...weights)) return false;
  const text = squeezed(b);
  const middle = Math.floor(text.length / 2);
  return squeezed(a).includes(text.slice(middle - 20, middle + 20));
}

const squeezed = (element: Element): string => lineOf(element).replace(/\s+/g, '');

/** Climbs while the parent adds text of the document (title, metadata, attached tables) and no navigation. */
function widen(core: Element, body: Element, measures: Measures): Element {
  let current = core;
  for (let parent = parentOf(current); parent && parent !== body.parent; parent = parentOf(parent)) {
    const inner = current;
    const own = measureOf(measures, current);
    const outer = measureOf(measures, parent);
    if (outer.links - own.links > Math.max(MAX_ADDED_LINKS, 0.03 * own.text)) return current;
    const others = parent.children.filter(isElement).filter((child) => child !== inner);
    const adding = others.filter((child) => measureOf(measures, child).text > 0);
    if (adding.some((child) => isFooterText(lineOf(child)) || isDouble(current, child, measures))) return current;
    current = parent;
  }
  return current;
}

/** Attached tables and 附件 that stand behind the body but in the same container as other boxes. */
function tails(core: Element, body: Element, measures: Measures): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = core; at && at !== body; at = parentOf(at)) {
    let attached = false;
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      if (!isElement(next) || measureOf(measures, next).text === 0) continue;
      const line = lineOf(next);
      if (isFooterText(line) || isLinkBlock(next, measures)) {
        attached = false;
        continue;
      }
      attached ||= /^附\s*[件表录]/.test(line);
      if (attached || SIGNED.test(line) || holdsDataTable(next, measures)) found.push(next);
    }
    const parent = parentOf(at);
    if (parent && weightOf(measures, parent) > 3 * Math.max(1, weightOf(measures, core))) break;
  }
  return found;
}

/** A line of signature and date: 某某市人民政府办公室 2024年3月5日 */
const SIGNED = /^.{0,60}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;

function holdsDataTable(top: Element, measures: Measures): boolean {
  let found = false;
  walk(top, {
    enter(node) {
      if (!found && isElement(node) && node.name === 'table') found = isDataTable(node, measures);
      return found ? 'skip' : undefined;
    },
  });
  return found;
}
