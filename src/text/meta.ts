/** The metadata table of 政府信息公开 (索引号, 文号, 发布机构 …), whatever elements a site makes it of. */
import { INFO_LABELS, META_LABELS } from '../lexicon/html.js';
import { type Element, isBlock, isElement, isSilent, type Node, textOf, walk } from './dom.js';
import { createFlow, lineOf } from './flow.js';
import { ownRows } from './grid.js';
import { type Measures, measureOf } from './measure.js';

const byLength = (labels: readonly string[]): string[] => [...labels].sort((a, b) => b.length - a.length);
/** Pages set labels wide: 文　　号, 有 效 性. */
const spaced = (label: string): string => [...label].join('\\s*');
const LABELS = byLength([...new Set([...META_LABELS, ...INFO_LABELS])])
  .map(spaced)
  .join('|');
/** A label alone or before its value: 【索引号】 · 文 号：某政发〔2024〕3号 */
const LABEL = new RegExp(`^[\\s【\\[]*(${LABELS})[\\s】\\]]*(?:[:：]([\\s\\S]*))?$`, 'u');
/** 发布时间：2024-05-06 10:00 */
const INFO_LINE = new RegExp(`^\\s*(?:${byLength(INFO_LABELS).map(spaced).join('|')})\\s*[:：]`, 'u');

const MAX_TEXT = 1500;
const MAX_LABEL_TEXT = 300;

/** The label a text opens with, without spaces, and whether a value follows it; null: none. */
export function labelOf(text: string): { label: string; valued: boolean } | null {
  const match = LABEL.exec(text);
  if (!match) return null;
  return { label: (match[1] ?? '').replace(/\s+/g, ''), valued: (match[2] ?? '').trim() !== '' };
}

export function isInfoLine(line: string): boolean {
  return line.length < MAX_LABEL_TEXT && INFO_LINE.test(line);
}

/** The smallest elements that hold two or more pairs of label and value. */
export function metaBlocks(body: Element, measures: Measures): ReadonlySet<Element> {
  const found = new Set<Element>();
  const labels = new Map<Element, Set<string>>();
  walk(body, {
    enter(node) {
      if (!isElement(node)) return undefined;
      if (isSilent(node)) return 'skip';
      const { text } = measureOf(measures, node);
      if (text === 0) return 'skip';
      labels.set(node, new Set());
      return undefined;
    },
    leave(element) {
      const own = labels.get(element);
      labels.delete(element);
      if (!own) return;
      const { text } = measureOf(measures, element);
      if (text <= MAX_LABEL_TEXT) {
        const hit = labelOf(lineOf(element));
        if (hit) own.add(hit.label);
      }
      const whole = isBlock(element) && element.name !== 'tr' && element.name !== 'td' && element.name !== 'tbody';
      if (
        whole &&
        own.size >= 2 &&
        text <= MAX_TEXT &&
        pairsOf(element) >= 2 &&
        mostlyPairs(element) &&
        !isListHead(element)
      ) {
        // The rows of a list of pairs stand in their common parent; a pair alone is not yet the table.
        found.add(element);
        return;
      }
      if (element.name === 'table') return;
      const parent = element.parent as Node | null;
      const sum = isElement(parent) ? labels.get(parent) : undefined;
      if (sum && text <= MAX_TEXT) for (const label of own) sum.add(label);
    },
  });
  return found;
}

/** A list of documents (名称, 文号, 发布日期 as column heads) names its labels in the first row only. */
function isListHead(element: Element): boolean {
  if (element.name !== 'table') return false;
  const rows = ownRows(element);
  return rows.length > 1 && !rows.slice(1).some((row) => row.some((cell) => labelOf(lineOf(cell)) !== null));
}

function pairsOf(element: Element): number {
  const pieces = metaPieces(element);
  const hits = pieces.map((piece) => labelOf(piece));
  return hits.filter((hit, i) => hit && (hit.valued || (i + 1 < hits.length && hits[i + 1] === null))).length;
}

/** Share of lines with a label below which an element is the article itself, with its metadata inside. */
const PAIR_SHARE = 0.6;

function mostlyPairs(element: Element): boolean {
  const lines = metaLines(element);
  const labelled = lines.filter(
    (line) => labelOf(line) !== null || labelOf(line.split('\t')[0] as string) !== null,
  ).length;
  return labelled >= PAIR_SHARE * lines.length;
}

/** The lines of a metadata block: one pair on each, label cell and value cell separated by a tab. */
export function metaLines(element: Element): string[] {
  const lines: string[] = [];
  const pieces = metaPieces(element);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as string;
    const hit = labelOf(piece);
    const value = pieces[i + 1];
    if (hit && !hit.valued && value !== undefined && !labelOf(value)) {
      lines.push(`${piece}\t${value}`);
      i++;
    } else lines.push(piece);
  }
  return lines;
}

/** Cuts at block and cell boundaries, at <br> and before inline elements that open with a label. */
function metaPieces(element: Element): string[] {
  const pieces: string[] = [];
  const flow = createFlow((segment) => pieces.push(segment));
  walk(element, {
    enter(node) {
      const data = textOf(node);
      if (data !== null) flow.text(data, false);
      if (!isElement(node)) return undefined;
      if (isSilent(node)) return 'skip';
      if (node.name === 'br' || isBlock(node)) flow.cut();
      else if (node.children.length > 0 && labelOf(lineOf(node).slice(0, MAX_LABEL_TEXT))) flow.cut();
      return undefined;
    },
    leave(child) {
      if (isBlock(child)) flow.cut();
    },
  });
  flow.cut();
  return pieces;
}
