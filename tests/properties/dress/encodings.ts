/** The same characters in other bytes. */
import { type Dress, utf8 } from './dress.js';
import { gb18030 } from './gb18030.js';

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}

const declaring = (text: string, charset: string): string =>
  text.replace(/(<meta[^>]*charset=["']?)[\w-]+/i, (_, before: string) => before + charset);

const encoded = (name: string, encode: (text: string) => Uint8Array, html = true): Dress => ({
  name,
  fits: (source) => html || !source.html,
  wear: ({ text }) => encode(text),
});

export const encodings: Dress[] = [
  encoded('UTF-8 with BOM', (text) => utf8(`\uFEFF${text}`)),
  encoded('UTF-16LE with BOM', (text) => utf16(text, 'le')),
  encoded('UTF-16BE with BOM', (text) => utf16(text, 'be')),
  encoded('GB18030, declared where a page declares', (text) => gb18030(declaring(text, 'gb18030'))),
  { ...encoded('GB18030 declared as it was', gb18030), fits: (source) => source.html },
];
