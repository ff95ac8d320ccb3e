// Secrets of the example: put together at run time, from a fixed seed, so that the history is the same in every build. None opens anything.

/** A text of letters and digits that a seed determines. */
function drawn(length: number, seed: number): string {
  const units = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return units[state % units.length] ?? "";
  }).join("");
}

/** The token that stands in the runbook: in `docs/`, where whole folders are excluded by those who tire of false alarms. */
export const runbookToken = `glpat-${drawn(20, 1201)}`;

/** The key that was committed once and taken back: still in the history. */
export const historyKey = `sk_live_${drawn(24, 1202)}`;
