// Are the packages of Node installed, in versions that package.json takes, and does it take this Node?
import type { Manifest } from "@caio/repo-model/manifests";
import { faultLine, type Line } from "./line.js";
import { nodeRangeContains } from "./node-range.js";
import type { Patient } from "./patient.js";

/** Folders whose manifests describe other projects. */
const foreign = /(?:^|\/)(?:fixtures?|__fixtures__|test_?data|tests?|__tests__|examples?|samples?|templates?|playground|vendor(?:ed)?|third_party)(?:\/|$)/i;

/** The folders in which Node looks for a package, from a manifest's own to the root. */
function folders(root: string, path: string): readonly string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) found.push(`${root}/${path.slice(0, at)}`);
  return [...found, root];
}

/** A line for each fault of Node's packages, and one for what is right. */
export function nodeLines(patient: Patient): readonly Line[] {
  const { machine, root, manifests, tool } = patient;
  const own = manifests.filter(({ ecosystem, path }) => ecosystem === "node" && !foreign.test(path));
  const main = own.find(({ path }) => path === "package.json");
  if (main === undefined || tool.node === undefined) return [];
  const lines: Line[] = [...engineLines(patient, main)];
  const wanted = main.declarations.filter(({ scope }) => scope === "runtime" || scope === "dev");
  // Yarn's Plug'n'Play keeps no folder.
  if (wanted.length === 0 || machine.exists(`${root}/.pnp.cjs`) || machine.exists(`${root}/.pnp.js`)) return lines;
  if (!machine.exists(`${root}/node_modules`)) {
    const text = `The ${wanted.length} packages of \`package.json\` are not installed: there is no \`node_modules\`.`;
    return [
      ...lines,
      faultLine("not-installed", "warning", text, wanted[0]?.at ?? patient.at, tool.node.install, { data: { packages: wanted.map(({ name }) => name) } }),
    ];
  }
  let right = 0;
  for (const manifest of own) {
    for (const declaration of manifest.declarations) {
      const { name, specifier, scope, source, at, canonical } = declaration;
      if ((scope !== "runtime" && scope !== "dev") || source === "local" || !/^(?:@[\w.~-]+\/)?[\w.~-]+$/.test(name)) continue;
      const text = folders(root, manifest.path)
        .map((folder) => machine.read(`${folder}/node_modules/${name}/package.json`))
        .find((one) => one !== undefined);
      // A member's packages may lie where the tool alone knows.
      if (text === undefined && manifest !== main) continue;
      if (text === undefined) {
        lines.push(
          faultLine("not-installed", "warning", `\`${name}\` is not installed in \`node_modules\`.`, at, tool.node.install, { data: { package: name } }),
        );
        continue;
      }
      const version = versionIn(text);
      if (version === undefined) {
        lines.push(
          faultLine("broken-metadata", "warning", `\`${name}\` is installed in \`node_modules\` without a readable package.json.`, at, tool.node.install, {
            data: { package: name },
          }),
        );
        continue;
      }
      const isRight = source !== "registry" || canonical !== name ? undefined : nodeRangeContains(specifier, version);
      if (isRight !== false) right++;
      else {
        const message = `\`${name}\` is installed as ${version}, and \`${specifier}\` is declared.`;
        lines.push(faultLine("wrong-version", "warning", message, at, tool.node.install, { data: { package: name, version, range: specifier } }));
      }
    }
  }
  return right === 0 ? lines : [...lines, { sign: "✓", text: `${right} packages of Node are installed as declared.` }];
}

function versionIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const version = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}

function engineLines({ node, tool }: Patient, { requires }: Manifest): readonly Line[] {
  if (node === undefined || requires === undefined) return [];
  const isRight = nodeRangeContains(requires.specifier, node.version);
  if (isRight === undefined) return [];
  const place = `${requires.at.path}:${requires.at.start.line}`;
  if (isRight) return [{ sign: "✓", text: `Node ${node.version} satisfies ${requires.specifier} (${place}).` }];
  const least = /\d+/.exec(requires.specifier)?.[0];
  const text = `Node ${node.version} does not satisfy \`${requires.specifier}\`.`;
  return [
    faultLine("wrong-interpreter", "warning", text, requires.at, least === undefined ? tool.node?.install : `nvm install ${least}`, {
      data: { version: node.version, range: requires.specifier },
    }),
  ];
}
