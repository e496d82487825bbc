/** Bytes → record, in one expression: the pipeline of Taizhang. */
import { hash } from 'node:crypto';
import { toBlocks } from './blocks/blocks.js';
import { decodeBytes } from './bytes/decode.js';
import { identify } from './identity/identify.js';
import type { DocumentRecord } from './model/model.js';
import { toRecord } from './records/record.js';
import { toText } from './text/to-text.js';
import { toTree } from './tree/tree.js';

/**
 * Input: the bytes of one document (text or HTML, any charset). Output: its record, a pure function of the bytes and the
 * version. Errors: UnreadableDocument where there is no text to read.
 */
export function parseDocument(bytes: Uint8Array): DocumentRecord {
  const source = toText(decodeBytes(bytes));
  const blocks = toBlocks(source);
  const sha256 = hash('sha256', bytes);
  return identify(toRecord(source, blocks, toTree(blocks), { sha256, bytes: bytes.length }));
}
