/** The filters of the command line → ids and dates: what a name or an area means is asked of the registry and the ledger. */
import type Database from 'better-sqlite3';
import { UsageError } from '../batch/errors.js';
import { areaCalled } from '../identity/areaCalled.js';
import { meaningOf } from '../identity/meaning.js';
import { type Area, documentsCalled, documentsIn } from '../query/documents.js';
import type { TaskFilter } from '../query/filter.js';
import { similarUnits, unitsCalled } from '../query/units.js';
import type { FilterFlags } from './options.js';

const SHOWN = 5;

function few(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return names.slice(0, SHOWN).join('、') + (rest > 0 ? ` and ${rest} more` : '');
}

function readArea(text: string): Area | null {
  const called = areaCalled(text);
  if (Array.isArray(called)) {
    const choices = called.map(({ adcode, full }) => `${adcode} ${full}`);
    throw new UsageError(`--area: several areas are called ${text}: ${few(choices)}; give the code`);
  }
  return called;
}

function unitIds(db: Database.Database, name: string, area: Area | null, say: (text: string) => void): string[] {
  const units = unitsCalled(db, name, meaningOf(name), area);
  if (units.length === 0) {
    const similar = similarUnits(db, name);
    const hint = similar.length > 0 ? `; there are ${similar.join('、')}` : '';
    throw new UsageError(
      `--unit: no body of the ledger is called ${name}${area ? ' in the area' : ''}${hint}; \`taizhang units\` lists all`,
    );
  }
  if (units.length > 1)
    say(`${name} names ${units.length} bodies: ${few(units.map((unit) => unit.name))}; --area narrows\n`);
  return units.map(({ id }) => id);
}

function documentIds(db: Database.Database, text: string, say: (text: string) => void): string[] {
  const documents = documentsCalled(db, text);
  if (documents.length === 0)
    throw new UsageError(
      `--document: no document ${text}: give an id, a source, a number 文号 or part of a title of the ledger`,
    );
  if (documents.length > 1)
    say(`${text} names ${documents.length} documents: ${few(documents.map(({ source }) => source))}\n`);
  return documents.map(({ id }) => id);
}

/**
 * What the flags mean in a ledger. A name of several bodies or documents selects all of them, and `say` tells so.
 * @throws UsageError where a value means nothing in this ledger
 */
export function filterOf(db: Database.Database, flags: FilterFlags, say: (text: string) => void): TaskFilter {
  const { unit, role, document, after, before } = flags;
  if (after !== undefined && before !== undefined && after > before)
    throw new UsageError(`--after ${after} is later than --before ${before}`);
  const area = flags.area === undefined ? null : readArea(flags.area);
  let documents = document === undefined ? undefined : documentIds(db, document, say);
  if (area !== null && unit === undefined) {
    const inArea = new Set(documentsIn(db, area));
    if (inArea.size === 0) throw new UsageError(`--area: no document of the ledger is of ${flags.area}`);
    documents = documents?.filter((id) => inArea.has(id)) ?? [...inArea];
  }
  return {
    ...(unit === undefined ? {} : { unitIds: unitIds(db, unit, area, say) }),
    ...(role === undefined ? {} : { role }),
    ...(documents === undefined ? {} : { documentIds: documents }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
}
