// The main job on the example, as a terminal shows it: check, what `--fix` would change, the fix, and the check after it.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { outsideCi } from "@caio/git-fixture";
import { buildExample } from "./build-example.js";
import { runbook } from "./documents/other-documents.js";

const bin = fileURLToPath(new URL("./bin.cjs", import.meta.resolve("@caio/cli/package.json").replace("package.json", "dist/")));

interface Stop {
  readonly says: string;
  readonly run: readonly string[];
  /** The exit code with which it goes as it should. */
  readonly exit: number;
  readonly before?: (root: string) => void;
}

const stops: readonly Stop[] = [
  { says: "What lies in the repository?", run: ["check"], exit: 1 },
  { says: "What would `--fix` change? Nothing is written.", run: ["--diff"], exit: 1 },
  { says: "Fix what is safe to fix.", run: ["--fix"], exit: 1 },
  {
    says: "A person takes the token out of the runbook (and revokes it); the undeclared import is declared as suggested.",
    run: ["--fix-suggested"],
    exit: 0,
    before: (root) => writeFileSync(`${root}/docs/operations/RUNBOOK.md`, runbook(true)),
  },
  { says: "Write the set-up document and the scope of the ADR gate.", run: ["env-check", "doc"], exit: 0 },
  { says: "", run: ["adr-gate", "scope"], exit: 0 },
  { says: "And after it?", run: ["check"], exit: 0 },
  { says: "What is still in the history?", run: ["secret-scan", "history"], exit: 1 },
];

/** Builds the example, walks through it and prints what a terminal would show; gives 0 when each step went as it should. */
export function tour(print: (text: string) => void, options: { readonly keep?: boolean } = {}): 0 | 1 {
  const repository = buildExample();
  print(`The repository of Phase 12, built in ${options.keep === true ? repository.root : "a temporary folder"}.\n`);
  try {
    for (const { says, run, exit, before } of stops) {
      before?.(repository.root);
      if (says !== "") print(`\n# ${says}\n`);
      print(`$ caio ${run.join(" ")}\n`);
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...run], {
        cwd: repository.root,
        encoding: "utf8",
        env: outsideCi(),
      });
      print(stdout + stderr);
      if (status !== exit) {
        print(`caio ended with exit code ${String(status)}; ${exit} was expected.\n`);
        return 1;
      }
    }
    const left = readFileSync(`${repository.root}/.pre-commit-config.yaml`, "utf8");
    return left.includes("[commit]") ? 1 : 0;
  } finally {
    if (options.keep !== true) repository.dispose();
  }
}
