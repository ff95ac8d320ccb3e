// interpreter-disagreement: files of one repository name interpreters that do not go together.
import { defineRule, type Draft } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { nodeRangeContains } from "../installed/node-range.js";
import { toxPins } from "../tox-pins.js";
import { contains, pinsOf, requiresOf, type Pin } from "../interpreter-range.js";

export const interpreterDisagreement = defineRule<EnvFacts, unknown>({
  id: "interpreter-disagreement",
  summary: "Files of the repository name interpreters that do not go together.",
  severity: "warning",
  *find({ manifests, sources }) {
    const pins = pinsOf(manifests);
    const python = requiresOf(manifests);
    const node = manifests.find(({ path, requires }) => path === "package.json" && requires !== undefined)?.requires;
    for (const pin of [...pins, ...toxPins(sources.get("tox.ini"))]) {
      const requires = pin.kind === "python" ? python : node;
      if (requires === undefined) continue;
      const isTaken = pin.kind === "python" ? contains(requires.specifier, pin.version) : takesNode(requires.specifier, pin.version);
      if (isTaken === false) yield draftOf(pin, `the project takes \`${requires.specifier}\``, requires.at, requires.specifier);
    }
    // Pins of several files; several of one file are versions to choose from.
    for (const kind of ["python", "node"] as const) {
      const own = pins.filter((pin) => pin.kind === kind);
      const [first] = own;
      if (first === undefined) continue;
      const others = own.filter(({ at }) => at.path !== first.at.path);
      for (const path of new Set(others.map(({ at }) => at.path))) {
        const there = others.filter(({ at }) => at.path === path);
        const here = own.filter(({ at }) => at.path === first.at.path);
        const [other] = there;
        if (other === undefined || there.some((a) => here.some((b) => isOne(a.version, b.version)))) continue;
        yield draftOf(other, `\`${first.at.path}\` names ${first.version}`, first.at, first.version);
      }
    }
  },
});

/** `3.11` and `3.11.4` go together. */
const isOne = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

function takesNode(range: string, version: string): boolean | undefined {
  const filled = [...version.split("."), "999", "999"].slice(0, 3).join(".");
  return nodeRangeContains(range, filled);
}

function draftOf({ kind, version, at }: Pin, other: string, place: Pin["at"], range: string): Draft {
  const name = kind === "python" ? "Python" : "Node";
  return {
    message: `\`${at.path}\` names ${name} ${version}, and ${other}.`,
    at,
    related: [{ message: other, at: place }],
    help: at.path === "tox.ini" ? "Take it off tox's list, or widen what the project takes." : "Name the same version in both.",
    data: { interpreter: kind, version, other: range },
  };
}
