/** Plain text stands in the ledger as it stood in the file. */

import type { Decoded } from '../bytes/decode.js';
import type { SourceText } from '../model/model.js';

export function plainText({ text, charset, notes }: Decoded): SourceText {
  return { text, mediaType: 'text/plain', charset, rows: [], notes };
}
