/** The shared strings of a workbook: the same body stands in several sheets. */
import { looksLikeFormula } from '../formula.js';
import { cellText, cellXml } from './text.js';

export interface Strings {
  /** The number of a text; the same for the same text. */
  number(text: string): number;
  /** Whether Excel would make a formula of the text when somebody edits the cell. */
  isFormula(number: number): boolean;
  /** How many texts were cut because no cell takes them. */
  readonly cut: number;
  xml(): Generator<string>;
}

export function sharedStrings(): Strings {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const formulas = new Set<number>();
  let cut = 0;
  return {
    number(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const cell = cellText(text);
      if (cell.isCut) cut += 1;
      const number = texts.push(cell.text) - 1;
      numbers.set(text, number);
      if (looksLikeFormula(cell.text)) formulas.add(number);
      return number;
    },
    isFormula: (number) => formulas.has(number),
    get cut() {
      return cut;
    },
    *xml() {
      yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
      yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.length}">`;
      for (const text of texts) yield `<si><t xml:space="preserve">${cellXml(text)}</t></si>`;
      yield '</sst>';
    },
  };
}
