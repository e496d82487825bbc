/** Which elements of two sequences belong together: Ratcliff and Obershelp's way, as Python's difflib does it. */

interface Block {
  a: number;
  b: number;
  size: number;
}

type Sequence<T> = ArrayLike<T>;

interface Bounds {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/** The longest run of equal elements; of several the first in a, then in b. */
function longestMatch<T>(a: Sequence<T>, b: Sequence<T>, { fromA, toA, fromB, toB }: Bounds): Block {
  let best: Block = { a: fromA, b: fromB, size: 0 };
  let endingAt = new Map<number, number>();
  for (let i = fromA; i < toA; i++) {
    const next = new Map<number, number>();
    for (let j = fromB; j < toB; j++) {
      if (a[i] !== b[j]) continue;
      const size = (endingAt.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
    }
    endingAt = next;
  }
  return best;
}

/** The runs of equal elements that both sequences have in the same order. */
export function matchingBlocks<T>(a: Sequence<T>, b: Sequence<T>): Block[] {
  const found: Block[] = [];
  const open: Bounds[] = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  for (let bounds = open.pop(); bounds !== undefined; bounds = open.pop()) {
    const block = longestMatch(a, b, bounds);
    if (block.size === 0) continue;
    found.push(block);
    open.push({ ...bounds, toA: block.a, toB: block.b });
    open.push({ ...bounds, fromA: block.a + block.size, fromB: block.b + block.size });
  }
  return found.sort((x, y) => x.a - y.a);
}

/** How much two words have in common, 0 to 1. */
export function ratio(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  const common = matchingBlocks(x, y).reduce((sum, { size }) => sum + size, 0);
  return x.length + y.length === 0 ? 1 : (2 * common) / (x.length + y.length);
}
