/** From addresses to documents at hand: pages, their attachments, and what a list page links to. */
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { fetchDocument } from './document.js';
import { newLinks } from './list.js';
import { memory } from './memory.js';
import { each, type Fetched, type FetchOptions, type Run, untaken } from './run.js';
import { visitor } from './visit.js';

/**
 * Fetches the documents that `urls` mean, with their attachments, each into a file of the folder. Order and timing of the
 * network leave no trace: what comes back follows from what the servers hold.
 * @param urls in their one spelling (`toUrl`)
 * @throws the reason of the signal; SqliteError where the state cannot be written. All else is a failure of one address.
 */
export async function fetchDocuments(urls: readonly URL[], options: FetchOptions): Promise<Fetched> {
  const stop = new AbortController();
  // Every request listens to it: many more than the ten that node takes for a leak.
  setMaxListeners(0, stop.signal);
  options.signal?.addEventListener('abort', () => stop.abort(options.signal?.reason), { once: true });
  options.signal?.throwIfAborted();
  let files = 0;
  const newFile = () => join(options.folder, `${++files}`);
  const get = visitor({ ...options, signal: stop.signal, newFile });
  const fetched: Fetched = { documents: [], failures: [], notRead: [] };
  const run: Run = { options, get, memory: memory(options.state), fetched, taken: new Set(), stop };
  const named = options.follow === undefined ? urls : await newLinks(urls, options.follow, run);
  const lenient = options.follow !== undefined;
  const pages = await each(untaken(named, run), (url) => fetchDocument(url, lenient, run), run);
  const attached = pages.flat().map((url) => new URL(url));
  await each(untaken(attached, run), (url) => fetchDocument(url, true, run), run);
  const sorted = <T extends { source: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.source < b.source ? -1 : 1));
  return {
    documents: sorted(fetched.documents),
    failures: sorted(fetched.failures),
    notRead: sorted(fetched.notRead),
  };
}
