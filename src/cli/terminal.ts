/** What a command sees of the process: tests give it another one. */
export interface Terminal {
  cwd: string;
  stdin: AsyncIterable<Uint8Array>;
  /** Standard output is a terminal, so many columns wide; absent where it is a file or a pipe. */
  columns?: number;
  /** Results. Resolves when there is room for more. */
  out(text: string): Promise<void>;
  /** Messages to the person. */
  err(text: string): void;
  /** Where a progress bar can be drawn: only a terminal is such a place. */
  progress?: NodeJS.WriteStream;
  /** Ends a run early; without it the signals of the process do. */
  signal?: AbortSignal;
}

/** Nobody reads standard output any more (`taizhang parse … | head -1`). */
export class OutputClosed extends Error {}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  let closed = false;
  // Both streams: without a listener a closed pipe ends the process with a stack trace.
  stdout.on('error', () => {
    closed = true;
  });
  stderr.on('error', () => {});
  return {
    cwd: process.cwd(),
    stdin,
    ...(stderr.isTTY ? { progress: stderr } : {}),
    ...(stdout.isTTY ? { columns: stdout.columns || 80 } : {}),
    out: (text) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new OutputClosed());
        else stdout.write(text, (error) => (error ? reject(new OutputClosed()) : resolve()));
      }),
    err: (text) => {
      stderr.write(text);
    },
  };
}
