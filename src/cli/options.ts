/** Options that several commands share, and how their values are read. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Role } from '../model/model.js';

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

export function limitOption(): Option {
  return new Option('--limit <n>', 'so many at most').argParser(positiveInteger).default(20);
}

export function dbOption(): Option {
  return new Option('--db <file>', 'the ledger 台账').argParser(notEmpty).default('out/ledger.sqlite');
}

/** A day of the calendar, 2023-09-30. */
function day(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 2023-02-30 is read as 2 March by some engines, and as nothing by others.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('It must be a day as 2023-09-30.');
  return text;
}

const ROLES = ['lead', 'responsible', 'support', 'chief'] satisfies Role[];

/** Which tasks a command is about; read by `filterOf`. */
export interface FilterFlags {
  unit?: string;
  area?: string;
  role?: Role;
  document?: string;
  after?: string;
  before?: string;
}

/** The filters that several commands share. */
export function addFilters(command: Command): Command {
  return command
    .addOption(
      new Option('--unit <name>', 'tasks of a body 单位: a name as written, the official name, or its id').argParser(
        notEmpty,
      ),
    )
    .addOption(new Option('--role <role>', 'in this role').choices(ROLES))
    .addOption(
      new Option(
        '--area <area>',
        'by name or code, with everything below it: documents of the area; with --unit, bodies of it',
      ).argParser(notEmpty),
    )
    .addOption(
      new Option('--document <text>', 'of a document: id, source, number 文号, or part of its title').argParser(
        notEmpty,
      ),
    )
    .addOption(new Option('--after <day>', 'due on this day or later').argParser(day))
    .addOption(new Option('--before <day>', 'due on this day or earlier').argParser(day));
}
