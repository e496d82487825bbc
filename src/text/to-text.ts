/** The second stage: from a decoded file to the text of the ledger. */
import type { Decoded } from '../bytes/decode.js';
import type { SourceText } from '../model/model.js';
import { htmlText } from './html.js';
import { plainText } from './plain.js';

/**
 * Plain text as it stands; of a page the main content, one line for each paragraph and table row (cells separated by
 * tabs). Offsets of rows, cells and notes are UTF-16, into the text returned.
 * @throws UnreadableDocument `too-deep`, `too-large`, `no-text`
 */
export function toText(decoded: Decoded): SourceText {
  return decoded.mediaType === 'text/html' ? htmlText(decoded) : plainText(decoded);
}
