// `node tools/bench/hook-config/migrations.mjs [COUNT] [SEED] [FILE]`: generated configurations with all that YAML has, migrated by pre-commit and by caio.
// Each disagreement has a cause that `migrations.py` proves (data, anchors, tags, comments, line ends, a second run); what has none is printed and is a
// failure. FILE gets every disagreement with both texts, a JSON line each.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { migrateConfig } from "../../../packages/hook-config/dist/index.js";

const [count = "3000", seed = "6", file = "migrations.jsonl"] = process.argv.slice(2);
const python = fileURLToPath(new URL("../../../.peers/py-pre-commit/bin/python", import.meta.url));
const oracle = fileURLToPath(new URL("migrations.py", import.meta.url));

const rarely = (usual, ...odd) => fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const stage = rarely(
  ["commit", "push", "merge-commit", "manual", "pre-commit", "'commit'", '"push"', "commit-msg"],
  "&c commit",
  "*c",
  "*s",
  "!!str commit",
  "! push",
  "&d 'push'",
  '"com\\x6dit"',
  '"pu\\\n        sh"',
);
const flowList = fc.array(stage, { minLength: 1, maxLength: 3 }).map((list) => `[${list.join(", ")}]`);
const list = fc.oneof(
  { weight: 6, arbitrary: flowList },
  { weight: 1, arbitrary: flowList.map((one) => `&l ${one}`) },
  { weight: 1, arbitrary: flowList.map((one) => one.replaceAll(", ", " ,\n        ").replace("]", " ]  # why")) },
  { weight: 1, arbitrary: fc.constantFrom("*l", "*s", "*t", "!!seq [commit]", "[commit, ]") },
);
const block = fc
  .array(fc.oneof({ weight: 5, arbitrary: stage }, { weight: 1, arbitrary: fc.constantFrom("|-\n        commit", ">-\n        push", "|\n        commit") }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((items) => `\n${items.map((one) => `      - ${one}`).join("\n")}`);
const stages = fc.oneof({ weight: 2, arbitrary: list }, { weight: 1, arbitrary: block });
const language = rarely(
  ["system", "python_venv", "python", "'python_venv'", "node"],
  "&v python_venv",
  "*v",
  "!!str python_venv",
  "pcre",
  ">-\n      python_venv",
);
const extra = rarely(
  ["", "", "", "    # stages: [commit]\n"],
  "    args: *s\n",
  "    args: [commit, push]\n",
  "    args: &l [commit]\n",
  "    <<: *h\n",
  "    x: {stages: [commit]}\n",
  "    args: [*c]\n",
  "    alias: *c\n",
  "    language_version: *v\n",
  "    ? stages\n    : [commit]\n",
  "    'stages': [push]\n",
);
const hook = fc
  .tuple(rarely(["a", "b-c", "commit"], "&c push", "*c"), fc.option(stages), language, extra)
  .map(
    ([id, own, name, more]) =>
      `  - id: ${id}\n    name: push\n${more}    entry: echo commit\n    language: ${name}\n${own === null ? "" : `    stages: ${own}\n`}`,
  );
const flowHook = fc
  .tuple(flowList, fc.constantFrom("python_venv", "system", "'python_venv'"))
  .map(([own, name]) => `  - {id: a, name: a, entry: a, language: ${name}, stages: ${own}}\n`);
const repository = fc
  .tuple(
    fc.constantFrom("local", "https://example.org/commit"),
    rarely(["rev: v1", "sha: v1", "rev: v1"], "'sha': v1", "sha: v1\n  rev: v2", "&k sha: v1", "? sha\n  : v1"),
    fc.array(fc.oneof({ weight: 4, arbitrary: hook }, { weight: 1, arbitrary: flowHook }), { minLength: 1, maxLength: 2 }),
  )
  .map(([repo, key, hooks]) => `- repo: ${repo}\n${repo === "local" ? "" : `  ${key}\n`}  hooks:\n${hooks.join("")}`);
const head = rarely(["", "# a comment\n", "---\n", "# c\n\n---\n"], "%YAML 1.1\n---\n", "--- # commit\n", "\ufeff", "\ufeff---\n");
const shared = rarely(
  ["", "", "", ""],
  "x: &s [commit, push]\n",
  "x-h: &h\n  stages: [push]\n",
  "x-h: &h {language: python_venv}\n",
  "x: &c commit\n",
  "x: &v python_venv\n",
  "x: &t\n- commit\n",
);
const versions = rarely(["", "", "default_language_version: {python: python3}\n"], "default_language_version: {python_venv: python3}\n");
const config = fc
  .tuple(
    head,
    shared,
    versions,
    fc.option(stages),
    fc.array(repository, { minLength: 1, maxLength: 2 }),
    rarely([false, false, true], true),
    rarely([false], true),
  )
  .map(([first, own, languages, top, repositories, isList, isCrlf]) => {
    const text = isList
      ? `${first}${repositories.join("")}`
      : `${first}${own}${languages}${top === null ? "" : `default_stages: ${top}\n`}repos:\n${repositories.join("\n")}`;
    return isCrlf ? text.replaceAll("\n", "\r\n") : text;
  });

const texts = fc.sample(config, { numRuns: Number(count), seed: Number(seed) });
const cases = texts.map((text) => {
  const { text: ours, findings } = migrateConfig(text);
  return { text, ours, again: migrateConfig(ours).text, told: findings.filter(({ fix }) => fix === undefined).map(({ rule }) => rule) };
});
const answers = JSON.parse(
  execFileSync(python, [oracle], { input: JSON.stringify(cases), encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "ignore"] }),
);
const counts = {};
const examples = {};
let lines = "";
for (const [index, { verdict, theirs }] of answers.entries()) {
  counts[verdict] = (counts[verdict] ?? 0) + 1;
  if (verdict === "equal" || verdict === "both refuse") continue;
  const { text, ours, told } = cases[index];
  examples[verdict] = examples[verdict] === undefined || text.length < examples[verdict].text.length ? { text, theirs, ours } : examples[verdict];
  lines += `${JSON.stringify({ verdict, text, theirs, ours, told })}\n`;
}
writeFileSync(file, lines);
console.table(counts);
for (const [verdict, { text, theirs, ours }] of Object.entries(examples)) {
  const inside = (one) =>
    one === null
      ? "    (an exception)"
      : one
          .trimEnd()
          .split("\n")
          .map((line) => `    ${JSON.stringify(line).slice(1, -1)}`)
          .join("\n");
  console.log(`\n${verdict}\n  given\n${inside(text)}\n  pre-commit\n${inside(theirs)}\n  caio\n${inside(ours)}`);
}
process.exitCode = Object.keys(counts).some((verdict) => verdict.startsWith("UNEXPLAINED") || verdict.startsWith("CAIO")) ? 1 : 0;
