// The commands beside the check; each loads what it does when it runs.
import type { Command } from "@caio/repo-model/check";
import type { EnvCheckOptions } from "../defaults.js";

export const commands: readonly Command<EnvCheckOptions>[] = [
  {
    name: "doctor",
    summary: "is what hooks and tests need installed here? runs nothing",
    flags: {
      python: { summary: "the interpreter, or the environment's folder", value: "PATH" },
      probe: { summary: "run the interpreter too, as a cross-check; never one that the repository brings" },
    },
    run: async (call) => (await import("./doctor.js")).runDoctor(call),
  },
  {
    name: "explain",
    summary: "read a failed log from a file or standard input: what to install, and why",
    operands: "[FILE]",
    run: async (call) => (await import("./explain.js")).runExplain(call),
  },
  {
    name: "doc",
    summary: "write the set-up document; --check compares",
    flags: { readme: { summary: "add a note to README.md that leads to it" } },
    run: async (call) => (await import("./doc.js")).runDoc(call),
  },
  {
    name: "why",
    summary: "the chain that leads to an import or a distribution",
    operands: "IMPORT",
    run: async (call) => (await import("./why.js")).runWhy(call),
  },
];
