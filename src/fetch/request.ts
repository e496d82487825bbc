/**
 * One request and its answer. By node:http and node:https, not by fetch(): node's own fetch takes no `lookup`, so it could
 * not be held to the address that was checked, and undici's would be a second copy of what node has.
 */
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { VERSION } from '../model/version.js';
import { checkedLookup } from './address.js';
import { ENCODINGS, type SavedBody, saveBody } from './body.js';
import { FetchProblem } from './problem.js';
import type { FetchSettings } from './settings.js';

export const PRODUCT = 'taizhang';

export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type Answer =
  | ({ kind: 'body'; status: number } & Validators & SavedBody)
  | ({ kind: 'unchanged' } & Validators)
  | { kind: 'redirect'; location: string }
  /** The server says that it is in a format that is not wanted; the body was not read. */
  | { kind: 'unwanted'; contentType: string };

export interface Asked {
  url: URL;
  maxBytes: number;
  /** Of the version that is known. */
  validators: Validators | null;
  /** Whether a body of this media type is read at all. */
  wants(contentType: string): boolean;
}

const PASSING_STATUS: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** text/html; of what else a server writes there nothing gets to the terminal */
const MEDIA_TYPE = /^[a-z0-9.+/-]{1,80}/;
const DISK_ERROR = /^(?:ENOSPC|EROFS|EDQUOT|EIO)$/;
/** No such host, a certificate that is not valid: the next try would end the same way. */
const LASTING_ERROR = /^(?:ENOTFOUND|EPROTO)$|CERT|^ERR_(?:TLS|SSL)|^UNABLE_TO/;

/**
 * Sends one GET and reads its answer.
 * @throws FetchProblem; the reason of the run's signal where that ended it
 */
export async function requestOnce(asked: Asked, settings: FetchSettings): Promise<Answer> {
  // By hand, not AbortSignal.any with AbortSignal.timeout: those keep request and answer alive until the time is over.
  const ending = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    ending.abort();
  }, settings.timeout);
  const stop = () => ending.abort();
  settings.signal.addEventListener('abort', stop, { once: true });
  let response: IncomingMessage | undefined;
  try {
    settings.signal.throwIfAborted();
    response = await send(asked, settings.mayReach, ending.signal);
    return await read(response, asked, settings.newFile(), ending.signal);
  } catch (error) {
    settings.signal.throwIfAborted();
    if (isLate) throw new FetchProblem('timeout', `no whole answer within ${settings.timeout / 1000} s`);
    throw asProblem(error);
  } finally {
    clearTimeout(timer);
    settings.signal.removeEventListener('abort', stop);
    // Whatever is left of the answer is not read.
    response?.destroy();
  }
}

function send(
  { url, validators }: Asked,
  mayReach: FetchSettings['mayReach'],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers: Record<string, string> = {
    'User-Agent': `${PRODUCT}/${VERSION}`,
    Accept: 'text/html, text/plain, */*;q=0.5',
    'Accept-Encoding': ENCODINGS,
  };
  if (validators?.etag) headers['If-None-Match'] = validators.etag;
  if (validators?.lastModified) headers['If-Modified-Since'] = validators.lastModified;
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    // Without an agent each request has a connection of its own, to an address checked for it.
    request(url, { agent: false, lookup: checkedLookup(mayReach), headers, signal })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

async function read(response: IncomingMessage, asked: Asked, path: string, signal: AbortSignal): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const found: Validators = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
  if (REDIRECT_STATUS.has(status) && headers.location !== undefined) {
    return { kind: 'redirect', location: headers.location.replace(RAW_BYTE, escapeByte) };
  }
  if (status === 304 && asked.validators) return { kind: 'unchanged', ...found };
  if (status !== 200) throw badStatus(status, headers['retry-after']);
  const contentType = MEDIA_TYPE.exec((headers['content-type'] ?? '').toLowerCase())?.[0] ?? '';
  if (!asked.wants(contentType)) return { kind: 'unwanted', contentType };
  return { kind: 'body', status, ...found, ...(await saveBody(response, path, asked.maxBytes, signal)) };
}

/** Node reads headers as Latin-1; servers write addresses in whatever bytes they have: /甲.html as /ç\x94².html */
const RAW_BYTE = /[\x80-\xff]/g;

function escapeByte(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase()}`;
}

function badStatus(status: number, retryAfter: string | undefined): FetchProblem {
  const again = PASSING_STATUS.has(status) && { wait: retryAfter === undefined ? null : waitOf(retryAfter) };
  return new FetchProblem('http-status', `HTTP ${status}`, again, status);
}

/** Retry-After: 120, or a date; in milliseconds. */
function waitOf(retryAfter: string): number | null {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}

function asProblem(error: unknown): FetchProblem {
  if (error instanceof FetchProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A full disk or a folder that is gone is not the network's trouble, and not one document's.
  if (DISK_ERROR.test(code) || (error instanceof Error && 'path' in error)) throw error;
  const said = error instanceof Error && error.message !== '' ? error.message : code || String(error);
  // A certificate can say anything, and at any length.
  const line = said.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 200);
  return new FetchProblem('network', line, LASTING_ERROR.test(code) ? false : { wait: null });
}
