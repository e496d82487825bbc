import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, placesIn } from '../../src/query/places.js';

test('lines, columns and excerpts count code points', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '汉', '🙂', '\n', '\r') }),
      fc.nat(30),
      fc.nat(5),
      (text, at, length) => {
        const characters = Array.from(text);
        fc.pre(at <= characters.length);
        const before = characters.slice(0, at).join('').split('\n');
        expect(placesIn(text)(at)).toEqual({ line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 });
        expect(excerpt(text, at, at + length)).toBe(characters.slice(at, at + length).join(''));
      },
    ),
  );
});
