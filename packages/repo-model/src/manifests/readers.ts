// The readers of manifests, by format.
import type { SourceText } from "../text/index.js";
import { readCargo } from "./cargo.js";
import { readConda } from "./conda.js";
import { readGoMod } from "./go-mod.js";
import { readHatch } from "./hatch.js";
import type { Manifest, ManifestFormat } from "./manifest.js";
import { readPackageJson } from "./package-json.js";
import { readPipfile } from "./poetry.js";
import { readPixi } from "./pixi.js";
import { readPyproject, readToxToml } from "./pyproject.js";
import { readRequirements } from "./requirements-manifest.js";
import { readSetupCfg, readTox } from "./setup-cfg.js";
import { readSetupPy } from "./setup-py.js";
import { readMise, readToolVersions, readVersionFile } from "./tool-versions.js";

const readers: Readonly<Record<ManifestFormat, (source: SourceText) => Manifest>> = {
  requirements: readRequirements,
  pyproject: readPyproject,
  "setup.cfg": readSetupCfg,
  "setup.py": readSetupPy,
  pipfile: readPipfile,
  conda: readConda,
  pixi: readPixi,
  tox: (source) => (source.path.endsWith(".toml") ? readToxToml(source) : readTox(source)),
  hatch: readHatch,
  "package.json": readPackageJson,
  "go.mod": readGoMod,
  cargo: readCargo,
  "tool-versions": readToolVersions,
  mise: readMise,
  "python-version": (source) => readVersionFile(source, "python", "python-version"),
  "node-version": (source) => readVersionFile(source, "node", "node-version"),
};

/** Reads one manifest of a format, at once. Never throws. */
export function readManifestNow(source: SourceText, format: ManifestFormat): Manifest {
  return readers[format](source);
}
