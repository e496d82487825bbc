/** From what was named on the command line to the documents of a run, each with the source it stands under. */
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type Failure, fileFailure, UsageError } from './errors.js';
import { listFolder } from './folder.js';
import { type Reading, readFile, readStream } from './reading.js';

export interface Input {
  source: string;
  /** What the bytes are known to be without reading them: an address that has not changed since the ledger read it. */
  known?: { sha256: string; size: number };
  /** Reads the bytes. Rejects with the file system's error. */
  load(): Promise<Reading>;
}

export interface InputOptions {
  /** What relative names are relative to. */
  cwd: string;
  /** Sources are paths below this folder; without it, below the longest folder common to the inputs. */
  root?: string | undefined;
  /** Longer documents are hashed, but not kept. */
  maxBytes: number;
  /** Where the input `-` comes from. */
  stdin: AsyncIterable<Uint8Array>;
}

export interface Inputs {
  /** In no particular order: the plan of a run orders them. */
  inputs: Input[];
  /** Inputs that are not there or cannot be listed. */
  failures: Failure[];
  /** Files of the folders that were passed over because of their ending. */
  others: number;
  /** The folder below which the sources stand. */
  root: string;
}

/** One name of the command line: the folder it counts for in finding the root, and how to list its files. */
interface Named {
  base: string;
  files: string[];
  others: number;
  errors: { path: string; error: unknown }[];
}

const NO_SUCH_FILE = Object.assign(new Error('no such file'), { code: 'ENOENT' });
const NO_MATCH = new Error('no file matches');
const NOT_A_FILE = new Error('neither a file nor a folder');

/** The folder of a pattern before its first wild part: the same whatever matches today. */
function baseOfPattern(path: string): string {
  const parts = path.split(sep);
  const wild = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, wild).join(sep) || sep;
}

async function matches(pattern: string): Promise<Named> {
  const base = baseOfPattern(pattern);
  const files = await glob(relative(base, pattern).split(sep).join('/'), {
    cwd: base,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    onlyFiles: true,
  });
  const errors = files.length > 0 ? [] : [{ path: pattern, error: NO_MATCH }];
  return { base, files: files.map((file) => resolve(file)), others: 0, errors };
}

async function look(path: string): Promise<Named> {
  const nothing = { files: [], others: 0, errors: [] };
  try {
    // What exists is never a pattern: brackets are common in the names of documents.
    const found = await stat(path);
    if (found.isDirectory()) return { base: path, ...(await listFolder(path)) };
    if (found.isFile()) return { ...nothing, base: dirname(path), files: [path] };
    return { ...nothing, base: dirname(path), errors: [{ path, error: NOT_A_FILE }] };
  } catch (error) {
    const failure = fileFailure(path, error);
    if (failure.code === 'no-such-file' && isDynamicPattern(path)) return matches(path);
    return {
      ...nothing,
      base: dirname(path),
      errors: [{ path, error: failure.code === 'no-such-file' ? NO_SUCH_FILE : error }],
    };
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? sep;
  while (!folders.every((folder) => isWithin(common, folder))) common = dirname(common);
  return common;
}

/**
 * Finds the documents that `names` mean: files, folders (read recursively), patterns, `-` for standard input. What is named
 * twice is there once.
 * @throws UsageError when a name lies outside the root
 */
export async function collectInputs(names: readonly string[], options: InputOptions): Promise<Inputs> {
  const paths = new Set(names.filter((name) => name !== '-').map((name) => resolve(options.cwd, name)));
  const named = await Promise.all([...paths].map(look));
  const bases = named.map(({ base }) => base);
  const root = options.root === undefined ? commonFolder(bases) : resolve(options.cwd, options.root);
  for (const base of bases) if (!isWithin(root, base)) throw new UsageError(`${base} is not below the root ${root}`);

  const sourceOf = (path: string) => relative(root, path).split(sep).join('/') || '.';
  const files = new Set(named.flatMap((each) => each.files));
  const inputs: Input[] = [...files].map((path) => ({
    source: sourceOf(path),
    load: () => readFile(path, options.maxBytes),
  }));
  if (names.includes('-')) {
    const reading = await readStream(options.stdin, options.maxBytes);
    inputs.push({ source: `stdin:${reading.sha256.slice(0, 12)}`, load: async () => reading });
  }
  return {
    inputs,
    failures: named.flatMap(({ errors }) => errors.map(({ path, error }) => fileFailure(sourceOf(path), error))),
    others: named.reduce((sum, each) => sum + each.others, 0),
    root,
  };
}
