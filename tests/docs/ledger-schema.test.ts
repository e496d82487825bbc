/** docs/ledger.schema.json, by which others check exports, is made from the model. `npm run goldens` renews it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledgerSchema } from '../../src/model/exported.js';
import { ROOT } from '../corpus.js';
import { refuseUpdateInCi, UPDATE } from '../goldens/switch.js';

refuseUpdateInCi();
const SCHEMA = join(ROOT, 'docs/ledger.schema.json');

test('docs/ledger.schema.json is current', () => {
  const made = `${JSON.stringify(ledgerSchema(), null, 2)}\n`;
  if (UPDATE) writeFileSync(SCHEMA, made);
  else expect(readFileSync(SCHEMA, 'utf8')).toBe(made);
});
