/**
 * Refuses pages nested deeper than 1,000 elements before the parser sees them: an HTML parser looks up its stack of
 * open elements at every tag, so a million nested tags would take hours. The scan is a rough tree builder, linear.
 */
import { UnreadableDocument } from '../model/unreadable.js';
import { isElement, type Node, walk } from './dom.js';

export const MAX_DEPTH = 1000;

/** Never open for long: void elements, and html, head, body, of which a page has one each whatever it writes. */
const VOID: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr html head body'.split(
    ' ',
  ),
);
/** Elements whose content is text to the parser. */
const RAW: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext'.split(' '),
);
/** Block starts that end an open <p>. */
const ENDS_P: ReadonlySet<string> = new Set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li listing main menu nav ol p pre search section summary table ul'.split(
    ' ',
  ),
);
const TABLE_PARTS: ReadonlySet<string> = new Set('tbody thead tfoot tr td th caption colgroup'.split(' '));
/** An end tag of an inline element (</span>) does not end a block opened after it. */
const isBlockName = (name: string): boolean => ENDS_P.has(name) || TABLE_PARTS.has(name);
/** What an end tag or an implied end of a block does not reach across. */
const SCOPE = ['table', 'td', 'th', 'caption', 'button', 'object', 'template', 'marquee', 'applet'];
const ROW_GROUP_ENDS = ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption', 'colgroup'];
/** Starts that end an open element of the same group, inside of the given limits: an unclosed <li> is not nesting. */
const IMPLIED_ENDS = new Map<string, { ends: string[]; within: string[] }>([
  ['li', { ends: ['li'], within: ['ul', 'ol', 'menu', 'dir', ...SCOPE] }],
  ['dt', { ends: ['dt', 'dd'], within: ['dl', ...SCOPE] }],
  ['dd', { ends: ['dt', 'dd'], within: ['dl', ...SCOPE] }],
  ['td', { ends: ['td', 'th', 'caption'], within: ['table'] }],
  ['th', { ends: ['td', 'th', 'caption'], within: ['table'] }],
  ['tr', { ends: ['td', 'th', 'tr', 'caption', 'colgroup'], within: ['table'] }],
  ['tbody', { ends: ROW_GROUP_ENDS, within: ['table'] }],
  ['thead', { ends: ROW_GROUP_ENDS, within: ['table'] }],
  ['tfoot', { ends: ROW_GROUP_ENDS, within: ['table'] }],
  ['option', { ends: ['option'], within: ['select'] }],
  ['optgroup', { ends: ['option', 'optgroup'], within: ['select'] }],
  ['a', { ends: ['a'], within: SCOPE }],
]);
const HEADING = /^h[1-6]$/;
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'caption']);

/** Unclosed formatting elements are opened again by the parser in every block that follows. */
const FORMATTING: ReadonlySet<string> = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));
/** The parser opens at most three equal ones again ("Noah's Ark"). */
const EQUAL_FORMATTING = 3;
/** Elements made again by such tags in all; real pages stay far below. */
const MAX_REOPENED = 20_000_000;

/**
 * @param html the page as decoded
 * @throws UnreadableDocument `too-deep` where more than 1,000 elements are open at once
 */
export function refuseDeepSource(html: string): void {
  const open = openElements();
  let raw: string | null = null;
  let at = html.indexOf('<');
  while (at >= 0) {
    if (raw !== null) at = endOfRaw(html, raw, at);
    raw = null;
    const tag = at < 0 ? null : tagAt(html, at);
    if (tag === 'end') return;
    if (tag === null) {
      at = at < 0 ? -1 : html.indexOf('<', at + 1);
      continue;
    }
    at = html.indexOf('<', tag.end);
    if (tag.name === '' || VOID.has(tag.name)) continue;
    if (tag.closing) open.close(tag.name);
    else if (RAW.has(tag.name)) raw = tag.name;
    else open.open(tag.name, tag.source);
  }
}

