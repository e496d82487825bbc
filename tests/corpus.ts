/** The documents that tests read: those of this repository, and real ones where a machine has them. */
import { readdirSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Invented documents that show every layout and quirk. */
export const CORPUS = join(ROOT, 'corpus');

/** Published documents, which must not stand in the repository. */
export const REAL_CORPUS = resolve(ROOT, process.env.TAIZHANG_REAL_CORPUS ?? '../shared/corpus');

export interface CorpusFile {
  path: string;
  /** Names its folder in fixtures/: the file's name without its ending. */
  slug: string;
}

/** The documents of a folder in order of their names. */
export function corpusFiles(folder = CORPUS): CorpusFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ path: join(folder, name), slug: parse(name).name }));
}
