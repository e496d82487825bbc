/** The documents in a folder and the folders below it. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files that stand beside documents and are none: parts of saved web pages, data of programs, ledgers. All others are read
 * whatever their ending says, since what they are comes from their bytes; a file named by itself always is.
 */
const NO_DOCUMENT =
  /\.(?:css|m?js|map|json|jsonl|xml|svg|ico|woff2?|ttf|otf|eot|sqlite3?|sqlite-journal|db|log|ya?ml|toml|lock|bak|tmp|part|md5|sha256)$/i;

export interface FolderListing {
  /** Absolute paths. */
  files: string[];
  /** Files that are not read because of their ending. */
  others: number;
  /** Folders that could not be listed, links that lead nowhere. */
  errors: { path: string; error: unknown }[];
}

/**
 * Lists what is to be read from `folder`, in no particular order. Names that begin with a dot are passed over. Linked
 * files are taken, linked folders are not: so there is no circle and no folder is read twice.
 */
export async function listFolder(folder: string): Promise<FolderListing> {
  const listing: FolderListing = { files: [], others: 0, errors: [] };
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      for (const entry of await readdir(next, { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue;
        const path = join(next, entry.name);
        if (entry.isDirectory()) waiting.push(path);
        else if (NO_DOCUMENT.test(entry.name)) listing.others += 1;
        else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path, listing)))) listing.files.push(path);
      }
    } catch (error) {
      listing.errors.push({ path: next, error });
    }
  }
  return listing;
}

async function isFile(path: string, listing: FolderListing): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    listing.errors.push({ path, error });
    return false;
  }
}
