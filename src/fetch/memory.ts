/** What was fetched before, in the state file beside the ledger: docs/state.md. */
import type Database from 'better-sqlite3';
import { VERSION } from '../model/version.js';
import type { Validators } from './request.js';

export const HTTP_TABLES = `
  CREATE TABLE IF NOT EXISTS http_cache (
    url TEXT NOT NULL PRIMARY KEY,
    final_url TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    sha256 TEXT,
    bytes INTEGER,
    not_read TEXT,
    status INTEGER,
    fetched_at TEXT NOT NULL,
    version TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS http_attachments (
    page TEXT NOT NULL REFERENCES http_cache (url) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (page, seq)
  ) STRICT, WITHOUT ROWID;`;

/** What an address gave the last time that it gave anything. */
export interface Remembered extends Validators {
  finalUrl: string;
  /** Of the document, in hex; null where it was not read. */
  sha256: string | null;
  bytes: number | null;
  /** Why it was not read. */
  notRead: string | null;
  /** HTTP status of the last answer, 200 or 304; null where its name was enough to leave it. */
  status: number | null;
  /** The version of the extractor that looked at it. */
  version: string;
}

export interface Memory {
  recall(source: string): Remembered | undefined;
  /** Addresses of the attachments of a page, in the page's order. */
  attachmentsOf(source: string): string[];
  /** Keeps what came, in place of what was known. */
  keep(source: string, came: Omit<Remembered, 'version'>, attachments: readonly string[]): void;
  /** Notes that the address still gives what is known; a server may name new validators for it. */
  confirm(source: string, validators: Validators): void;
}

/** @param state open state of a ledger, with HTTP_TABLES */
export function memory(state: Database.Database): Memory {
  const select = state.prepare<[string], Remembered>(`
    SELECT final_url AS finalUrl, etag, last_modified AS lastModified, sha256, bytes, not_read AS notRead, status, version
    FROM http_cache WHERE url = ?`);
  const selectAttachments = state
    .prepare<[string], string>('SELECT url FROM http_attachments WHERE page = ? ORDER BY seq')
    .pluck();
  const insert = state.prepare(`
    INSERT OR REPLACE INTO http_cache
      (url, final_url, etag, last_modified, sha256, bytes, not_read, status, fetched_at, version)
    VALUES (:url, :finalUrl, :etag, :lastModified, :sha256, :bytes, :notRead, :status, :fetchedAt, :version)`);
  const forgetAttachments = state.prepare('DELETE FROM http_attachments WHERE page = ?');
  const insertAttachment = state.prepare('INSERT INTO http_attachments (page, seq, url) VALUES (?, ?, ?)');
  const touch = state.prepare(`
    UPDATE http_cache SET status = 304, fetched_at = :fetchedAt, etag = coalesce(:etag, etag),
      last_modified = coalesce(:lastModified, last_modified)
    WHERE url = :url`);
  // The clock may stand here: this file is not the ledger.
  const now = () => new Date().toISOString();
  const keep = state.transaction<Memory['keep']>((url, came, attachments) => {
    forgetAttachments.run(url);
    insert.run({ ...came, url, fetchedAt: now(), version: VERSION });
    for (const [i, attachment] of attachments.entries()) insertAttachment.run(url, i + 1, attachment);
  });
  return {
    recall: (source) => select.get(source),
    attachmentsOf: (source) => selectAttachments.all(source),
    keep: (source, came, attachments) => keep.immediate(source, came, attachments),
    confirm: (url, validators) => void touch.run({ url, fetchedAt: now(), ...validators }),
  };
}
