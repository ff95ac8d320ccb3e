// Nothing that is generated has drifted; a planted drift is seen; the schema says what the reader reads.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Validator } from "@cfworker/json-schema";
import { loadConfiguration, sectionOptions } from "@caio/repo-model/config";
import { memoryTree } from "@caio/repo-model/tree";
import { describe, expect, it } from "vitest";
import { findChecks, run } from "./index.js";
import { ruleDocument } from "./rule-document.js";
import { withSection } from "./section.js";

const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const onDisk = (path: string): string | undefined => {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
};

async function ran(argv: readonly string[], planted: Readonly<Record<string, string | undefined>> = {}) {
  const written: Record<string, string> = {};
  let printed = "";
  const code = await run(argv, {
    root,
    read: (path) => (path in planted ? planted[path] : onDisk(path)),
    write: (path, text) => void (written[path] = text),
    print: (text) => void (printed += text),
  });
  return { code, written, printed };
}

it("what is generated is up to date (else: npm run generate)", async () => {
  expect(await ran(["--check"])).toEqual({ code: 0, written: {}, printed: "" });
});

describe("a planted drift", () => {
  it.each([
    ["packages/hook-config/docs/rules/legacy-stage.md", "Severity: warning.", "Severity: error."],
    ["packages/hook-config/docs/rules/legacy-stage.md", "A stage has the name", "A stage bears the name"],
    ["packages/hook-config/README.md", "| warning | safe |", "| error | |"],
    ["packages/cli/schema.json", '"default": "warning"', '"default": "error"'],
    ["README.md", "| [hook-config]", "| [hookconfig]"],
  ])("in %s (%s) is seen, and its patch mends it", async (path, from, to) => {
    const right = onDisk(path) ?? "";
    const wrong = right.replace(from, to);
    expect(wrong).not.toBe(right);
    const { code, printed, written } = await ran(["--check"], { [path]: wrong });
    expect([code, written]).toEqual([1, {}]);
    const folder = mkdtempSync(join(tmpdir(), "caio-drift-"));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), wrong);
    execFileSync("git", ["init", "-q"], { cwd: folder });
    execFileSync("git", ["apply"], { cwd: folder, input: printed.slice(0, printed.indexOf("1 generated file is outdated")) });
    expect(readFileSync(join(folder, path), "utf8")).toBe(right);
    rmSync(folder, { recursive: true });
    expect((await ran([], { [path]: wrong })).written).toEqual({ [path]: right });
  });
  it("of a file that is missing is seen", async () => {
    expect((await ran(["--check"], { "packages/cli/schema.json": undefined })).code).toBe(1);
    await expect(ran(["--check"], { "packages/hook-config/docs/rules/sha-key.md": undefined })).rejects.toThrow("each rule has a document");
    expect((await ran(["--check"], { "packages/hook-config/README.md": "# no markers\n" })).code).toBe(1);
  });
});

it("a head is made once, and what stands under it is kept", () => {
  const rule = { id: "r", summary: "It is wrong.", severity: "error", fix: "safe" } as const;
  const once = ruleDocument("r.md", "# old\n\nOld words.\n\n## Why it matters\n\nSo.\n", rule);
  expect(once.replace(/ sha256=\w+/, "")).toBe(
    "# r\n\nIt is wrong.\n\n<!-- caio:begin generate/rule -->\n\nSeverity: error. `--fix` mends it.\n\n<!-- caio:end generate/rule -->\n\n## Why it matters\n\nSo.\n",
  );
  expect(ruleDocument("r.md", once, rule)).toBe(once);
});
it("doubled, missing or turned markers are refused", () => {
  const [begin, end] = ["<!-- caio:begin generate/x -->\n", "<!-- caio:end generate/x -->\n"];
  expect(withSection("a.md", `a\n\n${begin}old\n${end}\nb\n`, "x", "new\n")).toMatch(/^a\n\n<!-- [^\n]*-->\n\nnew\n\n<!-- [^\n]*-->\n\nb\n$/);
  for (const text of [begin, end, end + begin, begin + begin + end, begin + end + begin + end]) expect(() => withSection("a.md", text, "x", "new\n")).toThrow();
});

describe("the schema", () => {
  const schema = (): object => JSON.parse(onDisk("packages/cli/schema.json") ?? "");
  const cases: readonly (readonly [unknown, boolean])[] = [
    [null, true],
    [{}, true],
    [{ ignore: ["vendor/**"], "x-mine": [1], "hook-config": null }, true],
    [
      {
        "hook-config": {
          files: ["a.yaml"],
          rules: { "legacy-stage": "off" },
          overrides: [{ files: ["a"], rules: { "sha-key": "note" }, options: { files: ["b"] } }],
        },
      },
      true,
    ],
    [{ suppress: [{ rule: "hook-config/sha-key", path: "a", reason: "r", expires: "2030-01-01" }] }, true],
    [{ "hook-config": { file: [] } }, false],
    [{ "hook-config": { files: "a" } }, false],
    [{ "hook-config": { rules: { "legacy-stage": "warn" } } }, false],
    [{ "hook-config": { rules: { "legacy-stag": "off" } } }, false],
    [{ "hook-config": { overrides: [{ rules: {} }] } }, false],
    [{ suppress: [{ rule: "hook-config/sha-key", path: "a" }] }, false],
    [{ ignor: [] }, false],
    [[], false],
  ];
  it.each(cases)("and the reader agree on %j", async (value, isValid) => {
    expect(new Validator(schema(), "7").validate(value).valid).toBe(isValid);
    const read = async (): Promise<void> => {
      const configuration = await loadConfiguration(memoryTree({ "caio.json": JSON.stringify(value) }));
      for (const { check } of await findChecks(root)) await sectionOptions(configuration, check);
    };
    if (isValid) await read();
    else await expect(read()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });
});
