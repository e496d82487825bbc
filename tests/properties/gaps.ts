/** Writes known-gaps.json anew: `node tests/properties/run.mjs gaps`. Its diff is read like code. */
import { writeFileSync } from 'node:fs';
import { parseDocument } from '../../src/parse.js';
import { differences } from './canonical.js';
import { allDocuments, plainRecord } from './corpora.js';
import { wardrobe } from './dress/wardrobe.js';

const gaps: Record<string, string[]> = {};
for (const dress of wardrobe) {
  const differing = allDocuments
    .filter((source) => dress.fits(source))
    .filter(
      (source) => differences(plainRecord(source), parseDocument(dress.wear(source, plainRecord(source)))).length > 0,
    );
  if (differing.length > 0) gaps[dress.name] = differing.map((source) => source.name);
}
writeFileSync(new URL('./known-gaps.json', import.meta.url), `${JSON.stringify(gaps, null, 2)}\n`);
console.log(`${Object.values(gaps).flat().length} known gaps`);
