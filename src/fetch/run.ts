/** One run of fetching: what it is asked for, what it has found, and what its parts share. */
import type Database from 'better-sqlite3';
import type { Get } from './get.js';
import type { Memory } from './memory.js';
import { FetchProblem } from './problem.js';
import type { FetchSettings } from './settings.js';

/** What the ledger holds of a source; null: nothing, not even that it could not be read. */
export type Standing = { sha256: string; version: string } | 'unreadable' | null;

export interface FetchOptions extends Omit<FetchSettings, 'newFile' | 'signal'> {
  /** Folder for the bodies. */
  folder: string;
  /** Ends the run. */
  signal?: AbortSignal;
  /** The open state of the ledger, with HTTP_TABLES. */
  state: Database.Database;
  standing(source: string): Standing;
  /** The addresses named are list pages: fetch the links that match this pattern (`urlPattern`) and are new. */
  follow?: string | undefined;
  /** So many new links at most; the next run takes the others. */
  followLimit: number;
  /** Hears how many documents come next, and of each that is done with, well or not. */
  progress?: { start(total: number): void; advance(): void };
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

export interface Run {
  options: FetchOptions;
  get: Get;
  memory: Memory;
  fetched: Fetched;
  /** Of all sources of this run, none is fetched twice. */
  taken: Set<string>;
  /** Ends what is under way. */
  stop: AbortController;
}

/** Does `work` for all of them at once; when one rejects, the others are ended before that is told. */
export async function each<T>(urls: readonly URL[], work: (url: URL) => Promise<T>, { stop }: Run): Promise<T[]> {
  const under = urls.map(work);
  try {
    return await Promise.all(under);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(under);
    throw stop.signal.reason;
  }
}

/** Those not taken in this run yet; they are now. */
export function untaken(urls: readonly URL[], { taken }: Run): URL[] {
  return urls.filter(({ href }) => !taken.has(href) && taken.add(href));
}

/** Does the work for one address; what the address is to blame for becomes its failure. */
export async function forSource<T>(source: string, run: Run, nothing: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    run.fetched.failures.push({ source, code: error.code, message: error.message });
    return nothing;
  }
}
