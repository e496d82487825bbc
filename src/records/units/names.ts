/** What names of bodies and of groups of bodies look like. */
import { BODY_ENDINGS, GENERIC_ENDINGS, GROUP_PATTERNS, GROUP_STARTS, NOT_IN_NAMES } from '../../lexicon/bodies.js';

const ENDINGS = byLast(BODY_ENDINGS);
export const GENERIC = new Set(GENERIC_ENDINGS);
export const LONGEST_NAME = 60;

function byLast(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) {
    const last = word.at(-1) as string;
    map.set(last, [...(map.get(last) ?? []), word]);
  }
  return map;
}

/** Whether a name is complete: it ends the way names of bodies end, brackets aside. */
export function isComplete(name: string): boolean {
  if (name.length > LONGEST_NAME * 2) return false;
  const bare = name.replace(/[(〔][^()〔〕]*[)〕]$/, '');
  if (bare.length < 2 && name === bare) return false;
  const last = bare.at(-1);
  return last !== undefined && (ENDINGS.get(last)?.some((word) => bare.endsWith(word)) ?? false);
}

/** Whether a name could be a body or a group of bodies: no words of a sentence in it, an ending that bodies have. */
export function looksLikeBody(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME) return false;
  const plain = name.replace(/[“‘"《(〔][^”’"》)〕]*[”’"》)〕]/g, '');
  if (/[。:!?%]|\d{4}年|\d+月/.test(plain)) return false;
  if (SENTENCE.test(plain) && !SAFE_NAMES.test(plain)) return false;
  return isComplete(name);
}

export const SENTENCE = new RegExp(NOT_IN_NAMES.join('|'));

// 行政审批局 · 审批服务局 · 审核中心 · 已/以/于 inside names of areas and firms
const SAFE_NAMES =
  /(?:审批|审核|责任|主管|牵头|监管|成员|推进|推动|提升|落实|每个|时代|为民|并购|后勤|如皋|将乐|于都|以岭|至诚|即墨|需求侧|领导小组|指挥部|专班|办公室|联席会议)/;

/** Whether a name has no word of a sentence in it and is no longer than names are. */
export const couldBeBody = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 24 &&
  !/[。:!?%,;]|\d{4}年/.test(name) &&
  (!SENTENCE.test(name) || SAFE_NAMES.test(name));

/** Whether a name means several bodies. */
export function isGroupName(name: string): boolean {
  const bare = name.replace(/[“‘"《][^”’"》]*[”’"》]/g, '');
  return GROUP_STARTS.some((word) => bare.startsWith(word)) || GROUP_PATTERNS.some((pattern) => pattern.test(bare));
}
