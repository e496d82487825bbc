/** Where a page leads: all its links, and the attachments (附件) of the document on it. */
import { ATTACHMENT_MENTION, FILE_ENDINGS, PAGE_ENDINGS } from '../lexicon/attachments.js';
import { isElement, isSilent, type Node, textOf, walk } from './dom.js';
import { openPage } from './html.js';

export interface PageLinks {
  /** What relative links are relative to, as <base> says; null: the address of the page. */
  base: string | null;
  /** Every link, in document order, as written. */
  all: string[];
  /** Those of the main content that lead to files. */
  attachments: string[];
}

/**
 * The links of a page.
 * @throws UnreadableDocument `too-deep`, `no-text`
 */
export function pageLinks(html: string): PageLinks {
  const { top, content, page } = openPage(html);
  const links: PageLinks = { base: null, all: [], attachments: [] };
  walk(top, {
    enter(node) {
      if (!isElement(node)) return undefined;
      if (node.name === 'base') links.base ??= node.attribs.href ?? null;
      const href = hrefOf(node);
      if (href !== null) links.all.push(href);
      return undefined;
    },
  });
  // A link to another page is an attachment only once the document has spoken of attachments: 相关阅读 has links too.
  let spoken = false;
  for (const part of content) {
    walk(part, {
      enter(node) {
        spoken ||= ATTACHMENT_MENTION.test(textOf(node) ?? '');
        if (!isElement(node)) return undefined;
        if (isSilent(node) || page.leftOut(node)) return 'skip';
        const href = hrefOf(node);
        if (href === null) return undefined;
        spoken ||= ATTACHMENT_MENTION.test(firstText(node));
        if (endsIn(FILE_ENDINGS, href) || (spoken && endsIn(PAGE_ENDINGS, href))) links.attachments.push(href);
        return undefined;
      },
    });
  }
  return links;
}

function hrefOf(node: Node): string | null {
  if (!isElement(node) || (node.name !== 'a' && node.name !== 'area')) return null;
  return node.attribs.href?.trim() ?? null;
}

/** The text that stands directly in a link, also in a <span> of it. */
function firstText(link: Node): string {
  let found = '';
  walk(link, {
    enter(node) {
      if (found === '') found = (textOf(node) ?? '').trim();
      return found === '' ? undefined : 'skip';
    },
  });
  return found;
}

/** Does the path end so, or the last value of the query (download?file=1.docx)? */
function endsIn(endings: ReadonlySet<string>, href: string): boolean {
  const [path = '', ...query] = (href.split('#')[0] ?? '').split('?');
  return [path, query.join('?')].some((part) => endings.has(endingOf(part)));
}

/** a/b.PDF → pdf; '' where there is none */
function endingOf(part: string): string {
  const dot = part.lastIndexOf('.');
  return dot > part.lastIndexOf('/') ? part.slice(dot + 1).toLowerCase() : '';
}
