/** One sheet as XML: frozen head, filter, widths, rows. */
import type { Column } from '../columns.js';
import type { Strings } from './strings.js';
import { STYLE } from './styles.js';

export type SheetColumn = Pick<Column, 'header' | 'type' | 'width'>;

/** Whole numbers: the number of a shared string, an integer, a day; NONE where the cell is empty. */
export type Cells = ArrayLike<number>;

export const NONE = -1;

/** 2023-09-30 → 45199: days as Excel counts them. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function cell(at: string, type: Column['type'], value: number, strings: Strings): string {
  const style = type === 'text' ? (strings.isFormula(value) ? STYLE.quoted : STYLE.text) : STYLE[type];
  if (value === NONE) return `<c r="${at}" s="${style}"/>`;
  return type === 'text'
    ? `<c r="${at}" s="${style}" t="s"><v>${value}</v></c>`
    : `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

/** The XML of a sheet in pieces; strings are numbered on the way. */
export function* sheetXml(columns: readonly SheetColumn[], rows: Iterable<Cells>, strings: Strings): Generator<string> {
  const names = columns.map((_, i) => columnName(i));
  const last = names.at(-1) ?? 'A';
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>';
  yield `<cols>${columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
  const head = columns.map(
    ({ header }, i) => `<c r="${names[i]}1" s="${STYLE.header}" t="s"><v>${strings.number(header)}</v></c>`,
  );
  yield `<sheetData><row r="1" ht="24" customHeight="1">${head.join('')}</row>`;
  let r = 1;
  for (const row of rows) {
    r += 1;
    yield `<row r="${r}">${columns.map(({ type }, i) => cell(`${names[i]}${r}`, type, row[i] ?? NONE, strings)).join('')}</row>`;
  }
  yield `</sheetData><autoFilter ref="A1:${last}${r}"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>';
}
