// Validation against the real pre-commit, on generated configurations and manifests: accepted or refused, the keys of the first error, the warnings.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { migrateConfig, validateConfig, validateManifest, type Validation } from "../index.js";

const python = fileURLToPath(new URL("../../../../.peers/py-pre-commit/bin/python", import.meta.url));
const script = `
import sys, json, os, tempfile, logging, re
from pre_commit.clientlib import load_config, load_manifest, InvalidConfigError, InvalidManifestError
request = json.load(sys.stdin)
load = load_config if request['form'] == 'config' else load_manifest
told = []
class Handler(logging.Handler):
    def emit(self, record): told.append(record.getMessage())
logging.getLogger('pre_commit').addHandler(Handler())
def chain(error):
    keys = []
    while getattr(error, 'ctx', None) is not None:
        match = re.match(r'At key: (.*)$', error.ctx, re.S)
        if match: keys.append(match.group(1))
        error = error.error_msg
    return keys
out = []
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'c.yaml')
    for text in request['texts']:
        told.clear()
        with open(path, 'w') as handle: handle.write(text)
        try:
            load(path)
            out.append({'valid': True, 'warnings': list(told)})
        except (InvalidConfigError, InvalidManifestError) as error: out.append({'valid': False, 'keys': chain(error.args[0])})
        except Exception: out.append({'valid': False})
json.dump(out, sys.stdout)
`;
interface Answer {
  readonly valid: boolean;
  readonly keys?: readonly string[];
  readonly warnings?: readonly string[];
}

