/** Whether the registry knows a name as it stands, in whatever place: enough to see where one name ends and the next begins. */
import { LEVEL_PREFIXES } from '../lexicon/areas.js';
import { type Form, registry } from './registry.js';

/** `placed`: with its level or an area of its own (市发改委, 国网清源供电公司); `bare`: without (财政局, 发展改革委). */
export type Known = 'placed' | 'bare';

// 生态环境局碑石分局 · 公安碑石分局: the branch of a body, in an area with a name of two or three characters
const BRANCH = /(?:分局|分行|支行|分公司|支队|大队)$/;
const AREA_LENGTHS = [2, 3];
const LEVEL = new RegExp(LEVEL_PREFIXES.join('|'));
const SHORTEST_BARE = 3;
const INSTITUTIONS = new Set(['institution', 'enterprise', 'association']);

/** How the registry knows `name`, which is folded; null where it does not. */
export function knownName(name: string): Known | null {
  // 市妇联 · 团市委
  if (registry().names.has(name.replace(LEVEL, '{}')) || isAround(name) || isBranch(name)) return 'placed';
  if (registry().state.has(name)) return 'bare';
  const forms = registry().names.get(`{}${name}`);
  // A centre or a school behind a bureau is that bureau's own more often than one more body of the list.
  return forms !== undefined && name.length >= SHORTEST_BARE && !forms.every(isInstitution) ? 'bare' : null;
}

function isBranch(name: string): boolean {
  const end = name.search(BRANCH);
  if (end < 0) return false;
  return AREA_LENGTHS.some((length) => {
    const parent = name.slice(0, Math.max(0, end - length));
    return parent.length > 1 && (registry().stems.has(parent) || knownName(parent) !== null);
  });
}

const isInstitution = (form: Form): boolean => INSTITUTIONS.has(form.fn.kind);

/** Names with the place inside: 国网{短}供电公司, 中国人民银行{}分行. */
function isAround(name: string): boolean {
  for (const [before, after] of around()) {
    const rest = name.length - before.length - after.length;
    if (rest >= 0 && rest <= LONGEST_PLACE && name.startsWith(before) && name.endsWith(after)) return true;
  }
  return false;
}
const LONGEST_PLACE = 6;

let halves: readonly (readonly [before: string, after: string])[] | null = null;

function around(): readonly (readonly [string, string])[] {
  halves ??= [...registry().names.keys()].flatMap((name) => {
    const m = /^([^{]{2,})\{[^}]*\}([^{]+)$/.exec(name);
    return m ? [[m[1] as string, m[2] as string] as const] : [];
  });
  return halves;
}
