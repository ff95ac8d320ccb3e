// The gitleaks configuration: what each part of it means, and what is broken in it.
import { re2Matcher } from "@caio/repo-model/patterns";
import { repoPath, sourceText, type RepoError } from "@caio/repo-model/text";
import { describe, expect, it } from "vitest";
import { importedCandidates } from "./candidates.js";
import type { GitleaksConfiguration } from "./configuration.js";
import { shannonEntropy } from "./entropy.js";
import { fragments } from "./fragments.js";
import { readGitleaksConfiguration } from "./read-configuration.js";
import { gitleaksSearch } from "./search.js";

async function configured(toml: string, files: Record<string, string> = {}): Promise<{ configuration: GitleaksConfiguration; troubles: RepoError[] }> {
  const troubles: RepoError[] = [];
  const configuration = await readGitleaksConfiguration(sourceText(repoPath(".gitleaks.toml"), toml), {
    text: async (path) => (files[path] === undefined ? undefined : sourceText(path, files[path])),
    trouble: (error) => troubles.push(error),
  });
  return { configuration, troubles };
}

/** `rule:line:secret` of what is found. */
async function found(toml: string, text: string, { path = "a.txt", commit }: { path?: string; commit?: string } = {}): Promise<string[]> {
  const { configuration, troubles } = await configured(toml);
  expect(troubles.map(({ message }) => message)).toEqual([]);
  const search = gitleaksSearch(configuration, () => {});
  return importedCandidates(search, path, Buffer.from(text), commit).map(({ rule, line, value }) => `${rule}:${line}:${Buffer.from(value, "latin1")}`);
}

const rule = (body: string): string => `[[rules]]\nid = "r"\n${body}\n`;

describe("rules", () => {
  it.each([
    ["a whole match", `regex = '''k-[0-9]{4}'''`, "x\nk-1234\n", ["r:2:k-1234"]],
    ["the first group that is not empty", `regex = '''k-(x)?([0-9]{4})'''`, "k-1234", ["r:1:1234"]],
    ["the named group", `regex = '''(k)-([0-9]{4})'''\nsecretGroup = 2`, "k-1234", ["r:1:1234"]],
    ["entropy must be more", `regex = '''k-([0-9]{4})'''\nentropy = 1.9`, "k-1111 k-1234", ["r:1:1234"]],
    ["no keyword, no search", `regex = '''k-[0-9]{4}'''\nkeywords = ["zebra"]`, "k-1234", []],
    ["keywords in any case", `regex = '''k-[0-9]{4}'''\nkeywords = ["ZebrA"]`, "zeBra k-1234", ["r:1:k-1234"]],
    ["a path that does not match", `regex = '''k-[0-9]{4}'''\npath = '''\\.env$'''`, "k-1234", []],
    ["flags in the middle", `regex = '''K-(?i)abc'''`, "K-ABC k-abc", ["r:1:K-ABC"]],
    ["POSIX classes and the end of the text", `regex = '''k-[[:digit:]]+\\z'''`, "k-12\nk-34", ["r:2:k-34"]],
    ["a named group", `regex = '''k-(?P<value>[0-9]+)'''`, "k-12", ["r:1:12"]],
    ["a narrower white space", `regex = '''k\\s[0-9]+'''`, "k\u00a012 k\v13 k 14", ["r:1:k 14"]],
    ["line ends around a match are no part of it", `regex = '''\\nk-[0-9]+\\n'''`, "a\nk-12\nb", ["r:2:k-12"]],
    ["keys in any case, a number in quotes", `Regex = '''k-([0-9]{4})'''\nEntropy = "1.9"`, "k-1234", ["r:1:1234"]],
  ])("%s", async (_name, body, text, expected) => {
    expect(await found(rule(body), text)).toEqual(expected);
  });
  it("a path alone forbids a file", async () => {
    expect(await found(rule(`path = '''\\.p12$'''`), "x", { path: "keys/a.p12" })).toEqual(["r:0:keys/a.p12"]);
  });
  it("a generic rule is silent where another one names the same", async () => {
    const toml = `[[rules]]\nid = "generic-x"\nregex = '''[0-9]{4}'''\n[[rules]]\nid = "k"\nregex = '''k-[0-9]{4}'''\n`;
    expect(await found(toml, "k-1234\n5678\n")).toEqual(["generic-x:2:5678", "k:1:k-1234"].toSorted());
  });
  it("a rule that requires another one nearby", async () => {
    const toml = `[[rules]]\nid = "a"\nregex = '''a-[0-9]+'''\n[[rules.required]]\nid = "b"\nwithinLines = 1\n[[rules]]\nid = "b"\nregex = '''b-[0-9]+'''\nskipReport = true\n`;
    expect(await found(toml, "a-1\nb-1\n\n\na-2\n")).toEqual(["a:1:a-1"]);
  });
});

