/** The parts of a workbook that hold its sheets together. */
import { columnName } from './sheet.js';
import { xmlText } from './text.js';

export interface MadeSheet {
  name: string;
  columns: number;
  /** With the head. */
  rows: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetPath = (index: number): string => `worksheets/sheet${index + 1}.xml`;

export const ROOT_RELATIONS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function contentTypes(sheets: readonly MadeSheet[]): string {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook.xml', 'sheet.main') +
    sheets.map((_, i) => part(sheetPath(i), 'worksheet')).join('') +
    part('styles.xml', 'styles') +
    part('sharedStrings.xml', 'sharedStrings') +
    '</Types>'
  );
}

export function workbookRelations(sheets: readonly MadeSheet[]): string {
  const parts = [
    ...sheets.map((_, i) => ['worksheet', sheetPath(i)] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ];
  const relations = parts.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

/** With the names that Excel wants beside a filter, and the head repeated on each printed page. */
export function workbook(sheets: readonly MadeSheet[]): string {
  const named = sheets.map(({ name, columns, rows }, i) => {
    const quoted = `'${xmlText(name)}'`;
    return {
      filter:
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">` +
        `${quoted}!$A$1:$${columnName(columns - 1)}$${rows}</definedName>`,
      titles: `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted}!$1:$1</definedName>`,
    };
  });
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>` +
    sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
    `</sheets><definedNames>${named.map((one) => one.filter).join('')}${named.map((one) => one.titles).join('')}</definedNames></workbook>`
  );
}
