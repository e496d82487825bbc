/** What belongs to a document but stands before its body on the page: title, metadata table, information line. */
import { TITLE_METAS, TITLE_WORDS } from '../lexicon/html.js';
import { type Element, isElement, isSilent, type Node, walk, wordsOf } from './dom.js';
import { lineOf } from './flow.js';
import { type Measures, measureOf } from './measure.js';
import { isInfoLine } from './meta.js';

export interface DeclaredTitles {
  /** Content of <meta name=ArticleTitle>, squeezed. */
  metas: string[];
  /** Content of <title>, squeezed; site and column often follow the title of the document. */
  page: string;
}

const MIN_TITLE = 6;
const MAX_TITLE = 200;
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Titles that the head of the page declares. */
export function declaredTitles(root: Node): DeclaredTitles {
  const titles: DeclaredTitles = { metas: [], page: '' };
  walk(root, {
    enter(node) {
      if (!isElement(node)) return undefined;
      if (node.name === 'body') return 'skip';
      if (node.name === 'meta') {
        const name = (node.attribs.name ?? node.attribs.property ?? '').toLowerCase();
        if (TITLE_METAS.has(name)) titles.metas.push(squeeze(node.attribs.content ?? ''));
      }
      if (node.name === 'title' && titles.page === '') {
        titles.page = squeeze(node.children.map((child) => (child.type === 'text' ? child.data : '')).join(''));
      }
      return undefined;
    },
  });
  return titles;
}

/** Elements before the content, in document order: metadata blocks, information lines and the best title. */
export function headElements(
  body: Element,
  content: Element,
  page: { measures: Measures; meta: ReadonlySet<Element>; leftOut(element: Element): boolean },
  titles: DeclaredTitles,
): Element[] {
  const elements: Element[] = [];
  const candidates: { element: Element; score: number }[] = [];
  let reached = false;
  walk(body, {
    enter(node) {
      if (reached || node === content) {
        reached = true;
        return 'skip';
      }
      if (!isElement(node)) return undefined;
      const { text } = measureOf(page.measures, node);
      if (isSilent(node) || page.leftOut(node) || text === 0) return 'skip';
      if (page.meta.has(node)) {
        elements.push(node);
        return 'skip';
      }
      if (text > MAX_TITLE * 2) return undefined;
      const line = lineOf(node);
      if (isInfoLine(line)) {
        elements.push(node);
        return 'skip';
      }
      const score = titleScore(node, squeeze(line), titles);
      if (score > 0) candidates.push({ element: node, score });
      return undefined;
    },
  });
  const title = candidates.reduce<(typeof candidates)[number] | null>(
    (best, candidate) => (!best || candidate.score >= best.score ? candidate : best),
    null,
  );
  if (!title) return elements;
  const all = new Set([...elements, title.element]);
  const ordered: Element[] = [];
  walk(body, {
    enter(node) {
      if (!isElement(node)) return undefined;
      if (all.has(node)) ordered.push(node);
      return node === content || all.has(node) ? 'skip' : undefined;
    },
  });
  return ordered;
}

function titleScore(element: Element, text: string, titles: DeclaredTitles): number {
  if (text.length < MIN_TITLE || text.length > MAX_TITLE) return 0;
  if (titles.metas.includes(text)) return 4;
  if (titles.page.startsWith(text)) return 3;
  if (
    element.name === 'h1' ||
    (element.name === 'h2' && /(?:通知|方案|意见|办法|函|决定|公告|通报|规划|计划)$/.test(text))
  )
    return 2;
  return wordsOf(element).some((word) => TITLE_WORDS.has(word)) ? 1 : 0;
}

/** How far down the body may repeat the heading of its page, and what may stand between: metadata, not sentences. */
const TITLE_WITHIN = 24;

/** A signature or a line of contents may stand twice; only the title of a document is said again. */
const NAMES_A_DOCUMENT =
  /关于|(?:通知|方案|意见|办法|函|决定|公告|通报|规划|计划|要点|措施|汇编|清单|安排|细则|报告)(?:[(（].{1,20}[)）])?$/;

/**
 * The index of a heading that the body says again (its own title may be broken over several lines), or -1.
 * @param lines the first lines of the document; '' for rows of tables
 */
export function repeatedTitle(lines: readonly string[]): number {
  const first = lines.slice(0, 2 * TITLE_WITHIN).map(squeeze);
  return first.findIndex((title, i) => {
    if (i >= TITLE_WITHIN || title.length < 10 || title.length > MAX_TITLE || !NAMES_A_DOCUMENT.test(title))
      return false;
    for (let from = i + 1; from < first.length && from <= i + TITLE_WITHIN; from++) {
      if (saysAt(first, from, title)) return true;
      if (/[。:：.．]$|。/.test(first[from] ?? '')) return false;
    }
    return false;
  });
}

/** Do consecutive lines from here on, joined, make exactly the title? */
function saysAt(lines: readonly string[], from: number, title: string): boolean {
  let joined = '';
  for (let i = from; i < lines.length && lines[i] !== '' && title.startsWith(joined); i++) {
    joined += lines[i];
    if (joined === title) return true;
  }
  return false;
}
