/** The options of a command that fetches. */
import { InvalidArgumentError, Option } from 'commander';
import { notEmpty, positiveInteger } from './options.js';

export interface WebFlags {
  follow?: string;
  followLimit: number;
  perHost: number;
  delay: number;
  retries: number;
  retryWait: number;
  fetchTimeout: number;
  allowPrivate?: true;
}

/** A day: timers of more than 24 days fire at once. */
const MAX_MILLISECONDS = 24 * 60 * 60 * 1000;

function milliseconds(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > MAX_MILLISECONDS) {
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_MILLISECONDS}.`);
  }
  return value;
}

function seconds(text: string): number {
  const value = positiveInteger(text);
  if (value > MAX_MILLISECONDS / 1000) throw new InvalidArgumentError('It must be a day at most.');
  return value;
}

function tries(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0 to 99.');
  return Number(text);
}

/** In the order in which `--help` lists them. */
export function webOptions(): Option[] {
  return [
    new Option(
      '--follow <pattern>',
      'addresses are list pages: fetch links that match (* is anything) and are new',
    ).argParser(notEmpty),
    new Option('--follow-limit <n>', 'new links in one run').argParser(positiveInteger).default(200),
    new Option('--per-host <n>', 'requests at once to one host').argParser(positiveInteger).default(2),
    new Option('--delay <ms>', 'time between two requests to one host').argParser(milliseconds).default(500),
    new Option('--retries <n>', 'further tries when a server is busy or a connection breaks')
      .argParser(tries)
      .default(3),
    new Option('--retry-wait <ms>', 'time before the first further try, doubled each time')
      .argParser(milliseconds)
      .default(1000),
    new Option('--fetch-timeout <s>', 'time for one request').argParser(seconds).default(60),
    new Option('--allow-private', 'also fetch from addresses that are not public'),
  ];
}
