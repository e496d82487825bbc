/** Formats that hold no text we can read, by the first bytes of the file. */

interface Magic {
  name: string;
  bytes: string;
  /** Further bytes that must stand at an offset, where the first ones could also open a text. */
  also?: { at: number; bytes: string };
}

/** Byte strings as Latin-1, one character a byte. */
const MAGIC: Magic[] = [
  { name: 'JPEG image', bytes: '\xff\xd8\xff' },
  { name: 'PNG image', bytes: '\x89PNG\r\n\x1a\n' },
  { name: 'GIF image', bytes: 'GIF87a' },
  { name: 'GIF image', bytes: 'GIF89a' },
  { name: 'TIFF image', bytes: 'II*\0' },
  { name: 'TIFF image', bytes: 'MM\0*' },
  { name: 'BMP image', bytes: 'BM', also: { at: 6, bytes: '\0\0\0\0' } },
  { name: 'WebP image', bytes: 'RIFF', also: { at: 8, bytes: 'WEBP' } },
  { name: 'PDF document', bytes: '%PDF-' },
  { name: 'PDF document', bytes: '\xef\xbb\xbf%PDF-' },
  { name: 'PostScript document', bytes: '%!PS-' },
  { name: 'RTF document', bytes: '{\\rtf' },
  { name: 'OLE file (doc, xls, wps)', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { name: 'ZIP archive (docx, xlsx, ofd)', bytes: 'PK\x03\x04' },
  { name: 'ZIP archive', bytes: 'PK\x05\x06' },
  { name: 'gzip archive', bytes: '\x1f\x8b' },
  { name: 'bzip2 archive', bytes: 'BZh', also: { at: 4, bytes: '1AY&SY' } },
  { name: 'xz archive', bytes: '\xfd7zXZ\0' },
  { name: 'Zstandard archive', bytes: '\x28\xb5\x2f\xfd' },
  { name: '7z archive', bytes: "7z\xbc\xaf'\x1c" },
  { name: 'RAR archive', bytes: 'Rar!\x1a\x07' },
  { name: 'SQLite database', bytes: 'SQLite format 3\0' },
  { name: 'ELF program', bytes: '\x7fELF' },
  { name: 'CAJ document', bytes: 'CAJ\0' },
  { name: 'UTF-32 text', bytes: '\xff\xfe\0\0' },
  { name: 'UTF-32 text', bytes: '\0\0\xfe\xff' },
];

/**
 * Names the format of a file that is not text.
 * @param bytes the whole file
 * @returns the format in English, or null where no magic bytes are known
 */
export function binaryFormat(bytes: Uint8Array): string | null {
  const found = MAGIC.find((m) => standsAt(bytes, 0, m.bytes) && (!m.also || standsAt(bytes, m.also.at, m.also.bytes)));
  return found?.name ?? null;
}

function standsAt(bytes: Uint8Array, at: number, wanted: string): boolean {
  if (bytes.length < at + wanted.length) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted.charCodeAt(i)) return false;
  return true;
}
