export interface Ahead<T> {
  /** How many items at once. */
  items: number;
  /** How much all items under way may weigh; one item alone may weigh more. */
  weight: number;
  weightOf(item: T): number;
}

/**
 * Does `work` for the items, several at once, and yields the results in the order of the items: what comes out does not
 * depend on how many were under way, and what waits stays bounded.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  ahead: Ahead<T>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<[T, R]> {
  const queue: { item: T; weight: number; result: Promise<R> }[] = [];
  let weight = 0;
  for (const item of items) {
    const own = ahead.weightOf(item);
    while (queue.length > 0 && (queue.length >= ahead.items || weight + own > ahead.weight)) {
      const first = queue.shift() as (typeof queue)[number];
      yield [first.item, await first.result];
      weight -= first.weight;
    }
    const result = work(item);
    result.catch(() => {}); // awaited above; until then a rejection must not count as unhandled
    queue.push({ item, weight: own, result });
    weight += own;
  }
  for (const { item, result } of queue) yield [item, await result];
}
