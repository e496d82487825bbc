import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../src/batch/reading.js';
import { workspace } from '../cli/workspace.js';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

test.each([
  ['empty', ''],
  ['short', '推进改革'],
  ['as long as allowed', 'x'.repeat(100)],
])('a file is read whole: %s', async (_, text) => {
  const space = workspace({ 'a.txt': text });
  const { sha256, size, bytes } = await readFile(space.path('a.txt'), 100);
  expect({ sha256, size, text: bytes && Buffer.from(bytes).toString() }).toEqual({
    sha256: hashOf(text),
    size: Buffer.byteLength(text),
    text,
  });
});

test('of a file that is longer than allowed the hash alone is kept', async () => {
  const text = 'x'.repeat(101);
  const space = workspace({ 'a.txt': text });
  expect(await readFile(space.path('a.txt'), 100)).toEqual({ sha256: hashOf(text), size: 101, bytes: null });
});

// It says that it has no bytes, and has some.
test.skipIf(!existsSync('/proc/version'))('a file that is longer than it says is read to its end', async () => {
  const { size, bytes } = await readFile('/proc/version', 1000);
  expect(Buffer.from(bytes ?? []).toString()).toMatch(/^Linux .*\n$/);
  expect(bytes).toHaveLength(size);
});

test('what is not there is an error of the file system', async () => {
  const space = workspace({});
  await expect(readFile(space.path('none.txt'), 100)).rejects.toMatchObject({ code: 'ENOENT' });
});
