// The line that runs caio before a commit, for the hook manager that is there.
import { appendTo, indentAt, insertAfter, valueAt, type Look } from "./look.js";
import type { Advice, Change } from "./change.js";
import { repoPath } from "@caio/repo-model/text";

const program = "npx --no-install caio --staged";

/** The entry of pre-commit: it installs caio by itself, so that the repository needs no package.json. */
function entry(version: string, indent: string): string {
  const lines = [
    "- repo: local",
    "  hooks:",
    "    - id: caio",
    "      name: caio",
    "      entry: caio --staged",
    "      language: node",
    `      additional_dependencies: ["@caio/cli@${version}"]`,
    "      pass_filenames: false",
    "      always_run: true",
  ];
  return lines.map((line) => `${indent}${line}\n`).join("");
}

async function preCommit(look: Look, version: string): Promise<Change | Advice | undefined> {
  const path = [".pre-commit-config.yaml", ".pre-commit-config.yml"].find((name) => look.has(name));
  const title = "pre-commit: an entry that installs caio by itself";
  if (path === undefined) return undefined;
  const file = await look.data(path);
  if (file?.text.includes("caio") === true) return undefined;
  const repos = valueAt(file?.root, "repos");
  const [first] = repos?.kind === "list" ? repos.items : [];
  if (file === undefined || repos?.kind !== "list" || repos.isFlow === true || first === undefined) return { title, lines: entry(version, "") };
  const dash = file.text.lastIndexOf("-", first.range[0]);
  return {
    id: "pre-commit",
    title,
    isRecommended: true,
    edits: [insertAfter(file, repos.range[1], entry(version, indentAt(file.text, dash)))],
    next: ["pre-commit install"],
  };
}

async function husky(look: Look): Promise<Change | undefined> {
  if (look.below(".husky").length === 0) return undefined;
  const path = repoPath(".husky/pre-commit");
  const text = await look.text(path);
  if (text?.includes("caio") === true) return undefined;
  const edits =
    text === undefined
      ? [{ path, create: `${program}\n`, mode: 0o755 }]
      : [{ path, range: [text.length, text.length] as const, text: `${text === "" || text.endsWith("\n") ? "" : "\n"}${program}\n` }];
  return { id: "husky", title: "husky: a line in .husky/pre-commit", isRecommended: true, edits, needs: ["dependency"] };
}

async function lefthook(look: Look): Promise<Change | Advice | undefined> {
  const path = ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml", ".config/lefthook.yml"].find((name) => look.has(name));
  const title = "lefthook: a job before each commit";
  const whole = `pre-commit:\n  jobs:\n    - name: caio\n      run: ${program}\n`;
  if (path === undefined) return undefined;
  const file = await look.data(path);
  if (file?.text.includes("caio") === true) return undefined;
  if (file === undefined) return { title, lines: whole };
  const own = valueAt(file.root, "pre-commit");
  const made = (edit: Change["edits"][number]): Change => ({
    id: "lefthook",
    title,
    isRecommended: true,
    edits: [edit],
    needs: ["dependency"],
    next: ["npx lefthook install"],
  });
  if (own === undefined) return made(appendTo(file, whole));
  const jobs = valueAt(own, "jobs");
  const [first] = jobs?.kind === "list" && jobs.isFlow !== true ? jobs.items : [];
  if (jobs !== undefined && first !== undefined) {
    const indent = indentAt(file.text, file.text.lastIndexOf("-", first.range[0]));
    return made(insertAfter(file, jobs.range[1], `${indent}- name: caio\n${indent}  run: ${program}\n`));
  }
  const commands = valueAt(own, "commands");
  const [command] = commands?.kind === "map" && commands.isFlow !== true ? commands.entries : [];
  if (commands === undefined || command === undefined) return { title, lines: whole };
  const indent = indentAt(file.text, command.keyRange[0]);
  return made(insertAfter(file, commands.range[1], `${indent}caio:\n${indent}  run: ${program}\n`));
}

/** What is offered for the managers that are there; for none, pre-commit's configuration is made where it is asked for. */
export async function hookChanges(look: Look, version: string): Promise<(Change | Advice)[]> {
  const found = [await preCommit(look, version), await husky(look), await lefthook(look)].filter((one) => one !== undefined);
  const isManaged =
    found.length > 0 || look.below(".husky").length > 0 || [".pre-commit-config.yaml", "lefthook.yml", "prek.toml"].some((name) => look.has(name));
  if (isManaged) return found;
  const create = `repos:\n${entry(version, "  ")}`;
  return [
    {
      id: "pre-commit",
      title: "pre-commit: a configuration that runs caio (needs the program pre-commit)",
      isRecommended: false,
      edits: [{ path: repoPath(".pre-commit-config.yaml"), create }],
      next: ["pre-commit install"],
    },
  ];
}
