// Reads a gitleaks configuration (TOML). What is broken in it is told with its line, and the rest holds.
import { parseToml, type DataNode } from "@caio/repo-model/data";
import { re2Finder, re2Matcher } from "@caio/repo-model/patterns";
import { isRepoError, RepoError, repoPath, type RepoPath, type SourceText } from "@caio/repo-model/text";
import type { GitleaksAllowlist, GitleaksConfiguration, GitleaksRule, RequiredRule } from "./configuration.js";
import { extended } from "./extend.js";
import { booleanField, field, listField, numberField, tables, textField } from "./fields.js";

/** How deep configurations may extend each other, as in gitleaks. */
const mostExtensions = 2;
/** A rule may look at one piece of a file for so many milliseconds. */
const ruleDeadline = 2000;

/** The world of a reading: other files of the repository, and where faults are told. */
export interface ReadingWorld {
  text(path: RepoPath): Promise<SourceText | undefined>;
  trouble(error: RepoError): void;
}

interface Fault {
  (message: string, node?: DataNode): void;
}

/** A pattern, or undefined where it is refused. */
function compiled<T>(fault: Fault, node: DataNode | undefined, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isRepoError(error)) throw error;
    fault(error.message, node);
    return undefined;
  }
}

/** One pattern of several: as gitleaks joins them, so that a flag of the first holds on in the others. */
function joined(fault: Fault, patterns: ReturnType<typeof listField>): ReturnType<typeof re2Matcher> | undefined {
  const sound = patterns.filter(({ text, node }) => compiled(fault, node, () => re2Matcher(text)) !== undefined);
  const [first] = sound;
  return first === undefined ? undefined : compiled(fault, first.node, () => re2Matcher(`(?:${sound.map(({ text }) => text).join("|")})`));
}

function readAllowlist(node: DataNode, fault: Fault): GitleaksAllowlist | undefined {
  const condition = textField(node, "condition").toUpperCase();
  if (!["", "OR", "||", "AND", "&&"].includes(condition)) return void fault("`condition` is neither `OR` nor `AND`.", field(node, "condition"));
  const target = textField(node, "regextarget");
  if (!["", "secret", "match", "line"].includes(target)) return void fault("`regexTarget` is none of `secret`, `match`, `line`.", field(node, "regextarget"));
  const [commits, paths, regexes, words] = [listField(node, "commits"), listField(node, "paths"), listField(node, "regexes"), listField(node, "stopwords")];
  if (commits.length + paths.length + regexes.length + words.length === 0)
    return void fault("An allowlist needs one of `commits`, `paths`, `regexes`, `stopwords`.", node);
  const path = joined(fault, paths);
  const regex = joined(fault, regexes);
  const isAnd = condition === "AND" || condition === "&&";
  // Without a part that must hold too, it would let more through than it says.
  if (isAnd && ((path === undefined && paths.length > 0) || (regex === undefined && regexes.length > 0))) return undefined;
  return {
    condition: isAnd ? "and" : "or",
    commits: new Set(commits.map(({ text }) => text.trim().toLowerCase())),
    regexTarget: target === "match" || target === "line" ? target : "secret",
    stopWords: [...new Set(words.map(({ text }) => text.toLowerCase()))],
    ...(path === undefined ? {} : { path }),
    ...(regex === undefined ? {} : { regex }),
  };
}

/** Lists of the present form and of the older one (`[allowlist]`). */
function allowlistNodes(node: DataNode | undefined): readonly DataNode[] {
  return [...tables(node, "allowlists"), ...tables(node, "allowlist")];
}

function readRequired(node: DataNode): RequiredRule {
  const within = (name: string): number | undefined => (field(node, name) === undefined ? undefined : numberField(node, name));
  const [withinLines, withinColumns] = [within("withinlines"), within("withincolumns")];
  return { id: textField(node, "id"), ...(withinLines === undefined ? {} : { withinLines }), ...(withinColumns === undefined ? {} : { withinColumns }) };
}

