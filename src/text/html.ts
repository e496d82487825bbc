/** The text of the main content of an HTML page. */
import type { Decoded } from '../bytes/decode.js';
import type { Note, SourceText } from '../model/model.js';
import { UnreadableDocument } from '../model/unreadable.js';
import { assemble } from './assemble.js';
import { findContent } from './content.js';
import { refuseDeepSource, refuseDeepTree } from './depth.js';
import { type Element, isElement, parsePage } from './dom.js';
import { isFurnitureLine, linkBlocks, markedFurniture } from './furniture.js';
import { declaredTitles, headElements, repeatedTitle } from './head.js';
import { measure } from './measure.js';
import { metaBlocks } from './meta.js';
import { type Line, type Page, render } from './render.js';

/** A page with its main content found. */
export interface OpenPage {
  top: Element;
  body: Element;
  /** The elements that hold the document, in document order. */
  content: Element[];
  page: Page;
}

/**
 * Parses a page and finds the document on it.
 * @throws UnreadableDocument `too-deep`, `no-text` (no element at all)
 */
export function openPage(html: string): OpenPage {
  refuseDeepSource(html);
  const root = parsePage(html);
  const top = root.children.find(isElement);
  if (!top) throw new UnreadableDocument('no-text', 'the page holds no text');
  refuseDeepTree(top);
  const body = top.children.filter(isElement).find((child) => child.name === 'body') ?? top;

  const furniture = markedFurniture(body, measure(body));
  const measures = measure(body, (element) => furniture.has(element));
  const meta = metaBlocks(body, measures);
  const content = findContent(body, measures, meta);
  const links = linkBlocks(body, measures);
  const page: Page = { measures, meta, leftOut: (element) => furniture.has(element) || links.has(element) };
  return { top, body, content, page };
}

/**
 * @throws UnreadableDocument `too-deep` (more than 1,000 nested elements), `no-text` (nothing to read on the page)
 */
export function htmlText({ text: html, charset, notes }: Decoded): SourceText {
  const { top, body, content, page } = openPage(html);
  const inner = render(content, page);
  const head = render(headElements(body, content[0] as Element, page, declaredTitles(top)), page);
  const lines = [...head, ...renumbered(inner, tablesIn(head))].filter(
    (line) => line.kind === 'row' || !isFurnitureLine(line.text),
  );
  const repeated = repeatedTitle(textLines(lines));
  if (repeated >= 0) lines.splice(repeated, 1);
  const { text, rows } = assemble(lines);
  if (text === '') throw new UnreadableDocument('no-text', 'the page holds no text');
  return { text, mediaType: 'text/html', charset, rows, notes: placeless(notes) };
}

const textLines = (lines: readonly Line[]): string[] =>
  lines.slice(0, 50).map((line) => (line.kind === 'text' ? line.text : ''));

function tablesIn(lines: readonly Line[]): number {
  const last = lines.findLast((line) => line.kind === 'row');
  return last?.kind === 'row' ? last.table + 1 : 0;
}

/** Tables of the body count on from those before it. */
function renumbered(lines: readonly Line[], by: number): Line[] {
  return lines.map((line) => (line.kind === 'row' && by > 0 ? { ...line, table: line.table + by } : line));
}

/** Damage to the bytes of a page has no place in the text taken from it: one note of each kind, without offsets. */
function placeless(notes: readonly Note[]): Note[] {
  const codes = new Map(notes.map((note) => [note.code, { ...note, start: null, end: null }]));
  return [...codes.values()];
}
