// Whether a change touches caio's configuration.
import { child, parseJson, parseToml, toValue, type DataDocument } from "@caio/repo-model/data";
import type { GateChange } from "../verdict.js";

const names = new Set(["caio.yaml", "caio.yml", ".caio.yaml", "caio.json", "caio.jsonc", "caio.toml"]);
const parts: Readonly<Record<string, { readonly keys: readonly string[]; parse(text: string): DataDocument }>> = {
  "package.json": { keys: ["caio"], parse: parseJson },
  "pyproject.toml": { keys: ["tool", "caio"], parse: parseToml },
};

/** A part as one text; "" where there is none; undefined where the file cannot be read. */
function partText(name: string, text: string | undefined): string | undefined {
  const part = parts[name];
  if (part === undefined || text === undefined) return "";
  const { root, problems } = part.parse(text);
  if (problems.length > 0) return undefined;
  const node = part.keys.reduce<ReturnType<typeof child>>((inner, key) => child(inner, key), root);
  return node === undefined ? "" : JSON.stringify(toValue(node));
}

/** Files at the root that may hold the configuration in a part of them: their texts are needed. */
export const configurationParts: readonly string[] = Object.keys(parts);

/** Whether a file is a configuration of caio by its name. */
export const isConfigurationName = (path: string): boolean => names.has(path);

/** Whether a change touches the configuration: any change to a file of its own, or to our part of another's. */
export function isConfigurationChange({ path, before, after }: GateChange): boolean {
  if (names.has(path)) return true;
  if (!Object.hasOwn(parts, path)) return false;
  const [old, now] = [partText(path, before), partText(path, after)];
  // An unreadable manifest triggers by itself; here only what could name us counts.
  if (old === undefined || now === undefined) return /\bcaio\b/.test(`${before ?? ""}${after ?? ""}`);
  return old !== now;
}
