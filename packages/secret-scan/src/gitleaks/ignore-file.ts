// `.gitleaksignore`: findings that users of gitleaks accepted, by place.
import type { SourceText } from "@caio/repo-model/text";

/** One accepted place: `FILE:RULE:LINE`, or `COMMIT:FILE:RULE:LINE`. */
export interface IgnoreEntry {
  readonly path: string;
  readonly rule: string;
  readonly line: number;
  readonly commit?: string;
}

const form = /^(?:([0-9a-f]{7,64}):)?(.+):([^:]+):(\d+)$/;

/** Reads the entries; lines of another form say nothing, as in gitleaks. */
export function readIgnoreFile(source: SourceText | undefined): IgnoreEntry[] {
  return (source?.text ?? "").split(/\r?\n/).flatMap((raw) => {
    const line = raw.trim();
    const [, commit, path, rule, number] = line.startsWith("#") ? [] : (form.exec(line) ?? []);
    if (path === undefined || rule === undefined) return [];
    return [{ path: path.replaceAll("\\", "/"), rule, line: Number(number), ...(commit === undefined ? {} : { commit }) }];
  });
}