describe("allowlists", () => {
  const base = `[[rules]]\nid = "r"\nregex = '''key=([a-z]+)'''\n`;
  const text = "key=alpha\nkey=beta # fine\n";
  it.each([
    ["a pattern for the secret", `[[rules.allowlists]]\nregexes = ['''^alpha$''']`, ["r:2:beta"]],
    ["… for the match", `[[rules.allowlists]]\nregexTarget = "match"\nregexes = ['''^key=alpha$''']`, ["r:2:beta"]],
    ["… for the line", `[[rules.allowlists]]\nregexTarget = "line"\nregexes = ['''# fine''']`, ["r:1:alpha"]],
    ["a word", `[[rules.allowlists]]\nstopwords = ["LPH"]`, ["r:2:beta"]],
    ["one of several", `[[allowlists]]\nstopwords = ["alpha"]\nregexes = ['''beta''']`, []],
    ["all of them, and one does not hold", `[[allowlists]]\ncondition = "AND"\nstopwords = ["alpha"]\npaths = ['''\\.env$''']`, ["r:1:alpha", "r:2:beta"]],
    ["all of them, and they hold", `[[allowlists]]\ncondition = "&&"\nstopwords = ["alpha"]\npaths = ['''\\.txt$''']`, ["r:2:beta"]],
    ["the older form", `[allowlist]\npaths = ['''a\\.txt''']`, []],
    ["for the rules that are named", `[[allowlists]]\ntargetRules = ["r"]\nregexes = ['''beta''']`, ["r:1:alpha"]],
    ["a commit", `[[allowlists]]\ncommits = ["ABC"]`, []],
    ["a flag of the first pattern holds on in the second", `[[allowlists]]\nregexes = ['''(?i)zzz''', '''ALPHA''']`, ["r:2:beta"]],
  ])("%s", async (_name, list, expected) => {
    expect(await found(`${base}${list}\n`, text, { commit: "abc" })).toEqual(expected);
  });
  it("`gitleaks:allow` on the line", async () => {
    expect(await found(base, "key=alpha // gitleaks:allow\nkey=beta\n")).toEqual(["r:2:beta"]);
  });
});

describe("extend", () => {
  it("adds the rules of another file, merges those of the same id, leaves out what is disabled", async () => {
    const { configuration, troubles } = await configured(
      `[extend]\npath = "./base.toml"\ndisabledRules = ["off"]\n[[rules]]\nid = "both"\nentropy = 3\n[[rules.allowlists]]\nstopwords = ["x"]\n`,
      {
        "base.toml": `[[rules]]\nid = "both"\nregex = '''a'''\nkeywords = ["k"]\n[[rules]]\nid = "off"\nregex = '''b'''\n[allowlist]\npaths = ['''vendor/''']\n`,
      },
    );
    expect(troubles).toEqual([]);
    expect(configuration.rules).toMatchObject([{ id: "both", entropy: 3, keywords: ["k"], allowlists: [{ stopWords: ["x"] }] }]);
    expect(configuration.allowlists).toHaveLength(1);
  });
  it("with gitleaks' own rules: what speaks of them is kept for caio's", async () => {
    const { configuration, troubles } = await configured(
      `[extend]\nuseDefault = true\ndisabledRules = ["generic-api-key"]\n[[rules]]\nid = "aws-access-token"\n[[rules.allowlists]]\nstopwords = ["x"]\n[[allowlists]]\ntargetRules = ["github-pat"]\nstopwords = ["y"]\n`,
    );
    expect(troubles).toEqual([]);
    expect([...configuration.ofDefaultRules.keys()]).toEqual(["github-pat", "aws-access-token"]);
    expect(configuration).toMatchObject({ rules: [], extendsDefault: true, disabledRules: ["generic-api-key"] });
  });
});

