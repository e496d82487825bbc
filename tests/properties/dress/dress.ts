/** A dress: the same document written another way. */
import type { DocumentRecord } from '../../../src/model/model.js';
import type { Source } from '../corpora.js';

export interface Dress {
  name: string;
  /** Whether the document can wear it without losing what a reader needs. */
  fits(source: Source): boolean;
  /** The bytes in this dress; `plain` is the record of the document as it stands. */
  wear(source: Source, plain: DocumentRecord): Uint8Array;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Changes the words of a page and none of its markup (nor script, style and head). */
export function onTextNodes(html: string, change: (text: string) => string): string {
  const body = html.search(/<body\b/i);
  const parts = html
    .slice(Math.max(body, 0))
    .split(/(<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>|&#?\w+;)/i);
  const changed = parts.map((part, index) => (index % 2 === 1 ? part : change(part).replace(/</g, '&lt;')));
  return html.slice(0, Math.max(body, 0)) + changed.join('');
}

/** A dress of the words, for text and for the text nodes of a page. */
export function wordsDress(name: string, change: (text: string) => string, fits = (_: Source) => true): Dress {
  return {
    name,
    fits,
    wear: ({ html, text }) => utf8(html ? onTextNodes(text, change) : change(text)),
  };
}
