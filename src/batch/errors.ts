/** The run was asked for in a way that cannot be done; nothing has been read or written. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A document of a run that is not in the ledger as its source now stands. */
export interface Failure {
  source: string;
  code: string;
  message: string;
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'symbolic links in a circle',
  EISDIR: 'is a folder',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'name too long',
};

/** Trouble with the file system, told as one line. */
export function fileFailure(source: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return { source, code: message === 'no such file' ? 'no-such-file' : 'io', message };
}
