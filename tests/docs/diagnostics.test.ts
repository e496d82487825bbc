/** README.md lists the codes of diagnostics: all that src/ can give, and no others. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.js';
import { corpusFiles, ROOT } from '../corpus.js';
import { readmeText } from './readme.js';

/** Where a code is written: `code: 'a'`, `code: x ? 'a' : 'b'`, `code: 'a' | 'b'`, and the calls that take one. */
const CODE_PLACES =
  /(?:\bcode:\s*(?:[^,;{}]*?\?\s*)?|\b(?:UnreadableDocument|FetchProblem)\(\s*|\bnotesOn\([^'()]*)((?:'[a-z]+(?:-[a-z]+)*'\s*[|:]?\s*)+)/g;

function codesIn(source: string): string[] {
  const literals = [...source.matchAll(CODE_PLACES)].flatMap(([, found = '']) => [...found.matchAll(/'([^']+)'/g)]);
  return literals.map(([, code = '']) => code);
}

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const given = new Set(sources.flatMap((name) => codesIn(readFileSync(join(ROOT, 'src', name), 'utf8'))));

const [table = '', around = ''] = (/^## Diagnostics\n([\s\S]*?)^## /m.exec(readmeText())?.[1] ?? '').split(
  '\n\nTrouble',
);
const listed = new Map(
  [...table.matchAll(/^\| `([a-z-]+)` \| (\w+) \|/gm)].map(([, code = '', severity]) => [code, severity]),
);
const told = [...around.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code).filter((code) => code !== '--json');

test('every code of src/ stands in README.md, and every code there in src/', () => {
  expect([...given].sort()).toEqual([...listed.keys(), ...told].sort());
});

test('the codes that the corpus gives have the severity that README.md says', () => {
  const rows = corpusFiles().flatMap(({ path }) => parseDocument(readFileSync(path)).diagnostics);
  const severities = new Map(rows.map(({ code, severity }) => [code, severity]));
  expect(severities.size).toBeGreaterThan(5);
  for (const [code, severity] of severities) expect(`${code} ${severity}`).toBe(`${code} ${listed.get(code)}`);
});
