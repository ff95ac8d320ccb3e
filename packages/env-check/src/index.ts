// What hooks and tests need, whether it is declared and installed, and the set-up document for it.
export const name = "env-check";
