/** The title: one line or several, from the issuer down to the kind of document (文种). */
import type { Block } from '../../blocks/block.js';
import { type Compact, GAP, inkOf } from '../../blocks/compact.js';
import { endsSentence } from '../../blocks/join.js';
import { labelAt } from '../../blocks/label.js';
import { ordinalAt } from '../../blocks/ordinal.js';
import { CARRIES_OUT } from '../../lexicon/titles.js';
import { aboutTitle } from './aboutTitle.js';
import { ENDING, HEAD_BLOCKS, NAVIGATION, type Valued } from './head.js';
import { metaLine } from './metaTable.js';
import { type FoundTitle, goesUp } from './titleLines.js';

const CARRIES = new RegExp(CARRIES_OUT.join('|'));
// （2024年） · （第二批） · （第3期）
const EDITION = /^[(](?:[^()]{2,20}年度?|第?[一二三四五六七八九十\d]{1,3}[批辑期季册卷集版]|试行|修订|修订版)[)]$/;
const isKindAlone = (line: string): boolean => line.length <= 16 && ENDING.test(line) && !endsSentence(line);

/** A title in the text that is no more than a piece of the meta block's gives way to it: a portal cut it off. */
export function chooseTitle(s: string, found: FoundTitle | null, meta: Valued | null): FoundTitle | null {
  if (found === null || meta === null) return found;
  const whole = inkOf(s, meta.ranges);
  const text = inkOf(s, found.ranges);
  if (text === whole || whole.length < 10 || /[….]{2,}$/.test(whole) || !ENDING.test(whole) || text.includes(whole))
    return found;
  return null;
}

export function findTitle(copy: Compact, blocks: readonly Block[]): FoundTitle | null {
  const { s } = copy;
  const paragraphs = blocks.slice(0, HEAD_BLOCKS);
  const ink = (i: number): string => s.slice((blocks[i] as Block).from, (blocks[i] as Block).to);
  const plain = (i: number): boolean => {
    const block = blocks[i];
    if (block?.kind !== 'paragraph' || ordinalAt(s, block.from) !== null || labelAt(s, block.from) !== null)
      return false;
    // A line with cells is a line of the meta table.
    return !metaLine(ink(i)) && !copy.gap.subarray(block.from + 1, block.to).includes(GAP.cell);
  };
  const about = aboutTitle(s, blocks, plain, ink);
  if (about) return about;
  let fallback: FoundTitle | null = null;
  for (let i = 0; i < paragraphs.length; i++) {
    if (!plain(i)) {
      if (blocks[i]?.kind === 'paragraph' && ordinalAt(s, (blocks[i] as Block).from)?.value === 1 && fallback) break;
      continue;
    }
    const text = ink(i);
    // Behind prose a line that ends like a title is a heading of the text.
    if (text.length > 40 && endsSentence(text)) break;
    if (text.length > 160 || !ENDING.test(text) || endsSentence(text) || NAVIGATION.test(text)) continue;
    let first = i;
    while (
      first > 0 &&
      i - first < 4 &&
      plain(first - 1) &&
      goesUp(ink(first - 1), s.slice((blocks[first] as Block).from, (blocks[i] as Block).to))
    ) {
      first--;
    }
    const found = {
      first,
      last: i,
      ranges: blocks.slice(first, i + 1).map((block) => ({ from: block.from, to: block.to })),
    };
    const whole = inkOf(s, found.ranges);
    if (whole.includes('关于') && whole.length >= 8) return found;
    // （2024年） below a title belongs to it, and to 贯彻落实…报告 what is done about it: 整改措施清单.
    const below = blocks[i + 1];
    const goesOn = (line: string) => EDITION.test(line) || (plain(i + 1) && isKindAlone(line) && CARRIES.test(whole));
    if (below?.kind === 'paragraph' && goesOn(ink(i + 1))) {
      found.ranges.push({ from: below.from, to: below.to });
      found.last++;
    }
    if (fallback === null && whole.length >= 6) fallback = found;
  }
  return fallback;
}

/** 现形成《…典型案例汇编》: a compilation without a title page names itself in its preface. */
export function mentionedTitle(s: string): Valued | null {
  const head = s.slice(0, 3000);
  const m = /(?:形成|编印|编制|汇编成|编成|整理成|印发|推出)了?《([^《》]{4,60}(?:汇编|案例|案例集|做法|经验))》/.exec(
    head,
  );
  if (!m) return null;
  const from = m.index + m[0].indexOf('《') + 1;
  return { ranges: [{ from, to: from + (m[1] as string).length }] };
}