function preCommit(form: "config" | "manifest", texts: readonly string[]): readonly Answer[] {
  if (!existsSync(python)) throw new Error("pre-commit is not installed: run tools/peers.");
  const { stdout, stderr, status } = spawnSync(python, ["-c", script], { input: JSON.stringify({ form, texts }), encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The rule and keys of a warning of pre-commit's. */
function kindOf(message: string): string {
  const key = /'(files|exclude)'/.exec(message)?.[1] ?? "";
  const at = (/[Tt]he top-level/.test(message) ? [key] : ["repos", "hooks", key]).join();
  if (message.startsWith("Unexpected key(s) present at root")) return "unknown-key ";
  if (message.startsWith("Unexpected key(s)")) return "unknown-key repos";
  if (message.includes("mutable reference")) return "mutable-rev repos,rev";
  if (message.includes("deprecated stage")) return `legacy-stage ${message.startsWith("top-level") ? "default_stages" : "repos,hooks,stages"}`;
  return message.includes("not a glob") ? `regex-looks-like-glob ${at}` : `regex-slash-class ${at}`;
}
/** Ours; unknown keys inside of hooks are ours alone. */
const kindsOf = ({ warnings }: Validation): string[] =>
  [...new Set(warnings.filter(({ kind, keys }) => kind !== "unknown-key" || keys.length < 2).map(({ kind, keys }) => `${kind} ${keys.join()}`))].toSorted();

const odd = fc.constantFrom(
  "7",
  "true",
  "null",
  "[]",
  "{}",
  "[a]",
  "{a: 1}",
  "[7]",
  "[[a]]",
  "[{a: 1}]",
  "2001-01-01",
  "1.5",
  "''",
  '"("',
  "[commit]",
  "1e3",
  "=",
);
/** Mostly one of the right values, now and then an odd one. */
const mostly = (...right: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: odd });
const text = mostly("a", "'b c'", '"1.0"');
const list = mostly("[a, b]", "[]", "['1']");
const bool = mostly("true", "false", "yes", "off");
const regex = mostly(
  "''",
  "^a/",
  "'b$'",
  "'(?x)^( a | b )$'",
  "a/*",
  "'[\\\\/]x'",
  "'[/\\\\]'",
  "'[\\/]a'",
  "'(?i)x'",
  "'x(?i)'",
  "'['",
  "'(?<=a|bc)d'",
  "'a++'",
);
const tags = mostly("[python]", "[file, text]", "[ts, tsx]", "[]", "[pyhton]");
const stages = mostly("[commit]", "[push, pre-push]", "[manual]", "[merge-commit]", "[commit-msg, post-rewrite]", "[pre-comit]");
const version = mostly("'0'", "'4.7.0'", "'3_1'", "' 3 . 2 '", "'4.7'", "'99'", "'a'", "'4.7.0.0'");
const language = mostly("python", "system", "script", "node", "unsupported", "python_venv", "pyton");
const optional = {
  alias: text,
  args: list,
  additional_dependencies: list,
  always_run: bool,
  description: text,
  fail_fast: bool,
  files: regex,
  exclude: regex,
  types: tags,
  types_or: tags,
  exclude_types: tags,
  language_version: text,
  log_file: text,
  minimum_pre_commit_version: version,
  pass_filenames: bool,
  require_serial: bool,
  stages,
  verbose: bool,
  exlude: text,
  "7": text,
};
type Pair = readonly [key: string, value: string];
const some = fc
  .subarray(Object.keys(optional) as (keyof typeof optional)[], { maxLength: 3 })
  .chain((keys) => fc.tuple(...keys.map((key) => optional[key].map((value): Pair => [key, value]))));
/** The pairs, one of which is now and then left out. */
const lacking = (pairs: readonly Pair[], at: number): readonly Pair[] => pairs.filter((_pair, index) => index !== at);
const written = (pairs: readonly Pair[]): string => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
const hook = (required: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...Object.entries(required).map(([key, value]) => value.map((one): Pair => [key, one]))), some, fc.nat(60))
    .map(([own, more, at]) => written([...lacking(own, at), ...more]));
const local = hook({ id: text, name: text, entry: text, language });
const repository = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constant<readonly Pair[]>([["repo", "local"]]), fc.array(local, { maxLength: 2 })),
      fc.tuple(
        mostly("v1.0", "abc123", "main", "1234567e12").map((rev): readonly Pair[] => [
          ["repo", "https://example.org/r"],
          ["rev", rev],
        ]),
        fc.array(hook({ id: text }), { maxLength: 2 }),
      ),
      fc.tuple(fc.constant<readonly Pair[]>([["repo", "meta"]]), fc.array(hook({ id: mostly("identity", "check-hooks-apply") }), { maxLength: 2 })),
    ),
    fc.nat(60),
    fc.nat(80),
  )
  .map(([[pairs, hooks], at, more]) =>
    written([
      ...lacking([...pairs, ["hooks", `[${hooks.join(", ")}]`]], at),
      ...(more === 0 ? [["foo", "1"] as const] : more === 1 ? [["rev", "v1.0"] as const] : []),
    ]),
  );
const tops = {
  minimum_pre_commit_version: version,
  default_install_hook_types: mostly("[pre-commit]", "[pre-push, commit-msg]", "[commit]"),
  default_stages: stages,
  default_language_version: mostly("{}", "{python: python3}", "{pyton: x}", "{python: 3.9}"),
  files: regex,
  exclude: regex,
  fail_fast: bool,
  ci: mostly("{}", "{skip: [a]}"),
  foo: text,
};
const config = fc
  .tuple(
    fc
      .subarray(Object.keys(tops) as (keyof typeof tops)[], { maxLength: 2 })
      .chain((keys) => fc.tuple(...keys.map((key) => tops[key].map((value) => `${key}: ${value}\n`)))),
    fc.array(repository, { maxLength: 2 }),
    fc.nat(60),
  )
  .map(([more, repositories, at]) => `${more.join("")}${at === 0 ? "" : `repos: [${repositories.join(",\n ")}]\n`}`);
const manifest = fc.oneof(
  { weight: 30, arbitrary: fc.array(local, { maxLength: 2 }).map((hooks) => `[${hooks.join(",\n ")}]\n`) },
  { weight: 1, arbitrary: odd },
);

