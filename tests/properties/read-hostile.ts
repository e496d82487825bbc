/** What becomes of one hostile input: 'record', 'refused', or the exception that should not be. */
import { UnreadableDocument } from '../../src/model/model.js';
import { parseDocument } from '../../src/parse.js';
import { hostileInputs } from './hostile.js';

export function readHostile(name: string, size: number): string {
  const input = hostileInputs.find((one) => one.name === name);
  if (!input) throw new Error(`no such input: ${name}`);
  const bytes = input.make(size);
  try {
    parseDocument(bytes);
    return 'record';
  } catch (error) {
    return error instanceof UnreadableDocument ? 'refused' : String(error).slice(0, 200);
  }
}
