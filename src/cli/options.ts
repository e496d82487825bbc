/** Options that several commands share, and how their values are read. */
import { InvalidArgumentError, Option } from 'commander';

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1 up.');
  }
  return value;
}

export function notEmpty(text: string): string {
  if (text === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}

const MEGABYTE = 1024 * 1024;

export function rootOption(): Option {
  return new Option('--root <dir>', 'name sources 来源 by their path below this folder').argParser(notEmpty);
}

export function maxBytesOption(): Option {
  return new Option('--max-bytes <n>', 'documents of more bytes fail')
    .argParser(positiveInteger)
    .default(32 * MEGABYTE, '32 MB');
}

export function jobsOption(cores: number): Option {
  return new Option('--jobs <n>', 'documents at once; the result is the same')
    .argParser(positiveInteger)
    .default(cores, 'number of processors');
}

/** Seconds. */
export function timeoutOption(): Option {
  return new Option('--timeout <s>', 'seconds that one document may take').argParser(positiveInteger).default(60, '60');
}

export function dbOption(): Option {
  return new Option('--db <file>', 'the ledger 台账').argParser(notEmpty).default('out/ledger.sqlite');
}
