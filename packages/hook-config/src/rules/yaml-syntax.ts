// yaml-syntax: a file that is no YAML for PyYAML.
import { faultRule } from "./fault-rule.js";

export const yamlSyntax = faultRule({ id: "yaml-syntax", summary: "The file is not the YAML that pre-commit reads.", severity: "error" });
