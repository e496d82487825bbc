/** Titles with 关于 in them, the most frequent form. */
import type { Block } from '../../blocks/block.js';
import { endsSentence } from '../../blocks/join.js';
import { ENDING, HEAD_BLOCKS, NAVIGATION } from './head.js';
import { count, type FoundTitle, goesUp } from './titleLines.js';

/** A title with 关于 in it: from its issuer's line down to the line that ends with a 文种. */
export function aboutTitle(
  s: string,
  blocks: readonly Block[],
  plain: (i: number) => boolean,
  ink: (i: number) => string,
): FoundTitle | null {
  const end = Math.min(blocks.length, HEAD_BLOCKS);
  for (let i = 0; i < end; i++) {
    if (
      !plain(i) ||
      !ink(i).includes('关于') ||
      ink(i).length > 160 ||
      endsSentence(ink(i)) ||
      NAVIGATION.test(ink(i)) ||
      /[。:]/.test(ink(i))
    )
      continue;
    let first = i;
    while (
      first > 0 &&
      i - first < 3 &&
      plain(first - 1) &&
      goesUp(ink(first - 1), s.slice((blocks[first] as Block).from, (blocks[i] as Block).to))
    )
      first--;
    for (let last = i; last < Math.min(end, i + 5) && plain(last) && !/[。:]/.test(ink(last)); last++) {
      const text = blocks
        .slice(first, last + 1)
        .map((block) => s.slice(block.from, block.to))
        .join('');
      if (text.length > 200) break;
      const goesOn = last + 1 < end && plain(last + 1) && /^(?:的|通知$|知$)/.test(ink(last + 1));
      if (!goesOn && ENDING.test(text) && count(text, '《') === count(text, '》')) {
        return {
          first,
          last,
          ranges: blocks.slice(first, last + 1).map((block) => ({ from: block.from, to: block.to })),
        };
      }
    }
  }
  return null;
}
