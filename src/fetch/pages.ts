/** The links of a fetched page as addresses. */
import { readFile } from 'node:fs/promises';
import { decodeBytes } from '../bytes/decode.js';
import { UNREAD_ENDINGS } from '../lexicon/attachments.js';
import { UnreadableDocument } from '../model/unreadable.js';
import { pageLinks } from '../text/links.js';
import { FetchProblem } from './problem.js';
import { toUrl } from './url.js';

/** Links are looked for in the process that fetches: a page that takes seconds to read would hold up all others. */
export const MAX_PAGE = 8 * 1024 * 1024;

export interface LinkedUrls {
  /** Each address that could be fetched once, in the page's order: http or https, no password, not the page itself. */
  all: string[];
  attachments: string[];
}

const NONE: LinkedUrls = { all: [], attachments: [] };

/**
 * Reads the links off the file at `path`, as the parser would read it: charset and media type come from the bytes. What is
 * no page has none.
 * @throws FetchProblem `internal` for a mistake of ours; the file system's error
 * @param isPage whether it is a page whatever it looks like
 * @param url where it came from, after redirects
 */
export async function linksOf(path: string, url: URL, isPage = false): Promise<LinkedUrls> {
  const bytes = await readFile(path);
  try {
    const { text, mediaType } = decodeBytes(bytes);
    if (!isPage && mediaType !== 'text/html') return NONE;
    const { base, all, attachments } = pageLinks(text);
    const from = (base !== null && toUrl(base, url)) || url;
    return { all: urls(all, from, url), attachments: urls(attachments, from, url) };
  } catch (error) {
    // The parser will say what is wrong with it.
    if (error instanceof UnreadableDocument) return NONE;
    throw new FetchProblem('internal', `internal error: ${String(error).replace(/\s+/g, ' ')}`);
  }
}

function urls(hrefs: readonly string[], base: URL, page: URL): string[] {
  const found = hrefs.map((href) => toUrl(href, base)).filter((url) => url !== null);
  const web = found.filter(
    ({ protocol, username, password }) => /^https?:$/.test(protocol) && username + password === '',
  );
  const each = new Set(web.map((url) => url.href));
  each.delete(page.href);
  return [...each];
}

/** Why an address is not worth fetching, by the ending of its path: `.pdf`; null where it may be a document. */
export function unreadEnding(url: URL): string | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(url.pathname)?.[1]?.toLowerCase() ?? '';
  return UNREAD_ENDINGS.has(ending) ? `.${ending} file` : null;
}

/** application/pdf, image/png, application/vnd.ms-excel */
const UNREAD_TYPE =
  /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|msword|rtf|ofd|gzip|x-(?:rar|zip|7z|gzip|tar)|vnd\.(?!wap))/;

/** May a body of this media type be a document? Servers that say nothing, or octet-stream, are believed to send one. */
export function mayBeRead(contentType: string): boolean {
  return !UNREAD_TYPE.test(contentType);
}
