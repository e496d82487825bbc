/**
 * Does `work` for the items, up to `ahead` of them at once, and yields the results in the order of the items: what comes
 * out does not depend on how many were under way, and no more than `ahead` results wait at a time.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<[T, R]> {
  const queue: { item: T; result: Promise<R> }[] = [];
  for (const item of items) {
    const result = work(item);
    result.catch(() => {}); // awaited below; until then a rejection must not count as unhandled
    queue.push({ item, result });
    if (queue.length < ahead) continue;
    const first = queue.shift();
    if (first) yield [first.item, await first.result];
  }
  for (const { item, result } of queue) yield [item, await result];
}
