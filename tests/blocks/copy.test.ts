/** The reading copy holds the folded text, whatever is looked up and remembered while it is made. */
import { expect, test } from 'vitest';
import { toBlocks } from '../../src/blocks/blocks.js';
import { decodeBytes } from '../../src/bytes/decode.js';
import { toText } from '../../src/text/to-text.js';

const copyOf = (text: string): string => toBlocks(toText(decodeBytes(Buffer.from(text)))).copy.s;

test('a bulleted label that nobody has met before is copied for the memory of labels, not over the text', () => {
  for (const word of ['牵头单位甲', '责任科室乙丙', '主办处室丁', '配合单位（戊己）']) {
    const text = `一、总体要求\n●${word}：南岭县水务局\n二、工作安排\n`;
    // The bullet before a known label is left out of the copy; before other words it stays.
    expect(copyOf(text).replace('●', '')).toBe(
      `一、总体要求${word.replace('（', '(').replace('）', ')')}:南岭县水务局二、工作安排`,
    );
  }
});
