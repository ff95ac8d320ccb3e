// The floors of repo-model, lowest first, and which layers of packages may lean on which (DESIGN §1, ARCHITECTURE.md).

/** The rooms by floor: a room imports from its own floor or a lower one. */
export const floors: readonly (readonly string[])[] = [
  ["text", "patterns"],
  ["tree", "git", "data", "markdown"],
  ["hooks", "manifests", "sections"],
  ["check", "config"],
  ["report"],
  ["command"],
];

/** The layer of a project (its tag `layer:…`) and the layers that it may need when it is published. */
export const published: Readonly<Record<string, readonly string[]>> = { roof: ["room", "ground"], room: ["ground"], ground: [] };

/** What its tests may need besides. Git fixtures need nothing, so that even the ground's tests take them. */
export const tested: Readonly<Record<string, readonly string[]>> = { roof: ["testing", "fixture"], room: ["testing", "fixture"], ground: ["fixture"] };
