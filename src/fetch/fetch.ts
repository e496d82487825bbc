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
  const { follow } = options;
  const named = follow === undefined ? urls : await newLinks(urls, follow, run);
  const pages = await fetchAll(named, follow !== undefined, run);
  const attached = pages.flat().map((url) => new URL(url));
  await fetchAll(attached, true, run);
  const sorted = <T extends { source: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.source < b.source ? -1 : 1));
  return {
    documents: sorted(fetched.documents),
    failures: sorted(fetched.failures),
    notRead: sorted(fetched.notRead),
  };
}

/** @returns the addresses of the attachments, page by page */
async function fetchAll(urls: readonly URL[], lenient: boolean, run: Run): Promise<string[][]> {
  const wanted = untaken(urls, run);
  const { progress } = run.options;
  progress?.start(wanted.length);
  const fetchOne = async (url: URL) => {
    const attachments = await fetchDocument(url, lenient, run);
    progress?.advance();
    return attachments;
  };
  return each(wanted, fetchOne, run);
}
