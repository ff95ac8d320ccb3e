// The rules, by name.
export { undeclaredImport } from "./undeclared-import.js";