describe.each([
  ["config", config, validateConfig, 1500],
  ["manifest", manifest, validateManifest, 600],
] as const)("%s", (form, arbitrary, validate, count) => {
  it(`is what pre-commit says on ${count} generated texts: valid or not, the first error's keys, the warnings`, { timeout: 120_000 }, () => {
    const texts = fc.sample(arbitrary, { numRuns: count, seed: 27 });
    const answers = preCommit(form, texts);
    const wrong: string[] = [];
    for (const [index, one] of texts.entries()) {
      const ours = validate(one);
      const { valid, keys, warnings } = answers[index] ?? { valid: false };
      const [first] = ours.errors;
      if (ours.valid !== valid) wrong.push(`${one} pre-commit: ${valid} caio: ${first?.message ?? "takes it"}`);
      else if (keys !== undefined && first?.keys.join() !== keys.join()) wrong.push(`${one} pre-commit: ${keys.join()} caio: ${first?.keys.join() ?? ""}`);
      else if (valid && form === "config" && kindsOf(ours).join(";") !== [...new Set((warnings ?? []).map(kindOf))].toSorted().join(";"))
        wrong.push(`${one} pre-commit: ${(warnings ?? []).join(" ")} caio: ${kindsOf(ours).join(" ")}`);
    }
    const refused = answers.filter(({ valid }) => !valid).length;
    expect(refused).toBeGreaterThan(count / 10);
    expect(refused).toBeLessThan((count * 9) / 10);
    expect(wrong.slice(0, 8), `${wrong.length} differ`).toEqual([]);
  });
});

describe("all errors", () => {
  it("are told with line and column, and unknown keys at every level with the nearest known one", () => {
    const { errors, warnings } = validateConfig(
      "repo: 1\nrepos:\n- repo: local\n  hooks:\n  - id: a\n    name: 7\n    entry: a\n    language: pyton\n    exlude: x\n    types: [pyhton]\n    files: '(a'\n",
    );
    expect(errors.map(({ keys, at }) => [keys.at(-1), at.start.line, at.start.column])).toEqual([
      ["name", 6, 11],
      ["language", 8, 15],
      ["files", 11, 12],
      ["types", 10, 13],
    ]);
    expect(warnings.map(({ kind, message }) => [kind, /Did you mean `(\w+)`/.exec(message)?.[1]])).toEqual([
      ["unknown-key", "exclude"],
      ["unknown-key", "repos"],
    ]);
  });
  it("never throws, whatever name the caller gives the text", () => {
    for (const path of ["/abs/x.yaml", "../x.yaml", "C:\\a\\x.yaml", "", "a//b/", ".", "a\0b", "\ud800"])
      for (const one of [validateConfig("repos: 3\n", { path }).errors, migrateConfig("[\n", { path }).findings]) expect(one).toHaveLength(1);
    expect(validateConfig("repos: 3\n", { path: "/abs/x.yaml" }).errors[0]?.at.path).toBe("x.yaml");
    expect(validateManifest("3\n", { path: "a/b.yaml" }).errors[0]?.at.path).toBe("a/b.yaml");
  });
  it("never throws", () => {
    for (const one of ["", "[", "\0", "repos: &a [*a]", "repos: [&r {repo: local, hooks: [*r]}]", "\ud800", "? [a]\n: b", "&a {<<: *a}"])
      for (const validate of [validateConfig, validateManifest]) expect(validate(one).valid).toBe(false);
    // More items than a call takes arguments; many faults.
    expect(validateConfig(`default_stages: [${"commit, ".repeat(130_000)}push]\nrepos: []\n`).valid).toBe(true);
    expect(validateConfig(`repos: [${"{repo: a}, ".repeat(5000)}]\n`).errors).toHaveLength(10_000);
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (one) => typeof validateConfig(one).valid === "boolean"));
  });
});
