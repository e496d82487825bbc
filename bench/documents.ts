/** The documents of the benchmark: our own corpus, and the real one where the machine has it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocument } from '../src/index.js';

export interface Document {
  name: string;
  bytes: Uint8Array;
  /** The text that the ledger keeps. */
  text: string;
}

export const OWN = resolve('corpus');
export const REAL = resolve(process.env.TAIZHANG_REAL_CORPUS ?? '../shared/corpus');

/** The documents of a folder whose names end in `ending`; [] where there is no such folder. */
export function documentsOf(folder: string, ...endings: string[]): Document[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => endings.some((ending) => name.endsWith(ending)));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, bytes, text: parseDocument(bytes).document.text };
  });
}

export const charactersIn = (documents: readonly Document[]): number =>
  documents.reduce((sum, { text }) => sum + text.length, 0);

/** White space that is another for each number, and as long: copies differ in bytes, not in size. */
const blanks = (copy: number): Buffer =>
  Buffer.from(`\n${copy.toString(2).padStart(16, '0').replaceAll('0', ' ').replaceAll('1', '\t')}\n`);

/** A folder with so many copies of the documents, each with bytes of its own. */
export function folderOf(documents: readonly Document[], copies: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
  for (let copy = 0; copy < copies; copy++) {
    mkdirSync(join(folder, String(copy)));
    for (const { name, bytes } of documents)
      writeFileSync(join(folder, String(copy), name), Buffer.concat([bytes, blanks(copy)]));
  }
  return folder;
}

/** Makes a folder, works with it, and takes it away. */
export async function within<T>(folder: string, work: (folder: string) => T | Promise<T>): Promise<T> {
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
