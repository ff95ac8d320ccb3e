// All changes that a text needs today, of a configuration or a manifest.
import type { PyyamlDocument } from "@caio/repo-model/data";
import { removedLanguages, renamedLanguages } from "../data/languages.js";
import { compareVersions, versionNumbers } from "../validate/version.js";
import { mapView, rangeOf, textValue } from "../validate/map-view.js";
import type { Change } from "./change.js";
import { listFormChanges } from "./list-form.js";
import { renamings, rewrite, stageRenaming, type Renaming } from "./rename.js";
import { rolesOf, type Roles } from "./roles.js";
import { shaChanges } from "./sha.js";

export type FileForm = "config" | "manifest";

export interface MigrationOptions {
  /** Also writes `unsupported` for `system` and `unsupported_script` for `script`, which pre-commit 4.4 knows. */
  readonly renamesLanguages?: boolean;
}

const languageRenaming = (role: "language" | "language-key"): Renaming => ({
  rule: "python-venv",
  role,
  names: removedLanguages,
  message: (name, today) => `The language \`${name}\` is called \`${today}\` today.`,
  data: () => ({}),
});

const unsupportedRenaming = (role: "language" | "language-key"): Renaming => ({
  rule: "renamed-language",
  role,
  names: renamedLanguages,
  message: (name, today) => `The language \`${name}\` is called \`${today}\` since pre-commit 4.4.`,
  data: (language, today) => ({ language, today }),
});

function pcreChanges(roles: Roles): Change[] {
  return roles.valued(["pcre"]).flatMap((node) =>
    roles
      .places(node)
      .filter((edge) => roles.of(edge).has("language"))
      .map((edge) => ({
        rule: "pcre-language",
        message: "The language `pcre` is gone since pre-commit 2.0.",
        range: rangeOf(edge),
        help: "Use `pygrep`, and read the pattern again: it is one of Python's `re`.",
        title: "",
        splices: [],
        data: {},
      })),
  );
}

const stagesSince: Readonly<Record<string, string>> = { "pre-commit": "3.2.0", "pre-push": "3.2.0", "pre-merge-commit": "3.2.0" };
const languagesSince: Readonly<Record<string, string>> = { unsupported: "4.4.0", unsupported_script: "4.4.0" };

/** A lowest version that does not know the names that are used. */
function versionChanges(text: string, document: PyyamlDocument, roles: Roles): Change[] {
  const view = document.root === undefined ? undefined : mapView(document, { node: document.root });
  const value = view?.pairs.get("minimum_pre_commit_version")?.value;
  const least = textValue(value);
  const numbers = least === undefined ? undefined : versionNumbers(least);
  if (value === undefined || least === undefined || numbers === undefined) return [];
  const uses = roles.valued([...Object.keys(stagesSince), ...Object.keys(languagesSince)]).flatMap((node) => {
    const own = new Set(roles.places(node).flatMap((edge) => [...roles.of(edge)]));
    const since = own.has("stage") ? stagesSince : own.has("language") ? languagesSince : undefined;
    const version = since !== undefined && Object.hasOwn(since, node.value) ? since[node.value] : undefined;
    return version === undefined || compareVersions(numbers, versionNumbers(version) ?? []) >= 0 ? [] : [{ name: node.value, version }];
  });
  const highest = uses.toSorted((a, b) => -compareVersions(versionNumbers(a.version) ?? [], versionNumbers(b.version) ?? []))[0];
  if (highest === undefined) return [];
  const splice =
    value.alias === undefined && value.node.kind === "scalar" && value.node.anchor === undefined ? rewrite(text, value.node, highest.version) : undefined;
  return [
    {
      rule: "minimum-version-too-low",
      message: `\`${highest.name}\` needs pre-commit ${highest.version}, and \`minimum_pre_commit_version\` is ${least.slice(0, 40)}.`,
      range: rangeOf(value),
      help: `Write \`${highest.version}\`.`,
      title: `write \`${highest.version}\``,
      splices: splice === undefined ? [] : [splice],
      data: { minimum: least, needed: highest.version, name: highest.name },
    },
  ];
}

/** Everything that the migration would change or tell, in the order of the file's forms. */
export function changesOf(text: string, document: PyyamlDocument, form: FileForm, options: MigrationOptions = {}): Change[] {
  if (document.root === undefined) return [];
  const roles = rolesOf(document, form === "config" ? "config" : "hooks");
  const versions = document.root.kind === "map" ? mapView(document, { node: document.root })?.pairs.get("default_language_version")?.value.node : undefined;
  const hasPython = versions?.kind === "map" && versions.entries.some(({ key }) => key.node.kind === "scalar" && key.node.value === "python");
  return [
    ...(form === "config" ? listFormChanges(text, document.root) : []),
    ...(form === "config" ? shaChanges(text, document, roles) : []),
    ...renamings(text, roles, languageRenaming("language")),
    ...renamings(text, roles, languageRenaming("language-key")).map((change) =>
      hasPython ? { ...change, splices: [], help: "`python` stands there too: remove the one that is wrong." } : change,
    ),
    ...(options.renamesLanguages === true
      ? [...renamings(text, roles, unsupportedRenaming("language")), ...renamings(text, roles, unsupportedRenaming("language-key"))]
      : []),
    ...renamings(text, roles, stageRenaming),
    ...pcreChanges(roles),
    ...versionChanges(text, document, roles),
  ];
}
