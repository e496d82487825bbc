/** How alike two texts are: the share of their pairs of characters that both have. */

/** Width, blanks and marks do not make a task another one. */
export function foldForComparison(text: string | null): string {
  return (text ?? '').normalize('NFKC').replace(/[^\p{L}\p{N}%]+/gu, '');
}

export function pairsOf(text: string): Set<string> {
  const folded = foldForComparison(text);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < folded.length; i++) pairs.add(folded.slice(i, i + 2));
  return pairs;
}

/** 1 for the same pairs, 0 for none in common. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
