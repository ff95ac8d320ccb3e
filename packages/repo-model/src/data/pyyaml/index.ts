// YAML as PyYAML's C loader reads it (PyYAML 6, libyaml 0.2.5): the dialect of pre-commit's files.
export { loadPyyaml, type PyyamlDocument } from "./load.js";
export { pythonType, type PythonType, type YamlPair } from "./construct.js";
export type { YamlEdge, YamlList, YamlMap, YamlNode, YamlScalar } from "./graph.js";
export { readPyyaml } from "./to-data.js";
