// Reads a data file by its name.
import { parseJson } from "./json.js";
import type { DataDocument } from "./node.js";
import { parseToml } from "./toml.js";

export type DataFormat = "yaml" | "json" | "toml";

/** The format of a file name; undefined for another one. */
export function formatOf(path: string): DataFormat | undefined {
  const ending = /\.(ya?ml|jsonc?|toml)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  return ending.startsWith("y") ? "yaml" : ending === "toml" ? "toml" : "json";
}

/** Reads a text in the format of its name; undefined for another ending. YAML is 1.2. */
export async function parseData(path: string, text: string): Promise<DataDocument | undefined> {
  const format = formatOf(path);
  if (format === undefined) return undefined;
  if (format === "json") return parseJson(text);
  if (format === "toml") return parseToml(text);
  const { parseYaml } = await import("./yaml.js");
  return parseYaml(text);
}
