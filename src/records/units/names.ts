/** What names of bodies and of groups of bodies look like. */
import { endsIn, marks } from '../../blocks/marks.js';
import { BODY_ENDINGS, GENERIC_ENDINGS, GROUP_PATTERNS, GROUP_STARTS, NOT_IN_NAMES } from '../../lexicon/bodies.js';
import { remembered } from '../../model/remembered.js';

const ENDINGS = byLast(BODY_ENDINGS);
export const GENERIC = new Set(GENERIC_ENDINGS);
export const LONGEST_NAME = 60;

/** Words by the unit of their last character, the shortest first: it ends whatever the longer ones end. */
function byLast(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>();
  for (const word of [...words].sort((a, b) => a.length - b.length)) {
    const last = word.charCodeAt(word.length - 1);
    map.set(last, [...(map.get(last) ?? []), word]);
  }
  return map;
}

const CLOSING = marks(')〕');

/** Whether a name is complete: it ends the way names of bodies end, brackets aside. */
export function isComplete(name: string): boolean {
  if (name.length > LONGEST_NAME * 2) return false;
  const bare = endsIn(name, CLOSING) ? name.replace(/[(〔][^()〔〕]*[)〕]$/, '') : name;
  if (bare.length === 0 || (bare.length < 2 && name === bare)) return false;
  return ENDINGS.get(bare.charCodeAt(bare.length - 1))?.some((word) => bare.endsWith(word)) ?? false;
}

/** What a name looks like. */
export interface NameLooks {
  /** It could be a body or a group of bodies: no words of a sentence in it, an ending that bodies have. */
  body: boolean;
  /** It means several bodies. */
  group: boolean;
}

/** Documents name the same bodies over and over. */
const knownLooks = remembered(20_000, (name): NameLooks => ({ body: readBody(name), group: readGroup(name) }));

/** What a name looks like; longer ones than names are read, and not kept. */
export const looksOf = (name: string): NameLooks =>
  name.length <= LONGEST_NAME ? knownLooks(name) : { body: false, group: readGroup(name) };

/** Whether a name could be a body or a group of bodies. */
export const looksLikeBody = (name: string): boolean => looksOf(name).body;

/** Whether a name means several bodies. */
export const isGroupName = (name: string): boolean => looksOf(name).group;

function readBody(name: string): boolean {
  if (name.length < 2 || !isComplete(name)) return false;
  const plain = OPENING.test(name) ? name.replace(/[“‘"《(〔][^”’"》)〕]*[”’"》)〕]/g, '') : name;
  if (/[。:!?%]|\d{4}年|\d+月/.test(plain)) return false;
  return !SENTENCE.test(plain) || SAFE_NAMES.test(plain);
}

const OPENING = /[“‘"《(〔]/;
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

const QUOTED = /[“‘"《]/;
const STARTS_GROUP = new RegExp(`^(?:${GROUP_STARTS.join('|')})`);

function readGroup(name: string): boolean {
  const bare = QUOTED.test(name) ? name.replace(/[“‘"《][^”’"》]*[”’"》]/g, '') : name;
  return STARTS_GROUP.test(bare) || GROUP_PATTERNS.some((pattern) => pattern.test(bare));
}