describe("what is broken is told with its line, and the rest holds", () => {
  it.each([
    [`[[rules]]\nid = "a"\nregex = '''('''`, 3],
    [`[[rules]]\nid = "a"\nregex = '''(?=x)'''`, 3],
    [`[[rules]]\nregex = '''a'''`, 1],
    [`[[rules]]\nid = "a"\nregex = '''(a)'''\nsecretGroup = 2`, 4],
    [`[[rules]]\nid = "a"\ndescription = "nothing"`, 1],
    [`[[allowlists]]\ncondition = "XOR"\npaths = ["a"]`, 2],
    [`[[allowlists]]\nregexTarget = "file"\nregexes = ["a"]`, 2],
    [`[[allowlists]]\ndescription = "empty"`, 1],
    [`[[allowlists]]\npaths = ["ok", "("]`, 2],
    [`[[allowlists]]\ntargetRules = ["nobody"]\npaths = ["a"]`, 1],
    [`[extend]\npath = "gone.toml"`, 2],
    [`[extend]\npath = "../outside.toml"`, 2],
    [`[[rules]]\nid = "a"\nregex = "a"\n[[rules.required]]\nid = "nobody"`, 1],
    [`[[rules]\nid = "a"`, 1],
  ])("%s", async (toml, line) => {
    const { configuration, troubles } = await configured(toml);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatchObject({ code: "DATA_INVALID", at: { start: { line } } });
    expect(configuration.rules).toEqual([]);
  });
  it("a sound rule beside a broken one", async () => {
    const { configuration, troubles } = await configured(`[[rules]]\nid = "a"\nregex = '''('''\n[[rules]]\nid = "b"\nregex = '''b'''\n`);
    expect(troubles).toHaveLength(1);
    expect(configuration.rules.map(({ id }) => id)).toEqual(["b"]);
  });
  it("a rule that runs for ever is stopped, told once and left out", { timeout: 60_000 }, async () => {
    const { configuration } = await configured(rule(`regex = '''(a|aa|b)+(a|ab|b)+(a|ab|b)+z'''`));
    const slow: string[] = [];
    const search = gitleaksSearch(configuration, ({ id }, path) => slow.push(`${id} ${path}`));
    for (let round = 0; round < 3; round++) importedCandidates(search, "a.txt", Buffer.from(`${"a".repeat(90_000)}!\n`));
    expect(slow).toEqual(["r a.txt"]);
  });
});

it("pieces hold every byte once, and end at an empty line where there is one", () => {
  for (const size of [0, 1, 4095, 99_999, 100_000, 100_001, 131_072, 400_000]) {
    const bytes = Buffer.from("line of text\n".repeat(Math.ceil(size / 13)).slice(0, size));
    const pieces = [...fragments(bytes)];
    expect(pieces[0]?.[0] ?? 0).toBe(0);
    expect(pieces.at(-1)?.[1] ?? 0).toBe(size);
    for (const [index, [start]] of pieces.entries()) if (index > 0) expect(start).toBe(pieces[index - 1]?.[1]);
  }
  const cut = Buffer.from(`${"x".repeat(100_010)}\n\n${"y".repeat(50)}`);
  expect([...fragments(cut)][0]).toEqual([0, 100_012]);
});

it("entropy counts characters over bytes", () => {
  expect(shannonEntropy("aabb")).toBe(1);
  expect(shannonEntropy("")).toBe(0);
  expect(shannonEntropy("éé")).toBeCloseTo(0.5);
  expect(re2Matcher("^.$")("é")).toBe(true);
});
