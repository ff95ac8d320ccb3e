// The version of an interpreter, as the files beside it tell: it is not run.
import type { Machine } from "@caio/repo-model/check";

/** `3.11` of `3.11.7`. */
export function minorOf(version: string | undefined): string | undefined {
  return version === undefined ? undefined : /^\d+\.\d+/.exec(version)?.[0];
}

/** The version of the interpreter at a path without links: `3.11.7`, or `3.11` where no more is told. */
export function interpreterVersion(machine: Machine, path: string): string | undefined {
  const named = /(?:python|pypy)(\d+\.\d+)t?(?:\.exe)?$/.exec(path)?.[1];
  const bin = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const prefix = bin.slice(0, Math.max(0, bin.lastIndexOf("/")));
  const fits = (version: string | undefined): version is string => version !== undefined && (named === undefined || minorOf(version) === named);
  // pyenv's `versions/3.11.7`, uv's `cpython-3.11.7-linux-x86_64-gnu`, a tool cache's `Python/3.11.7/x64`.
  const folder = /\/(?:versions|Python)\/(\d+\.\d+\.\d+)(?:\/|$)|\/cpython-(\d+\.\d+\.\d+)[^/]*$/.exec(prefix);
  const byFolder = folder?.[1] ?? folder?.[2];
  if (fits(byFolder)) return byFolder;
  const conda = (machine.list(`${prefix}/conda-meta`) ?? []).map((entry) => /^python-(\d+\.\d+\.\d+)-[^-]+\.json$/.exec(entry)?.[1]).find(fits);
  if (conda !== undefined) return conda;
  const headers = named === undefined ? (machine.list(`${prefix}/include`) ?? []).filter((entry) => /^python3\.\d+$/.test(entry)) : [`python${named}`];
  const [only, ...more] = headers;
  const header = only === undefined || more.length > 0 ? undefined : machine.read(`${prefix}/include/${only}/patchlevel.h`);
  const exact = /^#define\s+PY_VERSION\s+"(\d+\.\d+\.\d+)/m.exec(header ?? "")?.[1];
  return fits(exact) ? exact : named;
}
