/** Prints how often each dress breaks each field, with examples: `node tests/properties/run.mjs report [dress] [document]` */
import { parseDocument } from '../../src/parse.js';
import { differences, told } from './canonical.js';
import { allDocuments, plainRecord } from './corpora.js';
import { wardrobe } from './dress/wardrobe.js';

const [dressWanted = '', documentWanted = '', examples = '3'] = process.argv.slice(3);
let worn = 0;
let failed = 0;
for (const dress of wardrobe.filter(({ name }) => name.includes(dressWanted))) {
  const lines: string[] = [];
  const fields = new Map<string, number>();
  let fit = 0;
  for (const source of allDocuments.filter(({ name }) => name.includes(documentWanted))) {
    if (!dress.fits(source)) continue;
    fit++;
    const plain = plainRecord(source);
    try {
      const found = differences(plain, parseDocument(dress.wear(source, plain)));
      if (found.length === 0) continue;
      for (const { field } of found) fields.set(field, (fields.get(field) ?? 0) + 1);
      lines.push(
        `  ${source.name} (${found.length})`,
        ...found.slice(0, Number(examples)).map((one) => `      ${told(one)}`),
      );
    } catch (error) {
      lines.push(`  ${source.name} throws ${error}`);
    }
  }
  const bad = lines.filter((line) => !line.startsWith('   ')).length;
  worn += fit;
  failed += bad;
  console.log(`${dress.name}: ${bad} of ${fit} documents differ`);
  console.log(
    `    ${[...fields]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 8)
      .map(([field, count]) => `${field} ${count}`)
      .join(', ')}`,
  );
  console.log(lines.join('\n'));
}
console.log(`${failed} of ${worn} dressed documents differ`);
