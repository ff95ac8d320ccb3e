// schema-type: a value of another kind than pre-commit takes.
import { faultRule } from "./fault-rule.js";

export const schemaType = faultRule({ id: "schema-type", summary: "A value has another kind than pre-commit takes.", severity: "error" });
