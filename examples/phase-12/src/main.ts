// `node examples/phase-12/dist/main.js [--keep]`: the tour on standard output.
import { tour } from "./tour.js";

process.exitCode = tour((text) => process.stdout.write(text), { keep: process.argv.includes("--keep") });
