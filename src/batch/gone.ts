/** Which sources of a ledger have lost their file. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Sources that are no paths: standard input, pages of the web. */
const NO_PATH = /^(?:stdin:|https?:\/\/)/;

async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    // Anything else (permission denied, a disk that does not answer) says nothing about the file.
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  }
}

/**
 * Says of a source whether its file below `root` is gone. A source that was last seen below another root is left alone,
 * and all are while the root itself is not there (a disk that is not mounted).
 */
export function goneBelow(
  root: string,
  rootOf: (source: string) => string | null,
): (source: string) => Promise<boolean> {
  let rootIsMissing: Promise<boolean> | null = null;
  return async (source) => {
    if (NO_PATH.test(source) || (rootOf(source) ?? root) !== root) return false;
    rootIsMissing ??= isMissing(root);
    return !(await rootIsMissing) && isMissing(join(root, source));
  };
}
