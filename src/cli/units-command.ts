/** `taizhang units`: the bodies of a ledger, and how a name is read in a place. */
import { resolve } from 'node:path';
import { explainName } from '../identity/explain.js';
import { listUnits } from '../identity/listUnits.js';
import { openForReading } from '../query/open.js';
import { EXIT, type ExitStatus } from './exit.js';
import type { Terminal } from './terminal.js';

export interface UnitsFlags {
  db: string;
  json?: true;
}

/** Lists the bodies of a ledger, the busiest of each area first: code, tasks, official name, names as written. */
export async function unitsCommand(flags: UnitsFlags, terminal: Terminal): Promise<ExitStatus> {
  const db = openForReading(resolve(terminal.cwd, flags.db));
  try {
    for (const unit of listUnits(db)) {
      const line = [unit.adcode ?? '-', String(unit.tasks), unit.name, unit.names.join('、')].join('\t');
      await terminal.out(flags.json ? `${JSON.stringify(unit)}\n` : `${line}\n`);
    }
  } finally {
    db.close();
  }
  return EXIT.ok;
}

/** Explains step by step how one name was resolved. */
export async function resolveCommand(
  name: string,
  area: string,
  json: boolean,
  terminal: Terminal,
): Promise<ExitStatus> {
  const found = explainName(name, area);
  if (json) {
    await terminal.out(`${JSON.stringify(found)}\n`);
    return EXIT.ok;
  }
  const { unit } = found;
  const how = found.origin === 'registry' ? 'known to the registry' : 'not in the registry: kept as written';
  const lines = [
    `${found.name} in ${found.in.name}${found.in.adcode === null ? '' : ` (${found.in.adcode})`}: ${how}`,
    ...found.steps.map((step) => `  ${step}`),
    `= ${unit.name}`,
    `  id ${unit.id}, level ${unit.level ?? '-'}, area ${unit.adcode ?? '-'}, kind ${unit.kind ?? '-'}`,
    `  official names: ${found.official.join('、')}`,
  ];
  await terminal.out(`${lines.join('\n')}\n`);
  return EXIT.ok;
}
