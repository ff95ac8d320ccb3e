// The distributions of an environment, by their metadata on disk. Each one's metadata is read when it is asked for.
import type { Machine } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import type { Environment } from "./environment.js";

/** An installed distribution. */
export interface Installed {
  readonly name: string;
  readonly canonical: string;
  /** Undefined where its metadata is broken. */
  readonly version?: string;
  /** The `.dist-info` or `.egg-info`. */
  readonly path: string;
  /** The folder of the search path that holds it. */
  readonly folder: string;
  /** The header of METADATA or PKG-INFO; "" where there is none. */
  readonly header: string;
  /** Another one of the same name in the same folder: what an upgrade that broke off leaves. */
  readonly twin?: string;
}

/** The distributions of a search path by canonical name; of two the first on the path counts, as Python has it. */
export interface Distributions {
  readonly names: readonly string[];
  get(canonical: string): Installed | undefined;
}

interface Place {
  readonly folder: string;
  readonly entry: string;
  readonly byName: string;
  readonly byVersion: string | undefined;
}

/** A name and a version from the name of a metadata folder; undefined where it is none, or what pip left behind (`~ip-…`). */
function placeOf(folder: string, entry: string): Place | undefined {
  const dist = /^([^~-].*?)-([^-]+)\.dist-info$/.exec(entry);
  const egg = dist === null ? /^([^~-][^-]*)(?:-([^-]+)(?:-py\d[^/]*)?)?\.egg-info$/.exec(entry) : null;
  const [, byName, byVersion] = dist ?? egg ?? [];
  return byName === undefined ? undefined : { folder, entry, byName, byVersion };
}

const headerEnd = /\r?\n\r?\n/;

function readPlace(machine: Machine, { folder, entry, byName }: Place, twin: string | undefined): Installed {
  const path = `${folder}/${entry}`;
  const isFolder = machine.list(path) !== undefined;
  const text = isFolder ? (machine.read(`${path}/METADATA`) ?? machine.read(`${path}/PKG-INFO`)) : machine.read(path);
  const header = text?.slice(0, headerEnd.exec(text)?.index ?? text.length) ?? "";
  const name = /^Name:[ \t]*(\S.*)$/im.exec(header)?.[1]?.trim() ?? byName;
  const version = /^Version:[ \t]*(\S.*)$/im.exec(header)?.[1]?.trim();
  return {
    name,
    canonical: canonicalName(byName),
    path,
    folder,
    header,
    ...(version === undefined ? {} : { version }),
    ...(twin === undefined ? {} : { twin }),
  };
}

/** Finds the distributions of an environment. */
export function installedDistributions(machine: Machine, { searchPath }: Environment): Distributions {
  const places = new Map<string, Place>();
  const twins = new Map<string, string>();
  const add = (place: Place | undefined): void => {
    if (place === undefined) return;
    const canonical = canonicalName(place.byName);
    const known = places.get(canonical);
    if (known === undefined) places.set(canonical, place);
    else if (known.folder === place.folder && known.entry !== place.entry && isWhole(machine, place)) twins.set(canonical, place.byVersion ?? place.entry);
  };
  for (const folder of searchPath) {
    // An egg is a folder of its own on the path; its metadata has a fixed name.
    const egg = /(?:^|\/)([^/-]+)(?:-([^/-]+))?[^/]*\.egg$/.exec(folder);
    if (egg?.[1] !== undefined && machine.exists(`${folder}/EGG-INFO`)) add({ folder, entry: "EGG-INFO", byName: egg[1], byVersion: egg[2] });
    for (const entry of machine.list(folder) ?? []) if (entry.endsWith("-info")) add(placeOf(folder, entry));
  }
  const read = new Map<string, Installed>();
  return {
    names: [...places.keys()],
    get(canonical) {
      const known = read.get(canonical);
      const place = places.get(canonical);
      if (known !== undefined || place === undefined) return known;
      const made = readPlace(machine, place, twins.get(canonical));
      read.set(canonical, made);
      return made;
    },
  };
}

/** An empty folder, left of what was taken away, is no twin. */
const isWhole = (machine: Machine, { folder, entry }: Place): boolean => machine.exists(`${folder}/${entry}/METADATA`);
