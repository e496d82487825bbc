/** GET as a careful visitor does it: by turns, with further tries, along redirects, within robots.txt. */
import { refuseUrl } from './address.js';
import type { Get, Got, Wanted } from './get.js';
import { FetchProblem } from './problem.js';
import { type Answer, type Asked, requestOnce } from './request.js';
import { robotRules } from './robots.js';
import type { FetchSettings } from './settings.js';
import { hostTurns, type Turns } from './turns.js';
import { toUrl } from './url.js';

const MAX_REDIRECTS = 5;
/** A server that wants a longer rest gets it: until the next run. */
const MAX_WAIT = 120_000;

/** Makes the GET of one run. */
export function visitor(settings: FetchSettings): Get {
  const turns = hostTurns(settings.perHost, settings.delay, settings.signal);
  const plain: Get = (wanted) => follow(wanted, async () => {}, turns, settings);
  const rules = robotRules(plain, turns);
  return (wanted) => follow(wanted, rules, turns, settings);
}

async function follow(
  wanted: Wanted,
  refuse: (url: URL) => Promise<void>,
  turns: Turns,
  settings: FetchSettings,
): Promise<Got> {
  const { known, ...rest } = wanted;
  const seen = new Set<string>();
  for (let url = wanted.url; ; ) {
    refuseUrl(url, settings.mayReach);
    await refuse(url);
    seen.add(url.href);
    const validators = known?.finalUrl === url.href ? known : null;
    const answer = await insist({ ...rest, url, validators }, turns, settings);
    if (answer.kind !== 'redirect') return { ...answer, url };
    if (seen.size > MAX_REDIRECTS) throw new FetchProblem('redirect', `more than ${MAX_REDIRECTS} redirects`);
    url = target(answer.location, url, seen);
  }
}

/** Where a redirect leads, as far as that can be said before it is looked at as any other address. */
function target(location: string, from: URL, seen: ReadonlySet<string>): URL {
  const to = toUrl(location, from);
  if (!to) throw new FetchProblem('redirect', 'redirected to what is no address');
  if (seen.has(to.href)) throw new FetchProblem('redirect', 'redirected in a circle');
  // Whoever named https asked for what nobody on the way can change.
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw new FetchProblem(
      'redirect',
      `redirected from https to ${to.href}, which is not safe from changes on the way`,
    );
  }
  return to;
}

async function insist(asked: Asked, turns: Turns, settings: FetchSettings): Promise<Answer> {
  const { host } = asked.url;
  const attempt = async (tries: number): Promise<Answer | null> => {
    try {
      return await requestOnce(asked, settings);
    } catch (error) {
      // Within the turn: whoever is next at this host must find it resting.
      turns.rest(host, waitAfter(error, tries, settings));
      return null;
    }
  };
  for (let tries = 1; ; tries++) {
    const answer = await turns.take(host, () => attempt(tries));
    if (answer) return answer;
  }
}

/**
 * How long to wait before the next try, in milliseconds.
 * @throws the error where there is none
 */
function waitAfter(error: unknown, tries: number, { retries, retryWait }: FetchSettings): number {
  if (!(error instanceof FetchProblem) || !error.again) throw error;
  const told = tries > 1 ? ` (${tries} tries)` : '';
  const { wait } = error.again;
  if (wait !== null && wait > MAX_WAIT) {
    throw lasting(error, `${error.message}; come back in ${Math.ceil(wait / 1000)} s${told}`);
  }
  if (tries > retries) throw lasting(error, error.message + told);
  return wait ?? Math.min(retryWait * 2 ** (tries - 1), MAX_WAIT);
}

/** The last try's problem, in other words. */
function lasting({ code, status }: FetchProblem, message: string): FetchProblem {
  return new FetchProblem(code, message, false, status);
}
