// `node examples/phase-12/dist/main.js [--keep]`: the tour on standard output. `--readme` writes it into the README.
import { writeFileSync } from "node:fs";
import { readme } from "./readme.js";
import { tour } from "./tour.js";

if (process.argv.includes("--readme")) writeFileSync(new URL("../README.md", import.meta.url), readme());
else process.exitCode = tour((text) => process.stdout.write(text), { keep: process.argv.includes("--keep") });
