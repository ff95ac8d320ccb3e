// PEP 440, 503, 508 and requirements files against `packaging` 26.3 and pip 23.2's own parser, on generated inputs.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { array, constantFrom, integer, oneof, option, record, sample, string, tuple, type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalName,
  compareVersions,
  evaluateMarker,
  formatVersion,
  parseRequirement,
  parseRequirementsFile,
  parseVersion,
  specifierContains,
} from "./index.js";

const python = new URL("../../../../.peers/py-packaging/bin/python", import.meta.url).pathname;
const isThere = existsSync(python);
/** More of them, and others: `CAIO_SEED=7 CAIO_RUNS=20000 npx vitest run --project repo-model manifests/peer`. */
const seed = Number(process.env["CAIO_SEED"] ?? 440);
const runs = Number(process.env["CAIO_RUNS"] ?? 3000);

/** What the peer answers to each case; null where it throws. */
function ask(program: string, cases: readonly unknown[]): unknown[] {
  const output = execFileSync(
    python,
    [
      "-c",
      `import json, sys\n${program}\nresult = []\nfor case in json.load(sys.stdin):\n    try:\n        result.append(answer(case))\n    except Exception as error:\n        result.append(None)\nprint(json.dumps(result))`,
    ],
    {
      input: JSON.stringify(cases),
      encoding: "utf8",
      stdio: ["pipe", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    },
  );
  return JSON.parse(output) as unknown[];
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return null;
  }
}

const number = oneof(integer({ min: 0, max: 12 }).map(String), constantFrom("0", "00", "01", "20240101", "99999999999999999999"));
const word = (words: readonly string[]): Arbitrary<string> =>
  tuple(constantFrom("", ".", "-", "_"), constantFrom(...words), constantFrom("", ".", "-", "_"), option(number, { nil: "" })).map((parts) => parts.join(""));
