// plants.mjs [SUITE...]: plants a fault in a copy of this workspace and runs the suite that promises its absence; exit 1 where a suite does not see its fault.
// (Suites whose plants are tests of their own: fuzz, soak, supply-chain, audit, repositories.)
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const model = "packages/repo-model/src";

/** Each: the suite, what is planted, the edits (text by text, each of which stands once in its file), and the tests that must see it. */
export const plants = [
  {
    suite: "kinds",
    fault: "replace objects are obeyed",
    edits: [[`${model}/git/process.ts`, '  "--no-replace-objects",\n', ""]],
    tests: "replace",
  },
  {
    suite: "staged-truth",
    fault: "the index that git names is not heard of",
    edits: [[`${model}/git/process.ts`, '    "GIT_INDEX_FILE",\n', ""]],
    tests: "commit PATH",
  },
  {
    suite: "hostile-repository",
    fault: "the repository's file-system monitor is run",
    edits: [[`${model}/git/process.ts`, '  "core.fsmonitor=false",\n', '  "core.abbrev=40",\n']],
    tests: "runs nothing",
  },
  {
    suite: "output-injection",
    fault: "controls are printed as they are",
    edits: [[`${model}/text/escape.ts`, "    if (keep.includes(unit)) return unit;\n", "    if (keep.includes(unit) || unit !== '') return unit;\n"]],
  },
  {
    suite: "secrets",
    fault: "nothing is masked but what stands at a finding",
    edits: [["packages/secret-scan/src/mask.ts", "  const text = maskKnown(whole);\n", "  const text = maskKnown(whole);\n  if (text !== '') return text;\n"]],
  },
  {
    suite: "interrupted-writes",
    fault: "a file is written in its place",
    edits: [
      [`${model}/tree/write.ts`, "readFileSync, renameSync, unlinkSync }", "readFileSync, renameSync, unlinkSync, writeFileSync }"],
      [
        `${model}/tree/write.ts`,
        "  else if (at !== undefined) renameSync(at, target);\n",
        "  else if (at !== undefined && after !== undefined) {\n    writeFileSync(target, after.subarray(0, 9));\n    writeFileSync(target, after);\n    unlinkSync(at);\n  }\n",
      ],
    ],
    tests: "killed at each step",
    isFull: true,
  },
  {
    suite: "full-disk",
    fault: "a temporary stays where the disk is full",
    edits: [[`${model}/tree/write.ts`, "    await rm(at, { force: true });\n    throw error;\n", "    throw error;\n"]],
    tests: "a full disk",
  },
  {
    suite: "races",
    fault: "edits are made at the places of an earlier reading",
    edits: [[`${model}/command/open-run.ts`, 'writes && flags["staged"] !== true ? witnessTree(seen) : seen', "seen"]],
    tests: "--fix",
  },
  {
    suite: "fixes",
    fault: "a line that a fix adds ends as it likes",
    edits: [
      [
        `${model}/manifests/add-requirement.ts`,
        'const endOfLine = (text: string): string => (/\\r\\n/.test(text) ? "\\r\\n" : "\\n");',
        'const endOfLine = (_text: string): string => "\\n";',
      ],
    ],
  },
  {
    suite: "names-of-the-language",
    fault: "a map is an object of the language",
    edits: [[`${model}/data/value.ts`, "Object.create(null)", "{}"]],
  },
  {
    suite: "project-files",
    fault: "what is no Python in a noxfile's call is an error of the language",
    edits: [["packages/env-check/src/runners/nox.ts", "    else break;\n", "    else throw new TypeError(String(at));\n"]],
    tests: "noxfile.py",
  },
  {
    suite: "bombs",
    fault: "aliases are followed without end",
    edits: [[`${model}/data/pyyaml/to-data.ts`, "++repeated > mostRepeated", "++repeated < 0"]],
    tests: "YAML aliases",
  },
];

/** A copy of the sources, with the dependencies of this workspace and packages of its own. */
function copied() {
  const at = mkdtempSync(join(tmpdir(), "caio-plant-"));
  const skipped = new Set(["node_modules", ".git", ".nx", "dist", "out-tsc", ".peers"]);
  cpSync(root, at, { recursive: true, filter: (path) => !skipped.has(path.slice(path.lastIndexOf("/") + 1)) });
  mkdirSync(join(at, "node_modules/@caio"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== "@caio") symlinkSync(join(root, "node_modules", name), join(at, "node_modules", name));
  for (const folder of ["packages", "tools", "examples"])
    for (const name of readdirSync(join(at, folder))) {
      const manifest = join(at, folder, name, "package.json");
      try {
        symlinkSync(dirname(manifest), join(at, "node_modules", JSON.parse(readFileSync(manifest, "utf8")).name));
      } catch {
        // No package.
      }
    }
  try {
    symlinkSync(join(root, ".peers"), join(at, ".peers"));
  } catch {
    // There are none.
  }
  return at;
}

/** Whether the suite sees the fault. */
function isSeen({ suite, fault, edits, tests, isFull = false }) {
  const at = copied();
  try {
    for (const [file, from, to] of edits)
      writeFileSync(
        join(at, file),
        readFileSync(join(at, file), "utf8").replace(from, () => to),
      );
    const args = [
      "run",
      "--project",
      "trust",
      `tools/trust/src/${suite}.test.ts`,
      "--maxWorkers=1",
      ...(tests === undefined ? [] : [`--testNamePattern=${tests}`]),
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(at, "node_modules/vitest/vitest.mjs"), ...args], {
      cwd: at,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", ...(isFull ? { CAIO_TRUST: "full" } : {}) },
      maxBuffer: 1 << 28,
      timeout: 900_000,
    });
    // A suite that cannot be run has not seen anything: it says why.
    const failed = Number(/^ *Tests +(\d+) failed/m.exec(stdout)?.[1] ?? 0);
    console.log(`${failed > 0 ? "seen" : "NOT SEEN"} ${suite}: ${fault} (${failed} tests fail, exit ${status})`);
    if (failed === 0) console.log(`${stdout}\n${stderr}`.slice(-4000));
    return failed > 0;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = process.argv.slice(2);
  let isWhole = true;
  for (const plant of plants) if (asked.length === 0 || asked.includes(plant.suite)) isWhole = isSeen(plant) && isWhole;
  process.exit(isWhole ? 0 : 1);
}
