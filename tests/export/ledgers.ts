/** Ledgers to export, as real files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openLedger } from '../../src/ledger/open.js';
import { ledgerRows } from '../../src/ledger/rows.js';
import { ledgerWriter } from '../../src/ledger/write.js';
import type { DocumentRecord } from '../../src/model/model.js';
import { parseDocument } from '../../src/parse.js';
import { workspace } from '../cli/workspace.js';
import { CORPUS } from '../corpus.js';
import { parseToy } from '../ledger/toy.js';

/** A folder of its own with `out/ledger.sqlite`. */
export function withLedger(records: Iterable<readonly [source: string, record: DocumentRecord]>) {
  const space = workspace();
  const db = openLedger(space.path('out/ledger.sqlite'));
  const ledger = ledgerWriter(db);
  for (const [source, record] of records) ledger.store(ledgerRows(record), [source]);
  db.close();
  return { ...space, open: (): Database.Database => new Database(space.path('out/ledger.sqlite'), { readonly: true }) };
}

let corpus: (readonly [string, DocumentRecord])[] | undefined;

/** The ledger of the invented documents, which are read once. */
export function corpusLedger() {
  corpus ??= readdirSync(CORPUS).map((name) => [name, parseDocument(readFileSync(join(CORPUS, name)))] as const);
  return withLedger(corpus);
}

/** How many tasks the ledger of the invented documents has. */
export function corpusTasks(): number {
  return (corpusLedger().open().prepare('SELECT count(*) FROM tasks').pluck().get() as number) ?? 0;
}

export function toyLedger(text: string, change: (record: DocumentRecord) => DocumentRecord = (record) => record) {
  return withLedger([['toy.txt', change(parseToy(Buffer.from(text)))]]);
}

/** Texts that break writers: formulas, controls, escapes of formats, marks of direction, a text longer than a cell. */
export const HOSTILE = [
  '=HYPERLINK("http://x","点我")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\u200b=1+1',
  '＝1+1',
  "'=1",
  '_x0041_ _x000D_',
  '控\u0001\u000b\u001b[31m\u0085制',
  '\ufffe\uffff',
  '"引号",逗号;分号\\反斜杠',
  '<b>&amp;</b> ]]> <!--',
  '\u202e右到左\u2066',
  '竖线a|b `码` **粗** [链](x) # 题',
  '🙂𠮷野家',
  '长'.repeat(40_000),
];

/** A toy document with a task for each hostile text. */
export function hostileToy(): string {
  const tasks = HOSTILE.map((text, i) => `- ${text}第${i}项 | lead =甲局${i}、乙局 | by 2023-09-${10 + i}`);
  return `标题：=cmd|' /C calc'!A0\n# =方案\n${tasks.join('\n')}\n? =不懂\n`;
}

/** The body that the toy parser makes of each. */
export const HOSTILE_BODIES = HOSTILE.map((text, i) => `${text}第${i}项`);
