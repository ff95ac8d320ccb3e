// `evaluate` never throws: junk of the right types, from a fixed seed. `node tools/bench/adr-gate/junk.mjs [ROUNDS] [SEED]`; build first.
import { defaults, evaluate } from "../../../packages/adr-gate/dist/index.js";

let seed = Number(process.argv[3] ?? 1);
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x7fffffff) * below) % below;
};
const pick = (list) => list[random(list.length)];
const texts = [
  "",
  "ADR-7",
  "ADR-42",
  "__proto__",
  "constructor",
  "toString",
  "\u0000",
  "\ud800",
  "\udfff",
  "é",
  "e\u0301",
  "\n",
  "\r",
  "a\\b",
  "docs/adr/0007-x.md",
  "docs/adr/",
  "../../x",
  "/etc/passwd",
  "caio.yaml",
  "package.json",
  "requirements.txt",
  "pyproject.toml",
  "go.mod",
  "Cargo.toml",
  "configs/constants/a.yaml",
  "**",
  "!",
  "!**",
  "[",
  "{a",
  "[a-",
  "[z-a]",
  "***",
  "---\nstatus: accepted\naffects: ['[', '!', '{', '**/**']\n---\n",
  "---\nstatus: {a\n",
  "---\naffects: 7\n---\n",
  "| Status |\n|--|\n",
  "# Status\n\n",
  "## Status\nSuperseded by ADR-7\n",
  "{",
  "}",
  "[]",
  "null",
  "1",
  '{"dependencies":{"__proto__":7,"a":null}}',
  "[project\n",
  "module x\nrequire (\n",
  "-r\n-e\n-c\n",
  "a @\n",
  "-e git+https://x#egg=\n",
  "No-ADR: ",
  "x\n\nADR: 7",
  "https://github.com/acme/app/blob/main/docs/adr/%",
  "[a](docs/adr/%zz.md)",
  "https://github.com/acme/app/blob/%/docs/adr/0007-x.md",
  "2024-99-99",
  "\u2011",
  "\u00a0",
  "ADR-99999999999999999999",
  "x".repeat(5000),
  "[".repeat(3000),
];
const text = () => (random(4) === 0 ? `${pick(texts)}${pick(texts)}` : pick(texts));
const maybe = (make) => (random(3) === 0 ? undefined : make());
const map = () => JSON.parse(`{${Array.from({ length: random(4) }, () => `${JSON.stringify(text())}:${JSON.stringify(text())}`).join(",")}}`);
const list = (make) => Array.from({ length: random(4) }, make);
const bool = () => random(2) === 0;
const input = () => ({
  config: {
    ...defaults,
    guardrails: random(3) > 0 ? ["configs/**", "*.toml", "package.json"] : list(() => (bool() ? text() : { id: text(), paths: list(text) })),
    exclude: random(4) > 0 ? defaults.exclude : list(text),
    adr: { dirs: bool() ? defaults.adr.dirs : list(text) },
    requireOnBase: bool(),
    maxAgeDays: pick([null, 1, 1e9]),
    reference: { implicit: pick(["none", "added-in-pr"]) },
    acceptedStatuses: bool() ? defaults.acceptedStatuses : list(text),
    missingStatus: pick(["accept", "reject"]),
    coverage: pick(["declared", "strict", "off"]),
    require: pick(["any", "all"]),
    dependencies: {
      mode: pick(["require", "notice", "off"]),
      newTo: pick(["project", "manifest"]),
      scopes: list(() => pick(["runtime", "optional", "peer", "dev", "build"])),
      preApproved: list(text),
    },
    waiver: { enabled: bool(), minLength: random(30) },
    protectConfig: bool(),
    mergeGroup: pick(["error", "skip"]),
    onPush: pick(["skip", "trailers"]),
    draft: pick(["fail", "notice"]),
    semantic: bool(),
  },
  event: pick(["pull_request", "merge_group", "push", "local"]),
  repository: maybe(text),
  body: pick([null, text(), `${text()}\n${text()}`]),
  bodyAvailable: maybe(bool),
  bodyTruncated: maybe(bool),
  draft: maybe(bool),
  fork: maybe(bool),
  author: maybe(text),
  commitMessages: maybe(() => list(text)),
  changes: list(() => ({
    status: pick(["A", "M", "D", "R", "C", "T"]),
    path: text(),
    oldPath: maybe(text),
    oldMode: maybe(() => pick(["100644", "160000", "x"])),
    newMode: maybe(() => pick(["100644", "120000", ""])),
    before: maybe(text),
    after: maybe(text),
  })),
  records: bool() ? map() : { "docs/adr/0007-x.md": text(), ...map() },
  baseRecords: maybe(map),
  baseManifests: maybe(map),
  now: maybe(() => pick(["2026-01-10T00:00:00Z", "x", ""])),
});
const reasons = new Map();
const rounds = Number(process.argv[2] ?? 20_000);
for (let round = 0; round < rounds; round++) {
  const one = input();
  try {
    const verdict = evaluate(one);
    const again = evaluate(structuredClone(one));
    if (JSON.stringify(verdict) !== JSON.stringify(again)) throw new Error("two answers for one input");
    reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
  } catch (error) {
    console.log(JSON.stringify(one).slice(0, 3000));
    throw error;
  }
}
console.log(`${rounds} inputs, none threw; ${reasons.size} reasons: ${[...reasons].map(([reason, count]) => `${reason} ${count}`).join(", ")}`);
