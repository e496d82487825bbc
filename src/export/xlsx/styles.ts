/** The few styles of the workbook. */

/** Places in `cellXfs` below. `quoted`: text that stays text when somebody edits the cell, whatever it begins with. */
export const STYLE = { header: 1, text: 2, quoted: 3, integer: 4, date: 5 } as const;

const FONT = '<name val="等线"/><family val="2"/><charset val="134"/>';
const EDGE = '<color rgb="FFBFBFBF"/>';
const BORDER = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${EDGE}</${side}>`).join('');
const xf = (attributes: string, alignment: string) =>
  `<xf xfId="0" borderId="1" applyBorder="1" applyAlignment="1" ${attributes}><alignment ${alignment}/></xf>`;

export const STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="2"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/>${FONT}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FF2F5597"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${BORDER}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  xf(
    'numFmtId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"',
    'horizontal="center" vertical="center" wrapText="1"',
  ) +
  xf('numFmtId="0" fontId="0" fillId="0"', 'vertical="top" wrapText="1"') +
  xf('numFmtId="0" fontId="0" fillId="0" quotePrefix="1"', 'vertical="top" wrapText="1"') +
  xf('numFmtId="0" fontId="0" fillId="0"', 'horizontal="center" vertical="top"') +
  xf('numFmtId="164" fontId="0" fillId="0" applyNumberFormat="1"', 'horizontal="center" vertical="top"') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
