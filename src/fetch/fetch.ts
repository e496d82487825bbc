/** From addresses to documents at hand: pages, their attachments, and what a list page links to. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { binaryFormat } from '../bytes/magic.js';
import { VERSION } from '../model/model.js';
import type { Get, Got } from './get.js';
import { type Memory, memory, type Remembered } from './memory.js';
import { type LinkedUrls, linksOf, mayBeRead, unreadEnding } from './pages.js';
import { FetchProblem } from './problem.js';
import type { FetchSettings } from './settings.js';
import { urlPattern } from './url.js';
import { visitor } from './visit.js';

/** What the ledger holds of a source; null: nothing, not even that it could not be read. */
export type Standing = { sha256: string; version: string } | 'unreadable' | null;

export interface FetchOptions extends FetchSettings {
  /** The open state of the ledger, with HTTP_TABLES. */
  state: Database.Database;
  standing(source: string): Standing;
  /** The addresses named are list pages: fetch the links that match this pattern (`urlPattern`) and are new. */
  follow?: string | undefined;
  /** So many new links at most; the next run takes the others. */
  followLimit: number;
  /** Hears what a list page gave, as one line. */
  onNotice?: (notice: string) => void;
}

/** A document with its source. Fetched: the file with its bytes. Not changed since the ledger read it: no file. */
export interface FetchedDocument {
  source: string;
  sha256: string;
  /** In bytes. */
  size: number;
  path: string | null;
}

export interface NotFetched {
  source: string;
  code: string;
  message: string;
}

export interface Fetched {
  documents: FetchedDocument[];
  failures: NotFetched[];
  /** Attachments and links in formats that are no document here: neither loaded nor failed. */
  notRead: { source: string; message: string }[];
}

/** Links are looked for in the process that fetches: a page that takes seconds to read would hold up all others. */
const MAX_PAGE = 8 * 1024 * 1024;

type Body = Got & { kind: 'body' };

interface Run {
  options: FetchOptions;
  get: Get;
  memory: Memory;
  fetched: Fetched;
  /** Of all sources of this run, none is fetched twice. */
  taken: Map<string, string>;
}

/**
 * Fetches the documents that `urls` mean, with their attachments, each into a file of the folder. Order and timing of the
 * network leave no trace: what comes back follows from what the servers hold.
 * @param urls in their one spelling (`toUrl`)
 * @throws the reason of the signal; SqliteError where the state cannot be written. All else is a failure of one address.
 */
export async function fetchDocuments(urls: readonly URL[], options: FetchOptions): Promise<Fetched> {
  const fetched: Fetched = { documents: [], failures: [], notRead: [] };
  const run: Run = { options, get: visitor(options), memory: memory(options.state), fetched, taken: new Map() };
  const named = options.follow === undefined ? urls : await newLinks(urls, options.follow, run);
  const lenient = options.follow !== undefined;
  const pages = await Promise.all(untaken(named, run).map((url) => fetchDocument(url, lenient, run)));
  const attached = pages.flat().map((url) => new URL(url));
  await Promise.all(untaken(attached, run).map((url) => fetchDocument(url, true, run)));
  const sorted = <T extends { source: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.source < b.source ? -1 : 1));
  return {
    documents: sorted(fetched.documents),
    failures: sorted(fetched.failures),
    notRead: sorted(fetched.notRead),
  };
}

/** Those not taken in this run yet; they are now, each with a file of its own. */
function untaken(urls: readonly URL[], { taken, options }: Run): URL[] {
  return urls.filter(({ href }) => {
    if (taken.has(href)) return false;
    taken.set(href, join(options.folder, `body-${taken.size}`));
    return true;
  });
}

/** The file for the body of an address. */
function pathFor(source: string, { taken }: Run): string {
  const path = taken.get(source);
  if (path === undefined) throw new Error(`${source} was not taken`);
  return path;
}

/** Does the work for one address; what the address is to blame for becomes its failure. */
async function forSource<T>(source: string, run: Run, nothing: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    run.fetched.failures.push({ source, code: error.code, message: error.message });
    return nothing;
  }
}

