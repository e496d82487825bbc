/** robots.txt (RFC 9309), read once for each origin and run. */
import { readFile } from 'node:fs/promises';
import robotsParser from 'robots-parser';
import type { Get } from './get.js';
import { FetchProblem } from './problem.js';
import { PRODUCT } from './request.js';
import type { Turns } from './turns.js';

/** The RFC asks for 500 KiB at least. */
const MAX_BYTES = 512 * 1024;
/** A longer Crawl-delay counts as this one, in seconds. */
const MAX_CRAWL_DELAY = 30;

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
/** The package is CommonJS, and its types say that it is not. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules;

/**
 * Makes the check that an address may be fetched; it rejects with FetchProblem `robots` where not. A robots.txt that does
 * not exist (4xx) allows everything; one that cannot be read (5xx, no connection, too large) nothing, as the RFC says.
 */
export function robotRules(get: Get, turns: Turns): (url: URL) => Promise<void> {
  const known = new Map<string, Promise<Rules>>();
  const read = async ({ origin, host }: URL): Promise<Rules> => {
    const url = new URL('/robots.txt', origin);
    const rules = parseRobots(url.href, await textOf(url, get));
    const seconds = rules.getCrawlDelay(PRODUCT) ?? 0;
    if (seconds > 0) turns.slowDown(host, Math.min(seconds, MAX_CRAWL_DELAY) * 1000);
    return rules;
  };
  return async (url) => {
    const rules = known.get(url.origin) ?? read(url);
    known.set(url.origin, rules);
    if ((await rules).isAllowed(url.href, PRODUCT) === false) throw new FetchProblem('robots', 'robots.txt forbids it');
  };
}

async function textOf(url: URL, get: Get): Promise<string> {
  try {
    const got = await get({ url, maxBytes: MAX_BYTES, known: null, wants: () => true });
    return got.kind === 'body' ? await readFile(got.path, 'utf8') : '';
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    // 429 is a server that wants rest, not one without a robots.txt.
    const { status } = error;
    if (status !== null && status >= 400 && status < 500 && status !== 429) return '';
    // What is wrong with the address itself is wrong with the page as well.
    if (error.code === 'address') throw error;
    const code = error.code === 'network' || error.code === 'timeout' ? error.code : 'robots';
    throw new FetchProblem(code, `its robots.txt cannot be read: ${error.message}`);
  }
}
