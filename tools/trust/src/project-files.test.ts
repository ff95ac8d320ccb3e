// Every kind of file that a check reads of a project, broken: each check judges the repository that holds it, and none fails or hangs.
import { describe, expect, it } from "vitest";
import { fuzz, seed } from "./fuzz.js";
import { isFull } from "./program.js";
import { projectFiles } from "./project-files.js";

/** Repositories for each kind of file: each is judged four times. */
const count = Number(process.env["CAIO_TRUST_FUZZ"] ?? (isFull ? 200_000 : 2000)) / 10;

describe.each(projectFiles)("$name", (file) => {
  it(
    "is judged, whatever stands in it",
    async () => {
      const seen = await fuzz(file, count);
      expect(seen).toBeGreaterThanOrEqual(count);
      if (isFull) console.log(`${file.name}: ${seen} texts, seed ${seed}`);
    },
    isFull ? 36_000_000 : 120_000,
  );
});
