/** Data as a block of a page: JSON that no HTML parser can take for anything else, compressed where it is large. */
import { gzipSync } from 'fflate';

/** Below this the block stays readable; above it the bytes saved are worth the time to unpack them. */
const COMPRESSED_FROM = 4 * 1024;

/** JSON in which no `<`, `>`, `&` and no line separator of JavaScript stands: `</script>` cannot end the block. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The element with the data. fflate, not zlib: zlib's bytes differ between processors. */
export function dataBlock(id: string, value: unknown): string {
  const json = safeJson(value);
  if (json.length < COMPRESSED_FROM) return `<script type="application/json" id="${id}">${json}</script>\n`;
  const bytes = gzipSync(Buffer.from(json), { level: 6, mtime: 0 });
  return `<script type="application/gzip" id="${id}">${Buffer.from(bytes).toString('base64')}</script>\n`;
}
