/** README.md and docs/commands tell the truth: their commands run and print what they show. `npm run goldens` renews it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../corpus.js';
import { refuseUpdateInCi, UPDATE } from '../goldens/switch.js';
import { type CodeBlock, codeBlocks, PAGES, pageText, readmeText, replaceBlock } from './readme.js';
import { openSession, type Session } from './session.js';

refuseUpdateInCi();
const blocks = PAGES.flatMap(codeBlocks);
const named = (language: string) => blocks.filter((block) => block.language === language);
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

let session: Session;
beforeAll(() => {
  session = openSession();
});
afterAll(() => session.close());

/** A block shows what it should, or is made to. */
function shows(block: CodeBlock, expected: string): void {
  if (UPDATE) replaceBlock(block, expected);
  else expect(block.body).toBe(expected);
}

describe.each(named('console'))('$page: $body', (block) => {
  test('prints what the page shows', () => {
    const { body } = block;
    const [first = '', ...others] = body.split('\n');
    expect(first).toMatch(/^\$ /);
    expect(
      others.some((line) => line.startsWith('$ ')),
      'one command for each block',
    ).toBe(false);
    const printed = session.run(first.slice(2));
    expect(printed).not.toBe('');
    shows(block, `${first}\n${printed}`);
  });
});

test('the library call runs and prints what README.md shows', () => {
  const [program, ...others] = named('js');
  const [output] = named('text');
  expect(others).toEqual([]);
  if (program && output) shows(output, session.program(program.body));
  else expect.fail('no program or no output of it');
});

test('the npm scripts that README.md names exist', () => {
  const names = [...readmeText().matchAll(/\bnpm (?:run )?([a-z][\w:]*)/g)].map(([, name = '']) => name);
  const unknown = names.filter((name) => name !== 'install' && !(name in scripts));
  expect(names).toEqual(expect.arrayContaining(['install', 'start', 'test', 'check', 'bench', 'goldens']));
  expect(unknown).toEqual([]);
});

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  for (const [, path = ''] of pageText(page).matchAll(/\]\(([^)#:]+)\)/g)) {
    expect(() => readFileSync(join(ROOT, dirname(page), path)), path).not.toThrow();
  }
});
