/** The page has words for everything it shows, in both languages. */
import { expect, test } from 'vitest';
import { codeText } from '../../src/report/page/words/codes.js';
import { en } from '../../src/report/page/words/en.js';
import { zh } from '../../src/report/page/words/zh.js';
import { readmeText } from '../docs/readme.js';

/** Paths of all words, with what kind they are. */
function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}: ${typeof value}`],
  );
}

test('both languages have the same words', () => {
  expect(keysOf(en)).toEqual(keysOf(zh));
});

test('each code of README.md has its words (src/report/page/words/codes.ts)', () => {
  const codes = [...readmeText().matchAll(/^\| `([a-z-]+)` \| (?:info|warning|error) \|/gm)].map(
    ([, code = '']) => code,
  );
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) {
    expect(codeText(code, 'zh'), code).toMatch(/\p{Script=Han}/u);
    expect(codeText(code, 'en'), code).toMatch(/^[\x20-\x7e]+$/);
  }
  expect(codeText('constructor', 'zh')).toBeNull();
});
