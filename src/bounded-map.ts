/**
 * Maps items with at most `limit` of them under way, and gives the results in the order of the items.
 *
 * Memory stays bounded by `limit` however many items there are: no item is taken before one of the results has been. When
 * the consumer stops, no further item is taken.
 */
export async function* boundedMap<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  limit: number,
  map: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  for await (const item of items) {
    const result = map(item);
    // Awaited later; without this a rejection in the meantime would end the process.
    result.catch(() => undefined);
    pending.push(result);
    const first = pending.length >= limit ? pending.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of pending) yield await result;
}
