// Items gathered by a key.

/** Puts an item to those of its key. In place: lists that are copied for each item of a long file cost its square. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [item]);
  else known.push(item);
}