/** The stack of open elements, as far as depth goes. Every step is (amortised) constant. */
function openElements() {
  const stack: { name: string; closed: boolean }[] = [];
  const places = new Map<string, number[]>();
  const blocks: number[] = [];
  const outerFormatting: string[][] = [];
  let formatting: string[] = [];
  let depth = 0;
  let reopened = 0;

  const topOf = (name: string): number => places.get(name)?.at(-1) ?? -1;
  const highest = (names: readonly string[]): number => names.reduce((top, name) => Math.max(top, topOf(name)), -1);

  const popTo = (size: number): void => {
    while (stack.length > size) {
      const entry = stack.pop();
      if (!entry || entry.closed) continue;
      depth--;
      places.get(entry.name)?.pop();
      if (blocks.at(-1) === stack.length) blocks.pop();
      if (CELLS.has(entry.name)) formatting = outerFormatting.pop() ?? [];
    }
  };

  const push = (name: string): void => {
    const list = places.get(name);
    if (list) list.push(stack.length);
    else places.set(name, [stack.length]);
    if (isBlockName(name)) blocks.push(stack.length);
    stack.push({ name, closed: false });
    if (CELLS.has(name)) {
      outerFormatting.push(formatting);
      formatting = [];
    }
    if (++depth > MAX_DEPTH) refuse();
  };

  const open = (name: string, source: string): void => {
    if (source.endsWith('/>') && highest(['svg', 'math']) >= 0) return;
    if (ENDS_P.has(name)) {
      if (topOf('p') > highest(SCOPE)) popTo(topOf('p'));
      reopened += formatting.length;
    }
    if (HEADING.test(name) && HEADING.test(stack.at(-1)?.name ?? '')) popTo(stack.length - 1);
    const implied = IMPLIED_ENDS.get(name);
    if (implied) {
      const limit = highest(implied.within);
      for (const end of implied.ends) if (topOf(end) > limit) popTo(topOf(end));
    }
    push(name);
    if (!FORMATTING.has(name)) return;
    if (formatting.filter((other) => other === source).length < EQUAL_FORMATTING) formatting.push(source);
    if (formatting.length > MAX_DEPTH || reopened > MAX_REOPENED) refuse();
  };

  const close = (name: string): void => {
    if (FORMATTING.has(name)) {
      const last = formatting.findLastIndex((source) => nameOf(source) === name);
      if (last >= 0) formatting.splice(last, 1);
    }
    const place = topOf(name);
    if (place < 0) return;
    if (name === 'table') popTo(place);
    else if (TABLE_PARTS.has(name)) {
      if (place > topOf('table')) popTo(place);
    } else if (isBlockName(name)) {
      if (place > highest(SCOPE)) popTo(place);
    } else if (place > (blocks.at(-1) ?? -1)) popTo(place);
    else if (FORMATTING.has(name)) {
      // <b><div></b>: the <b> is closed, the <div> stays open.
      const entry = stack[place];
      if (entry) entry.closed = true;
      places.get(name)?.pop();
      depth--;
    }
  };

  return { open, close };
}

interface Tag {
  closing: boolean;
  /** Lower case; empty for comments, doctypes and processing instructions. */
  name: string;
  source: string;
  end: number;
}

/** The name of a tag: <P align=center> → P */
const TAG_NAME = /<\/?([a-z][^\s/>]*)/iy;

function nameOf(source: string): string {
  TAG_NAME.lastIndex = 0;
  return TAG_NAME.exec(source)?.[1]?.toLowerCase() ?? '';
}

/** The tag or comment that begins at a '<'; null where none does, 'end' where it is not closed before the end. */
function tagAt(html: string, at: number): Tag | null | 'end' {
  const next = html[at + 1] ?? '';
  if (next === '!' || next === '?') {
    const comment = html.startsWith('<!--', at);
    const close = html.indexOf(comment ? '-->' : '>', at + (comment ? 2 : 1));
    return close < 0 ? 'end' : { closing: false, name: '', source: '', end: close + 1 };
  }
  TAG_NAME.lastIndex = at;
  const name = TAG_NAME.exec(html)?.[1];
  if (name === undefined) return null;
  const end = tagEnd(html, TAG_NAME.lastIndex);
  if (end < 0) return 'end';
  return { closing: next === '/', name: name.toLowerCase(), source: html.slice(at, end), end };
}

/** Behind the '>' that closes a tag: one inside a quoted value does not. */
function tagEnd(html: string, from: number): number {
  let afterEquals = false;
  for (let i = from; i < html.length; i++) {
    const character = html[i];
    if (character === '>') return i + 1;
    if (afterEquals && (character === '"' || character === "'")) {
      const quote = html.indexOf(character, i + 1);
      if (quote < 0) return -1;
      i = quote;
      afterEquals = false;
    } else if (character === '=') afterEquals = true;
    else if (character?.trim() !== '') afterEquals = false;
  }
  return -1;
}

/** Where the end tag of a <script> or the like stands, or -1. */
function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
}

/** The same limit on the tree the parser made (it may nest differently). */
export function refuseDeepTree(top: Node): void {
  let depth = 0;
  walk(top, {
    enter(node) {
      if (isElement(node) && ++depth > MAX_DEPTH) refuse();
      return undefined;
    },
    leave() {
      depth--;
    },
  });
}

function refuse(): never {
  throw new UnreadableDocument('too-deep', `elements are nested deeper than ${MAX_DEPTH.toLocaleString('en')}`);
}
