/** Every table, view and column is described, and nothing that is not there. */
import { expect, test } from 'vitest';
import { TABLE_DESCRIPTIONS, VIEW_DESCRIPTIONS } from '../../src/ledger/descriptions.js';
import { openLedger } from '../../src/ledger/open.js';
import { workspace } from '../cli/workspace.js';
import { relationsOf } from '../docs/relations.js';

function relations() {
  const db = openLedger(workspace().path('ledger.sqlite'));
  try {
    return relationsOf(db);
  } finally {
    db.close();
  }
}

const described = Object.entries({ ...TABLE_DESCRIPTIONS, ...VIEW_DESCRIPTIONS });

test('tables, views and their columns, in their order', () => {
  const held = relations();
  const namesOf = (kind: string) => held.filter((one) => one.kind === kind).map(({ name }) => name);
  expect(Object.keys(TABLE_DESCRIPTIONS).sort()).toEqual(namesOf('table').sort());
  expect(Object.keys(VIEW_DESCRIPTIONS).sort()).toEqual(namesOf('view').sort());
  const columns = new Map(held.map(({ name, columns: all }) => [name, all.map((column) => column.name)]));
  for (const [name, { columns: about }] of described)
    expect([name, ...Object.keys(about)]).toEqual([name, ...(columns.get(name) ?? [])]);
});

test('each is a line of its own that stands in a table of Markdown', () => {
  for (const [, { about, columns }] of described)
    for (const line of [about, ...Object.values(columns)]) expect(line).toMatch(/^[^|\n`]{2,}$|^[^|\n]*`[^|\n]*$/);
});
