// The environments of tox and the sessions of nox that a command names and nothing defines, and the tests that it gives them and that are not there.
import { iniOf } from "@caio/repo-model/manifests";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { absentTests, type Absent } from "./absent.js";
import { inFolder, type ModuleIndex } from "./modules.js";
import type { Target } from "./targets.js";

type Environments = Extract<Target, { kind: "environments" }>;
type Found = Pick<Absent, "kind" | "name" | "file">;

/** What is needed of the tree. */
interface Tree {
  readonly index: ModuleIndex;
  read(path: RepoPath): Promise<SourceText | undefined>;
}

/** What is named and not there. Where more may be defined than is read, nothing. */
export async function absentEnvironments(tree: Tree, target: Environments): Promise<readonly Found[]> {
  return target.tool === "tox" ? absentOfTox(tree, target) : absentOfNox(tree, target);
}

const readAt = (tree: Tree, folder: string, name: string): Promise<SourceText | undefined> => {
  const path = inFolder(folder, name);
  return tree.index.has(path) ? tree.read(path as RepoPath) : Promise.resolve(undefined);
};

/** A factor that tox knows by itself: an interpreter. */
const interpreter = /^(?:py|pypy|cpython|graalpy|jython|rustpython)?(?:\d[\d.]*)?(?:t|d)?$/;

