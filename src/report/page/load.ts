/** Reads the data blocks of the page. */
import type { DocumentText, ReportIndex } from '../data.js';

async function unpack(base64: string): Promise<string> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

async function readBlock<T>(id: string): Promise<T> {
  const block = document.getElementById(id);
  if (!block) throw new Error(`no block ${id}`);
  const content = block.textContent ?? '';
  const json = block.getAttribute('type') === 'application/gzip' ? await unpack(content) : content;
  return JSON.parse(json) as T;
}

export const readIndex = (): Promise<ReportIndex> => readBlock<ReportIndex>('index');

/** How many texts stay unpacked: one is shown, the others are those one comes back to. */
const KEPT = 4;

/** Returns the function that reads the text of a document, the last few from memory. */
export function textReader(): (document: number) => Promise<DocumentText> {
  const kept = new Map<number, Promise<DocumentText>>();
  return (document) => {
    const text = kept.get(document) ?? readBlock<DocumentText>(`text-${document}`);
    kept.delete(document);
    kept.set(document, text);
    for (const old of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(old);
    }
    return text;
  };
}
