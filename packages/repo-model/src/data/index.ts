// Data files: YAML, JSON(C) and TOML as values with ranges, and splices that change nothing else.
export { parseData, type DataFormat } from "./parse-data.js";
export { parseJson } from "./json.js";
export { parseToml } from "./toml.js";
export { parseYaml, type YamlDialect } from "./yaml.js";
export { parseYamlNow } from "./yaml-package.js";
export { atPointer, child, textItems, textOf, toValue } from "./value.js";
export type { DataDocument, DataNode, DataProblem } from "./node.js";
export {
  loadPyyaml,
  pythonType,
  type PythonType,
  type PyyamlDocument,
  type YamlEdge,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from "./pyyaml/index.js";
