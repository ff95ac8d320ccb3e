// removed-stdlib-module: an import of what Python's standard library no longer has in a version that the project takes.
import { defineRule } from "@caio/repo-model/check";
import { specifierContains, type Manifest } from "@caio/repo-model/manifests";
import { removedIn } from "../data/standard-library.js";
import type { EnvFacts } from "../facts.js";

/** Distributions that bring a removed module back. */
const substitutes: Readonly<Record<string, readonly string[]>> = {
  distutils: ["setuptools"],
  asyncore: ["pyasyncore"],
  asynchat: ["pyasynchat"],
  cgi: ["legacy-cgi"],
  cgitb: ["legacy-cgi"],
  imp: ["zombie-imp"],
};

/** The range of interpreters that the project at the root takes. */
function rangeOf(manifests: readonly Manifest[]): Manifest["requires"] {
  return manifests.find(({ ecosystem, path, requires }) => ecosystem === "python" && !path.includes("/") && requires !== undefined)?.requires;
}

function takes(specifier: string, version: string): boolean {
  try {
    return specifierContains(specifier, `${version}.0`);
  } catch {
    return false;
  }
}

export const removedStdlibModule = defineRule<EnvFacts, unknown>({
  id: "removed-stdlib-module",
  summary: "A module is imported that Python no longer has in a version that the project takes.",
  severity: "warning",
  *find({ removed, manifests }) {
    const requires = rangeOf(manifests);
    if (requires === undefined) return;
    for (const { import: imported, certainty, chain, declared, source } of removed) {
      const [root = ""] = imported.module.split(".");
      const version = removedIn[root];
      const known = [...(substitutes[root] ?? []), `standard-${root}`];
      if (version === undefined || certainty !== "sure" || !takes(requires.specifier, version) || known.some((name) => declared.names.has(name))) continue;
      yield {
        message: `Python ${version} has no \`${root}\` any more, and \`requires-python\` takes it.`,
        at: chain.at(-1)?.at ?? source.at([0, 0]),
        related: [{ message: `takes Python \`${requires.specifier}\``, at: requires.at }],
        help: `Replace it, declare ${known.map((name) => `\`${name}\``).join(" or ")}, or narrow the range.`,
        data: { module: root, removedIn: version },
      };
    }
  },
});
