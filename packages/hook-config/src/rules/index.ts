// The rules of hook-config, in the order of the report.
export { duplicateHookId } from "./duplicate-hook-id.js";
export { duplicateKey } from "./duplicate-key.js";
export { filterWithoutFilenames } from "./filter-without-filenames.js";
export { legacyStage } from "./legacy-stage.js";
export { listForm } from "./list-form.js";
export { pythonVenv } from "./python-venv.js";
export { schemaRequired } from "./schema-required.js";
export { schemaType } from "./schema-type.js";
export { shaKey } from "./sha-key.js";
export { unknownKey } from "./unknown-key.js";
export { unknownStage } from "./unknown-stage.js";
export { yamlSyntax } from "./yaml-syntax.js";
