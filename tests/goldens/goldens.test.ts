/**
 * Every document of the corpus has a golden record, fixtures/<slug>/record.json. `npm run goldens` renews them all; the
 * review is the diff. A failure names the first difference only.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.js';
import { corpusFiles, ROOT } from '../corpus.js';
import { firstDifference, printRecord, withoutText } from './record.js';
import { refuseUpdateInCi, UPDATE } from './switch.js';

const FIXTURES = join(ROOT, 'fixtures');
const golden = (slug: string) => join(FIXTURES, slug, 'record.json');
const files = corpusFiles();
const slugs = files.map(({ slug }) => slug);
refuseUpdateInCi();

describe.each(files)('$slug', ({ path, slug }) => {
  test('gives its golden record', () => {
    const got = withoutText(parseDocument(readFileSync(path)));
    if (UPDATE) {
      mkdirSync(join(FIXTURES, slug), { recursive: true });
      writeFileSync(golden(slug), printRecord(got));
      return;
    }
    if (!existsSync(golden(slug))) expect.fail(`no golden record: run \`npm run goldens\` and read ${golden(slug)}`);
    const difference = firstDifference(JSON.parse(readFileSync(golden(slug), 'utf8')), got);
    if (difference !== null) expect.fail(difference);
  });
});

test('no two documents share a slug', () => {
  expect(slugs).toEqual([...new Set(slugs)]);
});

test('no golden record is left without its document', () => {
  const left = readdirSync(FIXTURES).filter((slug) => existsSync(golden(slug)) && !slugs.includes(slug));
  if (UPDATE) for (const slug of left) rmSync(join(FIXTURES, slug), { recursive: true });
  else expect(left).toEqual([]);
});