/**
 * Fetches a document.
 * @param lenient whether the address is only told, not failed, where it is in a format that is no document
 * @returns the addresses of its attachments
 */
async function fetchDocument(url: URL, lenient: boolean, run: Run): Promise<string[]> {
  const { options, memory } = run;
  const source = url.href;
  return forSource(source, run, [], async () => {
    const ending = lenient ? unreadEnding(url) : null;
    if (ending !== null) {
      const nothing = { etag: null, lastModified: null, sha256: null, bytes: null };
      memory.keep(source, { ...nothing, finalUrl: source, notRead: ending, status: null }, []);
      return leave(source, ending, run);
    }
    const last = memory.recall(source);
    const known = last && isCurrent(last, options.standing(source), options.maxBytes) ? last : null;
    const got = await run.get({
      url,
      path: pathFor(source, run),
      maxBytes: options.maxBytes,
      known,
      wants: (contentType) => !lenient || mayBeRead(contentType),
    });
    if (got.kind === 'unchanged') return confirm(source, known as Current, got, run);
    if (got.kind === 'unwanted') {
      remember(source, got, got.contentType, run);
      return leave(source, got.contentType, run);
    }
    const format = lenient ? await formatOf(got.path) : null;
    if (format !== null) {
      remember(source, got, format, run);
      return leave(source, format, run);
    }
    const attachments = await attachmentsOf(source, got, run);
    remember(source, got, null, run, attachments);
    run.fetched.documents.push({ source, sha256: got.sha256, size: got.size, path: got.path });
    return attachments;
  });
}

async function attachmentsOf(source: string, { path, size, url }: Body, { options }: Run): Promise<string[]> {
  if (size <= MAX_PAGE) return (await linksOf(path, url)).attachments;
  options.onNotice?.(`${source}: more than ${MAX_PAGE} bytes, not searched for attachments`);
  return [];
}

type Current = Remembered & { sha256: string; bytes: number };

/** May the server be asked whether it changed? Only while the ledger holds what it gave, as this version reads it. */
function isCurrent(last: Remembered, standing: Standing, maxBytes: number): last is Current {
  if (standing === null || standing === 'unreadable' || last.bytes === null) return false;
  const isSame = last.sha256 === standing.sha256 && last.version === VERSION && standing.version === VERSION;
  return isSame && last.bytes <= maxBytes;
}

function confirm(source: string, known: Current, got: Got & { kind: 'unchanged' }, run: Run): string[] {
  run.memory.confirm(source, { etag: got.etag, lastModified: got.lastModified });
  run.fetched.documents.push({ source, sha256: known.sha256, size: known.bytes, path: null });
  return run.memory.attachmentsOf(source);
}

function remember(
  source: string,
  got: Exclude<Got, { kind: 'unchanged' }>,
  notRead: string | null,
  run: Run,
  attachments: readonly string[] = [],
): void {
  const body = got.kind === 'body' && notRead === null ? got : null;
  const validators = { etag: body?.etag ?? null, lastModified: body?.lastModified ?? null };
  const came = { finalUrl: got.url.href, ...validators, sha256: body?.sha256 ?? null, bytes: body?.size ?? null };
  run.memory.keep(source, { ...came, notRead, status: 200 }, attachments);
}

function leave(source: string, message: string, { fetched }: Run): [] {
  fetched.notRead.push({ source, message });
  return [];
}

/** Names the format of a file that is no text, by its first bytes. */
async function formatOf(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return binaryFormat(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** The links of the list pages that match and are new, in the order of the pages; at most `followLimit`. */
async function newLinks(lists: readonly URL[], pattern: string, run: Run): Promise<URL[]> {
  const matches = urlPattern(pattern);
  const { onNotice, followLimit } = run.options;
  const pages = await Promise.all(
    untaken(lists, run).map(async (url) => [url.href, await linksOfList(url, run)] as const),
  );
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
    const got = await run.get({ url, path: pathFor(url.href, run), maxBytes, known: null, wants: () => true });
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
