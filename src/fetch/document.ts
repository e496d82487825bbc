/** One document: asked for again or anew, remembered, its attachments found. */
import { open } from 'node:fs/promises';
import { binaryFormat } from '../bytes/magic.js';
import { VERSION } from '../model/version.js';
import type { Got } from './get.js';
import type { Remembered } from './memory.js';
import { linksOf, MAX_PAGE, mayBeRead, unreadEnding } from './pages.js';
import { forSource, type Run, type Standing } from './run.js';

type Body = Got & { kind: 'body' };

/**
 * Fetches a document.
 * @param lenient whether the address is only told, not failed, where it is in a format that is no document
 * @returns the addresses of its attachments
 */
export async function fetchDocument(url: URL, lenient: boolean, run: Run): Promise<string[]> {
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
