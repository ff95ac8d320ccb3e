// Which extras and groups somebody installs: CI, images, scripts, tox, nox, requirements files, the contributors' guide.
import { canonicalName, type Manifest } from "@caio/repo-model/manifests";
import { addTo, type RepoPath } from "@caio/repo-model/text";

/** Extras and groups that are installed somewhere. */
export interface GroupInstalls {
  /** Canonical names, with what they take in. */
  readonly names: ReadonlySet<string>;
  /** Whether somewhere all of them are installed, or which ones is computed. */
  readonly isAll: boolean;
  /** The first file that installs any. */
  readonly by: RepoPath | undefined;
}

/** Whether a file may tell: those that install, and guides for contributors. */
export function mayInstallGroups(path: string): boolean {
  return (
    /(?:^|\/)(?:README|CONTRIBUTING|DEVELOPMENT|HACKING|INSTALL)[^/]*\.(?:md|rst|txt)$/i.test(path) ||
    /^docs?\/.*(?:contribut|develop|install|hacking)[^/]*\.(?:md|rst)$/i.test(path)
  );
}

/** Extras behind the first `install` of a line. No bracket inside another: one that never closes is looked at once. */
const bracketed = /[\w.-]\[([^[\]]+)\]/g;
/** Poetry and pdm take all groups that are not optional, where nothing behind the last of their calls on a line says otherwise. */
const lastCall = /^.*\b(?:poetry|pdm)\s+(?:install|sync)\b(.*)$/;
const flagged = /(?:^|\s)(?:--(?:extras?|group|with|only|only-group|only-extra|with-group)|-E|-G)(?:[ =]+)(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([\w.,${}-]+))/g;

/** The names that a text installs; `isAll` where it installs all, or what it computes. */
export function groupsIn(text: string): { readonly names: readonly string[]; readonly isAll: boolean } {
  const names: string[] = [];
  // pip's, uv's and pdm's.
  let isAll = /--all-(?:extras|groups)\b|(?:^|\s)-G\s*:all\b|\bpipenv\s+(?:install|sync)\b/m.test(text);
  for (const line of text.split(/\r?\n|\r/)) {
    const at = line.search(/\binstall\b/);
    if (at !== -1) for (const [, list = ""] of line.slice(at).matchAll(bracketed)) for (const name of list.split(",")) names.push(name);
    const options = lastCall.exec(line)?.[1];
    if (options !== undefined && !/--(?:only|without|prod|no-dev)/.test(options)) isAll = true;
  }
  for (const [, double, single, bare] of text.matchAll(flagged)) for (const name of (double ?? single ?? bare ?? "").split(/[\s,]+/)) names.push(name);
  if (/\buv\s+(?:sync|run)\b/.test(text)) names.push("dev");
  const given = names.map((name) => name.trim().replace(/^["']|["']$/g, ""));
  if (given.some((name) => /[${}]/.test(name))) isAll = true;
  return { names: given.filter((name) => /^[\w.-]+$/.test(name)).map(canonicalName), isAll };
}

/** What texts and manifests install, with what each group takes in. */
export function groupInstalls(texts: readonly { readonly path: RepoPath; readonly text: string }[], manifests: readonly Manifest[]): GroupInstalls {
  const names = new Set<string>();
  let isAll = false;
  let by: RepoPath | undefined;
  for (const { path, text } of texts) {
    const found = groupsIn(text);
    if (found.names.length > 0 || found.isAll) by ??= path;
    for (const name of found.names) names.add(name);
    isAll ||= found.isAll;
  }
  const includes = new Map<string, string[]>();
  for (const { groups, declarations, project, path } of manifests) {
    const own = project === undefined ? undefined : canonicalName(project);
    for (const { name, kind, includes: taken } of groups) {
      const key = canonicalName(name);
      for (const one of taken) addTo(includes, key, canonicalName(one));
      // tox and hatch install what their environments name.
      if (kind !== "environment" || taken.length === 0) continue;
      by ??= path;
      for (const one of taken) names.add(canonicalName(one));
    }
    for (const { source, canonical, extras, scope } of declarations)
      if (scope !== "optional" && (source === "local" || canonical === own)) for (const extra of extras) names.add(canonicalName(extra));
  }
  const waiting = [...names];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const taken of includes.get(next) ?? []) {
      if (names.has(taken)) continue;
      names.add(taken);
      waiting.push(taken);
    }
  }
  return { names, isAll, by };
}
