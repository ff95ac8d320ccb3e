// What a manifest declares, as far as the gate asks: names with their scope.
import type { DependencyScopeName } from "../defaults.js";

/** One declaration. `name` is the registry's. `scope` `override` and `source` say nothing of what users install. */
export interface Declared {
  readonly name: string;
  readonly scope: DependencyScopeName | "override";
  readonly extras: string;
  readonly source: "registry" | "git" | "url" | "local";
  /** Where it comes from, where that is no registry. */
  readonly from?: string;
}

export interface DeclaredManifest {
  readonly ecosystem: "python" | "node" | "go" | "rust";
  readonly declared: readonly Declared[];
  /** `-r` files. */
  readonly includes: readonly string[];
  readonly isReadable: boolean;
}

export const unreadable = (ecosystem: DeclaredManifest["ecosystem"]): DeclaredManifest => ({ ecosystem, declared: [], includes: [], isReadable: false });
