// Validation against the real pre-commit: what it refuses has an error here, and nothing else has, on generated configurations.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { judge } from "@caio/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hookConfig } from "./index.js";

const python = fileURLToPath(new URL("../../../.peers/py-pre-commit/bin/python", import.meta.url));
const script = `
import sys, json, os, tempfile, logging
from pre_commit.clientlib import load_config, InvalidConfigError
logging.disable(logging.CRITICAL)
out = []
with tempfile.TemporaryDirectory() as d:
    f = os.path.join(d, 'c.yaml')
    for text in json.load(sys.stdin):
        with open(f, 'w') as h: h.write(text)
        try:
            load_config(f)
            out.append(None)
        except (InvalidConfigError, TypeError, AttributeError) as e: out.append(str(e)[-300:])
print(json.dumps(out))
`;

/** A value of some kind, mostly the right one. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(7, true, null, "word", ["a"], [7], { a: 1 }, [], [["a"]]) });
const text = fc.constantFrom("a", "b c", "true", "1.0", "");
const stage = fc.constantFrom("commit", "push", "pre-commit", "pre-push", "manual", "merge-commit", "commit-msg", "pre-comit", "post-rewrite");
const strings = mostly(fc.array(fc.constantFrom("a", "b", "3"), { maxLength: 2 }));
const optional: { requiredKeys: never[] } = { requiredKeys: [] };
const hookKeys = {
  alias: mostly(text),
  args: strings,
  additional_dependencies: strings,
  always_run: mostly(fc.boolean()),
  description: mostly(text),
  fail_fast: mostly(fc.boolean()),
  files: mostly(fc.constantFrom("", "^a/", "b$")),
  language_version: mostly(text),
  log_file: mostly(text),
  pass_filenames: mostly(fc.boolean()),
  require_serial: mostly(fc.boolean()),
  stages: mostly(fc.array(stage, { maxLength: 2 })),
  verbose: mostly(fc.boolean()),
};
const some = fc.record(hookKeys, optional).map((all) => Object.fromEntries(Object.entries(all).filter((_entry, index) => index % 3 === 0)));
const must = {
  id: mostly(fc.constantFrom("one", "two", "three")),
  name: mostly(text),
  entry: mostly(text),
  language: fc.constantFrom("system", "python", "script", "node"),
};
/** A record that now and then lacks a key. */
const lacking = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
  fc.tuple(arbitrary, fc.nat(40)).map(([record, at]) => Object.fromEntries(Object.entries(record).filter((_entry, index) => index !== at)) as Partial<T>);
const localHook = fc.tuple(lacking(fc.record(must)), some).map(([own, more]) => ({ ...own, ...more }));
const remoteHook = fc.tuple(lacking(fc.record({ id: must.id })), some).map(([own, more]) => ({ ...own, ...more }));
const hooks = (hook: fc.Arbitrary<object>): fc.Arbitrary<unknown> => mostly(fc.array(hook, { minLength: 1, maxLength: 2 }));
const local = lacking(fc.record({ repo: fc.constant("local"), hooks: hooks(localHook) }));
const remote = lacking(fc.record({ repo: fc.constant("https://example.org/r"), rev: mostly(fc.constantFrom("v1.0", "abc123")), hooks: hooks(remoteHook) }));
const config = fc
  .tuple(
    lacking(fc.record({ repos: fc.array(fc.oneof(local, remote), { maxLength: 2 }) })),
    fc.record(
      {
        default_stages: mostly(fc.array(stage, { maxLength: 2 })),
        fail_fast: mostly(fc.boolean()),
        files: mostly(fc.constantFrom("", "a$")),
        exclude: mostly(fc.constantFrom("", "b")),
        default_install_hook_types: mostly(fc.array(fc.constantFrom("pre-commit", "pre-push", "commit-msg"), { maxLength: 2 })),
      },
      optional,
    ),
  )
  .map(([own, more]) => `${JSON.stringify({ ...own, ...more }, null, 1)}\n`);

it("refuses what pre-commit refuses, and nothing else, on 1,500 generated configurations", { timeout: 120_000 }, async () => {
  if (!existsSync(python)) throw new Error("pre-commit is not installed: run tools/peers.");
  const texts = fc.sample(config, { numRuns: 1500, seed: 27 });
  const { stdout, stderr, status } = spawnSync(python, ["-c", script], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  const refusals = JSON.parse(stdout) as (string | null)[];
  const wrong: string[] = [];
  for (const [index, one] of texts.entries()) {
    const { findings } = await judge(hookConfig, { ".pre-commit-config.yaml": one });
    const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
    const refusal = refusals[index] ?? null;
    if ((refusal !== null) !== errors.length > 0)
      wrong.push(`${one.replace(/\s+/g, " ")} pre-commit: ${refusal?.slice(-160) ?? "takes it"} caio: ${errors.join(" ") || "takes it"}`);
  }
  const refused = refusals.filter((one) => one !== null).length;
  expect(refused).toBeGreaterThan(300);
  expect(refused).toBeLessThan(1200);
  expect(wrong.slice(0, 12), `${wrong.length} differ`).toEqual([]);
});
