// lint-staged: options of version 9 and before, which are taken for patterns of files today. Source: lint-staged 16.4.0, validateConfig.js and runAll.js.
import { child, parseJson, parseYamlNow, type DataNode } from "@caio/repo-model/data";
import type { SourceText } from "@caio/repo-model/text";
import type { OtherFault } from "./facts.js";

/** Options of the advanced configuration, and what does their work today. */
const removed: Readonly<Record<string, string>> = {
  linters: "patterns stand at the root",
  ignore: "write patterns that leave the files out, or the tool's own ignore file",
  concurrent: "`--concurrent` on the command line",
  subTaskConcurrency: "`--concurrent` on the command line",
  chunkSize: "`--max-arg-length` on the command line",
  globOptions: "nothing",
  renderer: "nothing",
  relative: "`--relative` on the command line",
};

/** What lint-staged 16 takes for a task; 9 to 15 refuse a list under some of these names. */
const isTask = (value: DataNode): boolean => value.kind === "string" || (value.kind === "list" && value.items.every(({ kind }) => kind === "string"));

function* removedOptions(source: SourceText, config: DataNode): Iterable<OtherFault> {
  for (const { key, keyRange, value } of config.kind === "map" ? config.entries : []) {
    const today = Object.hasOwn(removed, key) ? removed[key] : undefined;
    // A text or a list of texts is a task: the key may well be a file's name.
    if (today === undefined || (value.kind === "string" && key !== "renderer")) continue;
    yield {
      rule: "lint-staged-removed-option",
      message: `\`${key}\` is no option of lint-staged since version 9: ${isTask(value) ? "it is read as a pattern of files" : "the configuration is refused"}.`,
      at: source.at(keyRange),
      help: `Today: ${today}.`,
      data: { option: key },
    };
  }
}

/** The command `git add`, of which lint-staged warns: what tasks change is added by itself. With a path it adds what no task was given. */
function* gitAdds(source: SourceText, config: DataNode): Iterable<OtherFault> {
  for (const { value } of config.kind === "map" ? config.entries : []) {
    const items = value.kind === "list" ? value.items : [value];
    for (const item of items)
      if (item.kind === "string" && item.value.trim() === "git add")
        yield {
          rule: "lint-staged-removed-option",
          message: "lint-staged adds what its tasks change by itself since version 10: `git add` races with it.",
          at: source.at(item.range),
          help: "Remove the command.",
          data: { option: "git add" },
        };
    if (value.kind === "map") yield* gitAdds(source, value);
  }
}

/** Faults of a lint-staged configuration in package.json, `.lintstagedrc` or `.lintstagedrc.json`, `.yaml`, `.yml`. */
export function lintStagedFaults(source: SourceText): OtherFault[] {
  const isManifest = /(?:^|\/)package\.json$/.test(source.path);
  const isJson = isManifest || source.path.endsWith(".json") || source.text.trimStart().startsWith("{");
  const { root, problems } = isJson ? parseJson(source.text) : parseYamlNow(source.text);
  const config = isManifest ? child(root, "lint-staged") : root;
  if (config === undefined || problems.some(({ code }) => code !== "duplicate-key")) return [];
  return [...removedOptions(source, config), ...gitAdds(source, config)];
}