async function absentOfTox(tree: Tree, { names, args, folder }: Environments): Promise<readonly Found[]> {
  // A plug-in of the project's own may add environments.
  if (tree.index.has(inFolder(folder, "toxfile.py"))) return [];
  for (const name of ["tox.ini", "setup.cfg", "pyproject.toml", "tox.toml"]) {
    const source = await readAt(tree, folder, name);
    if (source === undefined) continue;
    const isToml = name.endsWith(".toml");
    if (!(isToml ? name === "tox.toml" || /^\[+tool\.tox\b/m.test(source.text) : iniOf(source).some((one) => /^(?:tox|testenv)(?::|$)/.test(one.name))))
      continue;
    const words = isToml ? wordsOfToml(source) : factorsOf(source);
    const gone = names.filter(
      (one) => one !== "ALL" && !one.startsWith(".") && !one.split("-").every((factor) => words.has(factor) || interpreter.test(factor)),
    );
    const found: Found[] = gone.map((one) => ({ kind: "environment", name: `tox -e ${one}`, file: source.path }));
    const isForTests = !isToml && args.length > 0 && iniOf(source).every(({ options }) => options.every(({ key }) => !/^change_?dir$/.test(key)));
    if (isForTests && gone.length === 0 && postedToPytest(linesForTests(source, names)))
      for (const path of absentTests(tree.index, args, folder)) found.push({ kind: "tests", name: path });
    return found;
  }
  return [];
}

/** What is found in a file once, however many commands name something of it. */
function perSource<T>(find: (source: SourceText) => T): (source: SourceText) => T {
  const known = new WeakMap<SourceText, { readonly value: T }>();
  return (source) => {
    let held = known.get(source);
    if (held === undefined) known.set(source, (held = { value: find(source) }));
    return held.value;
  };
}

const wordsOfToml = perSource(({ text }) => new Set([...(text.match(/[\w.]+/g) ?? []), ...(text.match(/\w+/g) ?? [])]));

/** The words that name environments: in headers of sections, in lists, before a colon. */
const factorsOf = perSource((source): ReadonlySet<string> => {
  const found = new Set<string>();
  const take = (text: string): void => {
    for (const [word] of text.matchAll(/[\w.]+/g)) found.add(word);
  };
  for (const { name, options } of iniOf(source)) {
    take(name);
    for (const { key, lines } of options)
      for (const { text } of lines) {
        const condition = /^[\w.,!{}\s-]+:(?=\s)/.exec(text)?.[0];
        if (/^env_?list$|^labels$/.test(key) || /\{\[/.test(text)) take(text);
        else if (condition !== undefined) take(condition);
      }
  }
  return found;
});

/** The names of a noxfile's functions, and those that its sessions are given. */
const sessionsOf = perSource(({ text }): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [, name = ""] of text.matchAll(/\bdef\s+(\w+)\s*\(/g)) found.add(name);
  for (const [, name = ""] of text.matchAll(/\bname\s*=\s*["']([^"'\n]{1,200})["']/g)) found.add(name);
  return found;
});

/** The commands of the environments that are named, and of the base that they share. */
function linesForTests(source: SourceText, names: readonly string[]): readonly string[] {
  const sections = iniOf(source);
  const commands = (section: string): readonly string[] =>
    sections
      .find(({ name }) => name === section)
      ?.options.flatMap(({ key, lines }) => (key === "commands" ? [lines.map(({ text }) => text).join("\n")] : [])) ?? [];
  const wanted = names.length === 0 ? ["testenv"] : names.map((name) => `testenv:${name}`);
  return wanted.flatMap((one) => (commands(one).length > 0 ? commands(one) : commands("testenv")));
}

/** Whether what is given goes to pytest, and to nothing else. */
const postedToPytest = (commands: readonly string[]): boolean => {
  const lines = commands.flatMap((text) => text.split("\n")).filter((line) => line.includes("posargs"));
  return lines.length > 0 && lines.every((line) => /\bpytest\b/.test(line));
};

/** Whether a noxfile may have sessions that its own functions do not tell of; read once, however many commands name one. */
const openNoxfiles = new WeakMap<SourceText, Promise<boolean>>();

async function mayDefineMore(tree: Tree, { text, path }: SourceText, folder: string): Promise<boolean> {
  // Sessions that are made in a loop or taken from elsewhere have any name.
  if (/\b(?:exec|globals|setattr)\s*\(|(?<!@)\bnox\.session\s*\(|\bimport\s*\*|importlib\.(?:import_module|util|machinery)|\.register\(/.test(text))
    return true;
  for (const [, module = ""] of text.matchAll(/^[ \t]*(?:from|import)\s+\.?([A-Za-z_]\w*)/gm)) {
    if (!tree.index.isOwn(module, path)) continue;
    // A module beside it may define sessions, if it knows of nox.
    const beside =
      (await readAt(tree, folder, `${module}.py`)) ??
      (await readAt(tree, folder, `${module}/__init__.py`)) ??
      (await readAt(tree, folder, `src/${module}/__init__.py`));
    if (beside === undefined || beside.text.includes("nox")) return true;
  }
  return false;
}

async function absentOfNox(tree: Tree, { names, args, folder }: Environments): Promise<readonly Found[]> {
  const source = await readAt(tree, folder, "noxfile.py");
  if (source === undefined) return [];
  const isOpen = openNoxfiles.get(source) ?? mayDefineMore(tree, source, folder);
  openNoxfiles.set(source, isOpen);
  if (await isOpen) return [];
  const bare = names.map((name) => ({ name, base: name.replace(/-(?:pypy)?\d[\w.]*$/, "") }));
  const sessions = sessionsOf(source);
  const isThere = (one: string): boolean => sessions.has(one) || sessions.has(one.replaceAll("-", "_"));
  const gone = bare.filter(({ name, base }) => !isThere(name) && !isThere(base));
  const found: Found[] = gone.map(({ name }) => ({ kind: "environment", name: `nox -s ${name}`, file: source.path }));
  const [only] = bare;
  if (gone.length > 0 || args.length === 0 || only === undefined || bare.length > 1) return found;
  const body = sessionBody(source.text, only.base);
  if (body.includes("posargs") && /["']pytest["']|-m["'],\s*["']pytest/.test(body) && !/\.(?:chdir|cd)\(/.test(body))
    for (const path of absentTests(tree.index, args, folder)) found.push({ kind: "tests", name: path });
  return found;
}

/** The text of a session's function: up to the next line that begins at the margin. */
function sessionBody(text: string, name: string): string {
  const at = text.search(new RegExp(`^def\\s+${name.replace(/[^\w]/g, "[-_]")}\\s*\\(`, "m"));
  if (at < 0) return "";
  const rest = text.slice(at);
  const end = /\n(?=[^\s)#])/.exec(rest.slice(1))?.index;
  return end === undefined ? rest : rest.slice(0, end + 1);
}
