// Start-up: `caio --version` against Node that does nothing.
import type { Bench } from "../bench.js";
import { caio } from "../programs.js";

/** Nobody waits for a program to begin. */
export const version: Bench = {
  name: "version",
  summary: "`caio --version` and bare Node",
  goal: { times: 1.25, of: "node -e 0" },
  prepare: (cwd) => [
    { name: "caio --version", argv: [process.execPath, caio, "--version"], cwd },
    { name: "node -e 0", argv: [process.execPath, "-e", "0"], cwd },
  ],
};
