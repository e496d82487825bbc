/** `taizhang search`: full text over the tasks and cases of a ledger. */
import { resolve } from 'node:path';
import { UsageError } from '../batch/errors.js';
import { searchIsCurrent } from '../ledger/searchIndex.js';
import { taskIds } from '../query/filter.js';
import { openForReading } from '../query/open.js';
import { type Found, search } from '../query/search.js';
import { readSearch } from '../query/searchQuery.js';
import type { Snippet } from '../query/snippet.js';
import { EXIT, type ExitStatus } from './exit.js';
import { filterOf } from './filters.js';
import type { FilterFlags } from './options.js';
import { printTable, type TableColumn } from './table.js';
import type { Terminal } from './terminal.js';

export interface SearchFlags extends FilterFlags {
  db: string;
  limit: number;
  json?: true;
}

const COLUMNS: readonly TableColumn[] = [
  { header: '到期日' },
  { header: '牵头单位', flexible: true },
  { header: '标题', flexible: true },
  { header: '内容', flexible: true },
  { header: '来源', flexible: true },
  { header: '编号' },
];

/** What was found stands between » «: brackets and quotation marks are part of the language of documents. */
function marked({ text, marks }: Snippet): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of marks) {
    shown += `${text.slice(from, start)}»${text.slice(start, end)}«`;
    from = end;
  }
  return shown + text.slice(from);
}

function row({ due_on, lead, title, snippet, source, id }: Found): (string | null)[] {
  return [due_on ?? '-', lead, title, marked(snippet), source, id];
}

export async function searchCommand(
  words: readonly string[],
  flags: SearchFlags,
  terminal: Terminal,
): Promise<ExitStatus> {
  const query = readSearch(words.join(' '));
  if (query.terms.length === 0) throw new UsageError('nothing to search for: give at least one word');
  const db = openForReading(resolve(terminal.cwd, flags.db));
  try {
    if (!searchIsCurrent(db))
      terminal.err('the index does not hold the whole ledger: run `taizhang extract` once more\n');
    const filter = filterOf(db, flags, terminal.err);
    const isFiltered = Object.keys(filter).length > 0;
    const found = search(db, { query, limit: flags.limit, taskIds: isFiltered ? taskIds(db, filter) : undefined });
    if (flags.json) for (const one of found) await terminal.out(`${JSON.stringify(one)}\n`);
    else await printTable(COLUMNS, found, row, terminal);
    if (found.length === flags.limit) terminal.err(`the best ${flags.limit}; --limit shows more\n`);
  } finally {
    db.close();
  }
  return EXIT.ok;
}
