// A CI configuration as YAML, read once for all who ask.
import { parseYaml, type DataDocument } from "@caio/repo-model/data";
import type { SourceText } from "@caio/repo-model/text";

const known = new WeakMap<SourceText, Promise<DataDocument>>();

/** The document of a text. Never throws: what is broken is left out. */
export function yamlOf(source: SourceText): Promise<DataDocument> {
  const document = known.get(source) ?? parseYaml(source.text);
  known.set(source, document);
  return document;
}
