/** What the definition of a command needs of the run around it. */
import type { ExitStatus } from '../exit.js';
import type { Parsing } from '../parsing.js';
import type { Terminal } from '../terminal.js';

export interface Context {
  terminal: Terminal;
  parsing: Parsing;
  cores: number;
  /** How the command ended. */
  end(status: ExitStatus): void;
}

export const INPUTS = 'file, folder (read recursively), glob, or - for standard input';
