/** Text of cells in SpreadsheetML. */

/** What a cell of Excel takes, in UTF-16 units. */
export const LONGEST_CELL = 32_767;

/** Not allowed in XML 1.0, however written, and the other control characters. */
const NO_XML = /(?![\t\n])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;
/** _x0041_ in a text would be shown as A: Excel writes characters this way. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] as string);
}

/** A text as a cell can hold it: characters that XML does not allow as U+FFFD, too long ones cut with a mark. */
export function cellText(text: string): { text: string; isCut: boolean } {
  const allowed = text.replace(/\r\n?/g, '\n').replace(NO_XML, '\ufffd');
  if (allowed.length <= LONGEST_CELL) return { text: allowed, isCut: false };
  const mark = `…〔已截断，原文${Array.from(allowed).length}字〕`;
  // Not between the halves of a character.
  const kept = allowed.slice(0, LONGEST_CELL - mark.length).replace(/[\ud800-\udbff]$/, '');
  return { text: kept + mark, isCut: true };
}

/** The text as it stands in a `t` element. */
export function cellXml(text: string): string {
  return xmlText(text.replace(ESCAPE, '_x005F_'));
}
