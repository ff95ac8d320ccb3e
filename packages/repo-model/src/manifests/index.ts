// Declared dependencies of a repository, with ranges; PEP 440, 503 and 508.
export { addRequirement } from "./add-requirement.js";
export { canonicalName } from "./canonical-name.js";
export { evaluateMarker, parseMarker, RequirementError, type Marker } from "./marker.js";
export { manifestFormat, readManifest, readManifests } from "./read-manifests.js";
export { readManifestNow } from "./readers.js";
export { parseRequirement, readRequirement, type Requirement } from "./requirement.js";
export { parseRequirementsFile, type RequirementEntry } from "./requirements-file.js";
export { specifierContains } from "./specifier.js";
export { compareVersions, formatVersion, parseVersion, type Version } from "./version.js";
export { iniLines, iniOf, readIni, type IniLine, type IniOption, type IniSection } from "./ini.js";
export { expressionEnd, logicalTokens, pythonTokens, readLiteral, type PythonLiteral, type PythonNames, type PythonToken } from "./python-literal.js";
export { literalNames } from "./python-names.js";
export { pythonString } from "./python-string.js";
export type { Declaration, DependencyScope, Ecosystem, Manifest, ManifestFormat, ManifestGroup, ManifestInclude, ManifestProblem } from "./manifest.js";
