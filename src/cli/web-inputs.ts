/** Addresses of the command line as inputs of a run: fetched into a folder that is gone when the run is over. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type Failure, UsageError } from '../batch/errors.js';
import type { Input } from '../batch/inputs.js';
import { readFile } from '../batch/reading.js';
import { isPublicAddress } from '../fetch/address.js';
import { fetchDocuments } from '../fetch/fetch.js';
import { HTTP_TABLES } from '../fetch/memory.js';
import type { FetchedDocument, Standing } from '../fetch/run.js';
import { toUrl } from '../fetch/url.js';
import { openLedger } from '../ledger/open.js';
import { checkLedgerPath } from '../ledger/path.js';
import { openState } from '../state/open.js';
import type { Progress } from './progress.js';
import type { WebFlags } from './web-options.js';

export interface WebInputs {
  inputs: Input[];
  failures: Failure[];
  /** Attachments and links in formats that are not read. */
  others: number;
  /** Removes what was fetched. */
  close(): void;
}

const CHANGED = new Error('the ledger has changed since it was fetched');

/** @throws UsageError before anything is fetched */
function addresses(names: readonly string[], { follow }: WebFlags): URL[] {
  if (follow !== undefined && names.length === 0) throw new UsageError('--follow needs the address of a list page');
  const urls = new Map<string, URL>();
  for (const name of names) {
    const url = toUrl(name);
    // Neither message repeats the address: a password in it would end up in a log.
    if (!url) throw new UsageError('an input that begins with http is no address');
    if (url.username !== '' || url.password !== '')
      throw new UsageError('an address with a user name or password is not fetched');
    urls.set(url.href, url);
  }
  return [...urls.values()];
}

/** What the ledger holds of a source; one that is not there yet holds nothing. */
function standingIn(ledger: Database.Database | null): (source: string) => Standing {
  if (!ledger) return () => null;
  const document = ledger.prepare<[string], { sha256: string; version: string }>(
    'SELECT sha256, version FROM documents d JOIN sources s ON s.document_id = d.id WHERE s.source = ?',
  );
  const failure = ledger.prepare('SELECT 1 FROM diagnostics WHERE source = ? AND document_id IS NULL');
  return (source) => document.get(source) ?? (failure.get(source) ? 'unreadable' : null);
}

function toInput({ source, sha256, size, path }: FetchedDocument, maxBytes: number): Input {
  if (path !== null) return { source, load: () => readFile(path, maxBytes) };
  return { source, known: { sha256, size }, load: () => Promise.reject(CHANGED) };
}

/**
 * Fetches the addresses for a run on the ledger at `db`; the caller closes.
 * @throws UsageError, NotALedger before anything is fetched; SqliteError
 */
export async function webInputs(
  names: readonly string[],
  flags: WebFlags & { maxBytes: number; quiet?: true },
  db: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<WebInputs> {
  const urls = addresses(names, flags);
  const say = flags.quiet ? () => {} : progress.say;
  checkLedgerPath(db);
  const ledger = existsSync(db) ? openLedger(db) : null;
  const state = openState(db, HTTP_TABLES);
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-web-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { documents, failures, notRead } = await fetchDocuments(urls, {
      ...flags,
      timeout: flags.fetchTimeout * 1000,
      mayReach: flags.allowPrivate ? () => true : isPublicAddress,
      folder,
      state,
      standing: standingIn(ledger),
      signal,
      progress,
      onNotice: (notice) => say(`${notice}\n`),
    });
    for (const { source, message } of notRead) say(`${source}: not read: ${message}\n`);
    return {
      inputs: documents.map((document) => toInput(document, flags.maxBytes)),
      failures,
      others: notRead.length,
      close,
    };
  } catch (error) {
    // Told to stop: the run ends as one over files does, and the next one fetches again.
    if (signal.aborted) return { inputs: [], failures: [], others: 0, close };
    close();
    throw error;
  } finally {
    state.close();
    ledger?.close();
  }
}