const version = tuple(
  constantFrom("", "", "", "v", "V", " "),
  constantFrom("", "", "", "1!", "0!", "2!"),
  array(number, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(".")),
  option(word(["a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "RC", "A"]), { nil: "" }),
  oneof(
    constantFrom("", ""),
    word(["post", "rev", "r", "POST"]),
    number.map((text) => `-${text}`),
  ),
  option(word(["dev", "DEV"]), { nil: "" }),
  oneof(
    { weight: 4, arbitrary: constantFrom("") },
    array(oneof(number, constantFrom("abc", "ubuntu", "1a", "X")), { minLength: 1, maxLength: 3 }).map((parts) => `+${parts.join(".")}`),
  ),
  constantFrom("", "", "", "", " ", ".", "x", "+"),
).map((parts) => parts.join(""));
const near = tuple(
  array(constantFrom("0", "1", "2"), { minLength: 1, maxLength: 3 }),
  constantFrom("", "", "a1", "rc1", ".post1", ".dev0", "a1.post1.dev2", "+local", ".post1.dev0", "rc1+x"),
).map(([release, suffix]) => release.join(".") + suffix);
const clause = tuple(
  constantFrom("==", "!=", "<", ">", "<=", ">=", "~=", "===", "="),
  constantFrom("", " "),
  oneof(near, near, version),
  constantFrom("", "", "", ".*"),
).map((parts) => parts.join(""));
const specifier = array(clause, { maxLength: 3 }).map((clauses) => clauses.join(","));

describe.skipIf(!isThere && process.env["CI"] !== "true")("packaging", () => {
  test("versions: what is one, its normal form", () => {
    const cases = sample(oneof(version, near, string({ maxLength: 8 })), { numRuns: runs, seed });
    const wanted = ask("from packaging.version import Version\nanswer = lambda case: str(Version(case))", cases);
    expect(cases.map((one) => attempt(() => formatVersion(parseVersion(one) as never)))).toEqual(wanted);
    expect(wanted.filter((one) => one !== null).length).toBeGreaterThan(runs / 3);
  });
  test("versions: their order", () => {
    const cases = sample(tuple(oneof(near, version), oneof(near, version)), { numRuns: runs, seed });
    const wanted = ask("from packaging.version import Version\ndef answer(case):\n    a, b = map(Version, case)\n    return (a > b) - (a < b)", cases);
    expect(cases.map(([a, b]) => attempt(() => compareVersions(a, b)))).toEqual(wanted);
  });
  test("specifiers: what they contain, with and without pre-releases", () => {
    const cases = sample(tuple(specifier, oneof(near, near, version), constantFrom(null, true, false)), { numRuns: runs * 2, seed });
    const wanted = ask(
      "from packaging.specifiers import SpecifierSet\nanswer = lambda case: SpecifierSet(case[0]).contains(case[1], prereleases=case[2])",
      cases,
    );
    const actual = cases.map(([set, one, prereleases]) => attempt(() => specifierContains(set, one, prereleases === null ? {} : { prereleases })));
    expect(cases.filter((_, at) => actual[at] !== wanted[at]).map((one) => JSON.stringify(one))).toEqual([]);
    expect(new Set(wanted).size).toBe(3);
  });
  test("names", () => {
    const cases = sample(string({ unit: constantFrom("a", "B", "1", "-", "_", "."), maxLength: 12 }), { numRuns: runs, seed });
    expect(cases.map(canonicalName)).toEqual(ask("from packaging.utils import canonicalize_name as answer", cases));
  });

  const environment = {
    python_version: "3.11",
    python_full_version: "3.11.7",
    os_name: "posix",
    sys_platform: "linux",
    platform_machine: "x86_64",
    platform_release: "6.1",
    platform_system: "Linux",
    platform_version: "#1",
    platform_python_implementation: "CPython",
    implementation_name: "cpython",
    implementation_version: "3.11.7",
  };
  const variable = constantFrom(
    "python_version",
    "python_full_version",
    "os_name",
    "sys_platform",
    "platform_release",
    "extra",
    "os.name",
    "python_implementation",
    "implementation_version",
    "nothing",
  );
  const value = constantFrom("'3.8'", '"3.11"', "'linux'", '"posix"', "'3.11.*'", "'CPython'", "'Foo_Bar'", "'a\\x41'", "'", "'3.10,3.11'", "'6.2'");
  const comparison = tuple(
    oneof(variable, value),
    constantFrom("==", "!=", "<", ">=", "<=", ">", "~=", "===", "in", "not in", "not  in", "="),
    oneof(value, variable),
    constantFrom(" ", " ", ""),
  ).map(([a, b, c, gap]) => (/[a-z]/.test(b) ? `${a} ${b} ${c}` : `${a}${gap}${b}${gap}${c}`));
  const marker = tuple(comparison, array(tuple(constantFrom(" and ", " or ", ")or(", " and("), comparison), { maxLength: 2 }), constantFrom("", "", "(")).map(
    ([first, rest, open]) => {
      const text = `${open}${first}${rest.map((pair) => pair.join("")).join("")}`;
      const missing = text.split("(").length - text.split(")").length;
      return text + ")".repeat(Math.max(0, missing));
    },
  );
  test("markers", () => {
    const cases = sample(tuple(marker, constantFrom("", "foo-bar")), { numRuns: runs, seed });
    const wanted = ask(
      `from packaging.markers import Marker\nenvironment = ${JSON.stringify(environment)}\nanswer = lambda case: Marker(case[0]).evaluate({**environment, "extra": case[1]})`,
      cases,
    );
    const actual = cases.map(([one, extra]) => attempt(() => evaluateMarker(one, environment, extra)));
    expect(cases.filter((_, at) => actual[at] !== wanted[at]).map((one) => JSON.stringify(one))).toEqual([]);
    expect(new Set(wanted).size).toBe(3);
  });
  test("requirements", () => {
    const name = constantFrom("a", "Foo.Bar", "foo_bar", "x1", "-a", "a-", "é");
    const extras = constantFrom("", "", "[]", "[x]", "[x, y_z]", "[x y]", "[x,]", " [ x ]");
    const tail = oneof(
      specifier,
      specifier.map((one) => ` (${one})`),
      constantFrom("@ https://x.org/a.whl", " @ git+https://x.org/a.git@v1 ", "@"),
    );
    const end = oneof(
      constantFrom("", "", " "),
      marker.map((one) => `; ${one}`),
      marker.map((one) => ` ;${one}`),
    );
    const cases = sample(
      record({ name, extras, tail, end }).map((one) => one.name + one.extras + one.tail + one.end),
      { numRuns: runs, seed },
    );
    const wanted = ask(
      'from packaging.requirements import Requirement\nfrom packaging.utils import canonicalize_name\ndef answer(case):\n    r = Requirement(case)\n    return [r.name, canonicalize_name(r.name), sorted(r.extras), sorted(set(str(s).replace(" ", "") for s in r.specifier)), r.url, r.marker is not None]',
      cases,
    );
    const actual = cases.map((one) =>
      attempt(() => {
        const { name: given, canonical, extras: asked, specifier: set, url, marker: condition } = parseRequirement(one);
        const clauses = [...new Set(set.split(",").filter((text) => text !== ""))].toSorted();
        return [given, canonical, [...new Set(asked)].toSorted(), clauses, url ?? null, condition !== undefined];
      }),
    );
    expect(
      cases.flatMap((one, at) => (JSON.stringify(actual[at]) === JSON.stringify(wanted[at]) ? [] : [{ one, actual: actual[at], wanted: wanted[at] }])),
    ).toEqual([]);
    expect(wanted.filter((one) => one !== null).length).toBeGreaterThan(200);
  });
});

describe.skipIf(!isThere && process.env["CI"] !== "true")("pip", () => {
  const line = constantFrom(
    "a==1",
    "b[x]>=2 ; python_version < '3'",
    "c \\",
    "  --hash=sha256:aa \\",
    "--hash=sha256:bb --hash sha512:cc",
    "d==1 --hash=md5:x",
    "# comment",
    "#comment \\",
    "e # comment",
    "f#egg",
    "",
    "   ",
    "-r other.txt",
    "--requirement=sub/deep.txt",
    "-rother.txt",
    "-c constraints.txt",
    "--constraint other.txt",
    "-e .",
    "-e git+https://x.org/y.git#egg=y",
    "--editable ./sub",
    "-i https://x.org/simple",
    "--extra-index-url https://y.org",
    "--no-index",
    "--pre",
    "--req other.txt",
    "--requ other.txt",
    "--unknown",
    "-x",
    "--find-links 'a b'",
    "-f 'open",
    "./local/pkg",
    "g @ https://x.org/g.whl",
    "h -c constraints.txt",
    "not a requirement !",
    "\\",
    "i\\\\",
    "--no-binary :all:",
    "--no-binary -x",
    "--use-feature truststore",
    "--use-feature nothing",
    "--global-option=x j",
    "k --config-settings a=b",
    "k --config-settings a",
    "${HOST_NAME_X}/l",
    "m\u2028n",
    "\to==1\t",
    "p;python_version<'3' --pre",
  );
  const file = tuple(array(line, { maxLength: 6 }), constantFrom("\n", "\r\n", "\r"), constantFrom("", "\ufeff")).map(
    ([lines, eol, mark]) => mark + lines.join(eol) + eol,
  );
  test("requirements files", () => {
    const small = array(constantFrom("q==1", "# x", "r \\", "-e ./r", "--pre"), { maxLength: 3 }).map((lines) => `${lines.join("\n")}\n`);
    const cases = sample(
      record({ "main.txt": file, "other.txt": small, "sub/deep.txt": oneof(small, constantFrom("-r ../other.txt\ns\n")), "constraints.txt": small }),
      { numRuns: runs / 3, seed },
    );
    const program = [
      "import os, re, tempfile",
      "from pip._internal.req import req_file",
      "folder = tempfile.mkdtemp()",
      "os.chdir(folder)",
      'os.mkdir("sub")',
      "def answer(case):",
      "    for path, text in case.items():",
      '        with open(path, "wb") as file: file.write(text.encode())',
      "    result = []",
      '    for one in req_file.parse_requirements("main.txt", session=None):',
      '        place = re.match(r"-[rc] (.*) \\(line (\\d+)\\)$", one.comes_from)',
      '        hashes = (one.options or {}).get("hashes")',
      "        result.append([one.requirement, one.is_editable, one.constraint, hashes, os.path.normpath(place[1]), int(place[2])])",
      "    return result",
    ].join("\n");
    const wanted = ask(program, cases);
    const actual = cases.map((files) =>
      attempt(() =>
        parseRequirementsFile("main.txt", (path) => (files as Record<string, string>)[path]).map(
          ({ requirement, editable, constraint, hashes, path, line: at }) => [requirement, editable, constraint, hashes ?? null, path, at],
        ),
      ),
    );
    expect(
      cases
        .flatMap((one, at) => (JSON.stringify(actual[at]) === JSON.stringify(wanted[at]) ? [] : [{ one, actual: actual[at], wanted: wanted[at] }]))
        .slice(0, 5),
    ).toEqual([]);
    expect(wanted.filter((one) => Array.isArray(one) && one.length > 0).length).toBeGreaterThan(200);
  });
});

test("the peers of these tests are installed where CI runs", () => {
  if (process.env["CI"] === "true") expect(isThere).toBe(true);
});