function readRule(node: DataNode, fault: Fault): GitleaksRule | undefined {
  const id = textField(node, "id").trim();
  if (id === "") return void fault("A rule has no `id`.", node);
  const pattern = (name: string): { node: DataNode | undefined; text: string } => ({ node: field(node, name), text: textField(node, name) });
  const [regexText, pathText] = [pattern("regex"), pattern("path")];
  const regex = regexText.text === "" ? undefined : compiled(fault, regexText.node, () => re2Finder(regexText.text, ruleDeadline));
  const path = pathText.text === "" ? undefined : compiled(fault, pathText.node, () => re2Matcher(pathText.text));
  // A rule that lost a part would say something else.
  if ((regex === undefined && regexText.text !== "") || (path === undefined && pathText.text !== "")) return undefined;
  const secretGroup = numberField(node, "secretgroup");
  if (regex !== undefined && secretGroup > regex.groups) {
    return void fault(`The rule \`${id}\` names the group ${secretGroup}, and its pattern has ${regex.groups}.`, field(node, "secretgroup"));
  }
  return {
    id,
    description: textField(node, "description"),
    secretGroup,
    entropy: numberField(node, "entropy"),
    keywords: listField(node, "keywords").map(({ text }) => text.toLowerCase()),
    allowlists: allowlistNodes(node).flatMap((one) => readAllowlist(one, fault) ?? []),
    required: tables(node, "required").map(readRequired),
    skipReport: booleanField(node, "skipreport"),
    ...(regex === undefined ? {} : { regex }),
    ...(path === undefined ? {} : { path }),
  };
}

async function readBase(root: DataNode, world: ReadingWorld, fault: Fault, depth: number): Promise<GitleaksConfiguration | undefined> {
  const node = field(field(root, "extend"), "path");
  const named = textField(field(root, "extend"), "path");
  if (named === "" || depth >= mostExtensions) return undefined;
  const source = await Promise.resolve()
    .then(() => world.text(repoPath(named.replace(/^(?:\.\/)+/, ""))))
    .catch((error: unknown) => {
      if (!isRepoError(error)) throw error;
      return undefined;
    });
  if (source === undefined) return void fault(`\`${named}\`, which the configuration extends, is no readable file of the repository.`, node);
  return readGitleaksConfiguration(source, world, depth + 1);
}

/** Reads a configuration and what it extends. Faults go to `trouble` as DATA_INVALID, with their place. */
export async function readGitleaksConfiguration(source: SourceText, world: ReadingWorld, depth = 0): Promise<GitleaksConfiguration> {
  const fault: Fault = (message, node) =>
    world.trouble(
      new RepoError("DATA_INVALID", `\`${source.path}\`: ${message}`, {
        at: source.at(node === undefined ? [0, 0] : [node.range[0], Math.min(node.range[1], node.range[0] + 1)]),
      }),
    );
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems.slice(0, 1))
    world.trouble(new RepoError("DATA_INVALID", `\`${source.path}\`: ${message}`, { at: source.at(range) }));
  // TOML is read whole or not at all: what stands after a fault may belong elsewhere.
  if (root === undefined || problems.length > 0) return { rules: [], allowlists: [], extendsDefault: false, disabledRules: [], ofDefaultRules: new Map() };
  const rules = tables(root, "rules").flatMap((node) => readRule(node, fault) ?? []);
  const allowlists: GitleaksAllowlist[] = [];
  const targeted: { readonly ids: readonly string[]; readonly list: GitleaksAllowlist; readonly node: DataNode }[] = [];
  for (const node of allowlistNodes(root)) {
    const list = readAllowlist(node, fault);
    const ids = listField(node, "targetrules").map(({ text }) => text);
    if (list !== undefined && ids.length === 0) allowlists.push(list);
    else if (list !== undefined) targeted.push({ ids, list, node });
  }
  const base = await readBase(root, world, fault, depth);
  return extended({
    rules,
    allowlists,
    targeted: depth === 0 ? targeted : [],
    isBase: depth > 0,
    extendsDefault: booleanField(field(root, "extend"), "usedefault"),
    disabledRules: listField(field(root, "extend"), "disabledrules"),
    ...(base === undefined ? {} : { base }),
    fault,
  });
}
