// What is made once for a key, however many ask for it.

/** Gives what was made for a key before, or makes it. */
export function once<Key, T>(known: Map<Key, Promise<T>>, key: Key, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
