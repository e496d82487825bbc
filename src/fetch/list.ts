/** List pages: which of their links are wanted. */
import { VERSION } from '../model/version.js';
import { type LinkedUrls, linksOf, MAX_PAGE } from './pages.js';
import { FetchProblem } from './problem.js';
import { each, forSource, type Run, untaken } from './run.js';
import { urlPattern } from './url.js';

/** The links of the list pages that match and are new, in the order of the pages; at most `followLimit`. */
export async function newLinks(lists: readonly URL[], pattern: string, run: Run): Promise<URL[]> {
  const matches = urlPattern(pattern);
  const { onNotice, followLimit } = run.options;
  const pages = await each(untaken(lists, run), async (url) => [url.href, await linksOfList(url, run)] as const, run);
  const chosen = new Set<string>();
  for (const [list, links] of pages) {
    if (!links) continue;
    const matching = links.all.filter(matches);
    const fresh = matching.filter((link) => !isDone(link, run));
    for (const link of fresh) if (chosen.size < followLimit) chosen.add(link);
    const left = fresh.filter((link) => !chosen.has(link)).length;
    const cut = left > 0 ? `, left for the next run ${left} (--follow-limit ${followLimit})` : '';
    onNotice?.(`${list}: links ${links.all.length}, match ${matching.length}, new ${fresh.length}${cut}`);
  }
  return [...chosen].map((link) => new URL(link));
}

/** A list page is always fetched whole: its links are needed, also those that failed the last time. */
async function linksOfList(url: URL, run: Run): Promise<LinkedUrls | null> {
  return forSource(url.href, run, null, async () => {
    const { maxBytes } = run.options;
    const got = await run.get({ url, maxBytes, known: null, wants: () => true });
    if (got.kind !== 'body') return null;
    if (got.size > MAX_PAGE) throw new FetchProblem('too-large', `more than ${MAX_PAGE} bytes in a list page`);
    return linksOf(got.path, got.url, true);
  });
}

/** Was it fetched before, stands what it gave in the ledger as this version reads it, and so its attachments? */
function isDone(source: string, run: Run, isAttachment = false): boolean {
  const { memory, options } = run;
  const last = memory.recall(source);
  if (!last) return false;
  if (last.notRead !== null) return last.version === VERSION;
  const standing = options.standing(source);
  if (standing === null) return false;
  if (standing !== 'unreadable' && standing.version !== VERSION) return false;
  return isAttachment || memory.attachmentsOf(source).every((attachment) => isDone(attachment, run, true));
}
