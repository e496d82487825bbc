/** Is a decoded text an HTML page? The name of the file is not known here: only the content counts. */

type MediaType = 'text/plain' | 'text/html';

/** What may stand before the first tag: white space, comments, <?xml …?>; "<!-- saved from url -->" */
const PROLOGUE = /(?:\s+|<!--[\s\S]*?-->|<\?[^>]*>)*/y;
/** <!DOCTYPE html PUBLIC "…"> */
const DOCTYPE = /^<!doctype\s+html\b/i;
/** The first element of a whole page: <html lang="zh">, <meta charset=gbk> */
const PAGE_START = /^<(?:html|head|body|meta|title)(?=[\s>])[^<>]*>/i;
/** Any tag with its name: <td class="a">, </P> */
const TAG = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])[^<>]*>/gi;

const BLOCKS: ReadonlySet<string> = new Set(
  'html head body div p table tbody thead tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section article form center'.split(
    ' ',
  ),
);
/** Contents that are no text of the page. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'title']);
/** Elements often left unclosed: what follows is still inside. */
const UNCLOSED: ReadonlySet<string> = new Set(['p', 'li', 'html', 'body', 'dt', 'dd']);

/** How many block tags make markup, and what may stand outside all blocks of an HTML fragment. */
const MIN_BLOCK_TAGS = 3;
const MAX_LINES_OUTSIDE = 1;
const MAX_SHARE_OUTSIDE = 0.05;

/**
 * text/html for a page (doctype, <html>, <head>, <body>, <meta> first) and for a fragment that is markup throughout;
 * text/plain for everything else, also for OCR text with a few tags or tables between its plain lines.
 */
export function mediaTypeOf(text: string): MediaType {
  PROLOGUE.lastIndex = 0;
  PROLOGUE.exec(text);
  const start = PROLOGUE.lastIndex;
  const opening = text.slice(start, start + 2000);
  if (DOCTYPE.test(opening)) return 'text/html';
  const page = PAGE_START.exec(opening);
  // A text may open by mentioning <html>; a page has more tags after it.
  if (page && hasTag(text, start + page[0].length)) return 'text/html';
  return isFragment(text, start) ? 'text/html' : 'text/plain';
}

function hasTag(text: string, from: number): boolean {
  TAG.lastIndex = from;
  return TAG.test(text);
}

/** An HTML fragment: block tags, and next to no text outside of them. */
function isFragment(text: string, start: number): boolean {
  if (text[start] !== '<') return false;
  let blockTags = 0;
  let depth = 0;
  let unclosed = false;
  let raw = false;
  let inside = 0;
  let outside = 0;
  let linesOutside = 0;
  let last = start;
  const take = (end: number): void => {
    const run = text.slice(last, end);
    if (raw) return;
    const size = run.replace(/\s+/g, '').length;
    if (depth > 0 || unclosed) inside += size;
    else if (size > 0) {
      outside += size;
      linesOutside += run.split('\n').filter((line) => line.trim() !== '').length;
    }
  };
  TAG.lastIndex = start;
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    take(match.index);
    last = match.index + match[0].length;
    const closing = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    raw = !closing && RAW.has(name);
    if (!BLOCKS.has(name)) continue;
    if (!closing) blockTags++;
    if (UNCLOSED.has(name)) unclosed = !closing;
    else depth = Math.max(0, depth + (closing ? -1 : 1));
  }
  take(text.length);
  if (blockTags < MIN_BLOCK_TAGS) return false;
  return linesOutside <= MAX_LINES_OUTSIDE && outside <= MAX_SHARE_OUTSIDE * (inside + outside);
}
