/** Sheets into a workbook, one after the other. */
import type { Sink } from '../sink.js';
import { contentTypes, type MadeSheet, ROOT_RELATIONS, sheetPath, workbook, workbookRelations } from './parts.js';
import { type Cells, type SheetColumn, sheetXml } from './sheet.js';
import type { Strings } from './strings.js';
import { STYLES } from './styles.js';
import { zipTo } from './zip.js';

/** What Excel shows of a sheet, with the head. */
export const MOST_ROWS = 1_048_576;

export interface WorkbookWriter {
  /** A sheet that gets too long goes on in another: `name (2)`. */
  sheet(name: string, columns: readonly SheetColumn[], rows: Iterable<Cells>): Promise<void>;
  end(): Promise<void>;
}

export async function workbookTo(sink: Sink, strings: Strings, mostRows = MOST_ROWS): Promise<WorkbookWriter> {
  const zip = zipTo(sink);
  const made: MadeSheet[] = [];
  // First, so that the file is known for what it is by its first bytes.
  await zip.file('_rels/.rels', [ROOT_RELATIONS]);
  return {
    async sheet(name, columns, rows) {
      const iterator = rows[Symbol.iterator]();
      let next = iterator.next();
      for (let part = 1; part === 1 || !next.done; part++) {
        const sheet = { name: part === 1 ? name : `${name} (${part})`, columns: columns.length, rows: 1 };
        const some = function* () {
          for (; !next.done && sheet.rows < mostRows; next = iterator.next()) {
            sheet.rows += 1;
            yield next.value;
          }
        };
        await zip.file(`xl/${sheetPath(made.length)}`, sheetXml(columns, some(), strings));
        made.push(sheet);
      }
    },
    async end() {
      await zip.file('xl/workbook.xml', [workbook(made)]);
      await zip.file('xl/_rels/workbook.xml.rels', [workbookRelations(made)]);
      await zip.file('xl/styles.xml', [STYLES]);
      await zip.file('xl/sharedStrings.xml', strings.xml());
      await zip.file('[Content_Types].xml', [contentTypes(made)]);
      await zip.end();
    },
  };
}
