// Sections of a configuration, to try two readers of them on.

/**
 * Every key with every value, alone and in pairs: of those that `isPlain` all with each other, of the others each with some. Before them what is no
 * section.
 */
export function* sectionsOf(keys: readonly string[], values: readonly unknown[], isPlain: (section: unknown) => boolean): Iterable<unknown> {
  const single = keys.flatMap((key) => values.map((value) => Object.fromEntries([[key, value]]) as Readonly<Record<string, unknown>>));
  yield* [undefined, null, [], "", 1, {}];
  yield* single;
  const easy = single.filter(isPlain);
  for (const one of easy) for (const other of easy) yield { ...one, ...other };
  for (const [index, one] of single.entries()) for (let step = 1; step <= 12; step++) yield { ...one, ...single[(index * 31 + step * 97) % single.length] };
}
