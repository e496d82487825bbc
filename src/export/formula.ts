/** Texts that a spreadsheet might take for a formula: a document could hold =HYPERLINK(…) or worse. */

/** =1+1, in either width, also behind white space and characters that do not show: `  ＝1`. */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;
/** Excel drops a tab or a line break before what it reads: `\t=1`. */
const LEADING_BREAK = /^[\t\r\n]/;

export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text) || LEADING_BREAK.test(text);
}
