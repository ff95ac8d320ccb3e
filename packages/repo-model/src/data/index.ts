// Data files: YAML, JSON(C) and TOML as values with ranges, and splices that change nothing else.
export type { DataDocument, DataNode, DataProblem } from "./node.js";
