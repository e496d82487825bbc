/** Titles of attached plans: a line that names a plan, before the 一、 that begins it. */
import type { Block } from '../blocks/block.js';
import type { Range } from '../blocks/compact.js';
import { endsSentence, isTitle } from '../blocks/join.js';
import { labelAt } from '../blocks/label.js';
import { ordinalAt } from '../blocks/ordinal.js';
import { ATTACHMENT, ISSUER_ENDINGS, PLAN_ENDINGS } from '../lexicon/titles.js';

export interface PlanTitle extends Range {
  /** Index of its first and last block: a title may stand on several lines. */
  first: number;
  last: number;
}

const PLAN = new RegExp(`(?:${PLAN_ENDINGS.join('|')})(?:[(〔][^()〔〕]{1,20}[)〕])?$`);
const ISSUER = new RegExp(`(?:${ISSUER_ENDINGS.join('|')})$`);
const DATE = /\d{1,2}日$|^\d{4}年/;
/** How far behind a title its first section may stand: an introduction fits between. */
const REACH = 12;
const LONGEST_TITLE = 80;

/** Input: the reading copy and its blocks. Output: the titles of plans in order. */
export function planTitles(s: string, blocks: readonly Block[]): PlanTitle[] {
  const found: PlanTitle[] = [];
  let sections = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'paragraph') continue;
    const ordinal = ordinalAt(s, block.from);
    if (ordinal) {
      if (ordinal.style === 'cn' || ordinal.style === 'chapter') sections++;
      continue;
    }
    const ink = s.slice(block.from, block.to);
    if (!isPlanTitle(ink) || !beginsSections(s, blocks, i + 1)) continue;
    let first = i;
    while (first > 0 && isTitlePart(s, blocks[first - 1] as Block) && i - first < 3) first--;
    found.push({ first, last: i, from: (blocks[first] as Block).from, to: block.to });
  }
  return sections > 0 ? found : [];
}

function isPlanTitle(ink: string): boolean {
  return (
    ink.length >= 4 &&
    ink.length <= LONGEST_TITLE &&
    PLAN.test(ink) &&
    (isTitle(ink) || ink.length < 6) &&
    !/[:;。]/.test(ink)
  );
}

/** The next ordinal of the top level is a first one. */
function beginsSections(s: string, blocks: readonly Block[], from: number): boolean {
  for (let i = from; i < Math.min(blocks.length, from + REACH); i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'row') return false;
    const ordinal = ordinalAt(s, block.from);
    if (ordinal)
      return ordinal.value === 1 && (ordinal.style === 'cn' || ordinal.style === 'chapter' || ordinal.style === 'part');
    if (labelAt(s, block.from)) return false;
    // A title of its own between them: this one is the covering notice's.
    if (i > from - 1 && isPlanTitle(s.slice(block.from, block.to))) return false;
  }
  return false;
}

/** The upper line of a title on two lines: short, unfinished, no signature, no date, no title of its own. */
function isTitlePart(s: string, block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const ink = s.slice(block.from, block.to);
  if (ink.length > 40 || ink.length < 4 || ordinalAt(s, block.from) || labelAt(s, block.from)) return false;
  if (/[:@]|电话|联系人|邮箱|\d{6}/.test(ink)) return false;
  return (
    !endsSentence(ink) &&
    !/[;,)]$/.test(ink) &&
    !ATTACHMENT.test(ink) &&
    !ISSUER.test(ink) &&
    !DATE.test(ink) &&
    !isTitle(ink)
  );
}
