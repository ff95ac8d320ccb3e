// Reduces a list to what a test still holds for: delta debugging (Zeller and Hildebrandt, 2002), with a limit on the tests.

/** How many tests are left; one is taken for each. */
export interface Budget {
  left: number;
}

/** The items in their order, as few as the budget finds, for which `holds`. It holds for `items` themselves. */
export async function reduce<T>(items: readonly T[], holds: (part: readonly T[]) => Promise<boolean>, budget: Budget): Promise<readonly T[]> {
  let kept = items;
  let parts = 2;
  while (kept.length > 1 && budget.left > 0) {
    const size = Math.ceil(kept.length / parts);
    let isSmaller = false;
    for (let at = 0; at < kept.length && budget.left > 0; at += size) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
      budget.left--;
      if (rest.length > 0 && (await holds(rest))) {
        kept = rest;
        parts = Math.max(2, parts - 1);
        isSmaller = true;
        break;
      }
    }
    if (isSmaller) continue;
    if (size === 1) break;
    parts = Math.min(kept.length, parts * 2);
  }
  return kept;
}
