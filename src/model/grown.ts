/**
 * A list that most often ends with one item. An empty array makes room for seventeen items at the first push; a literal takes
 * the room of its own, and there are thousands of such lists in a document.
 */
export function grown<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}
