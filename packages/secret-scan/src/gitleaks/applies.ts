// Which of caio's candidates a rule of gitleaks' own speaks of: the two have different names for the same things.
import type { Candidate } from "../detect/candidate.js";

/** Whether what a configuration says of one of gitleaks' own rules holds for a candidate: by kind, or by the vendor's name, which begins both ids. */
export function speaksOf(rule: string, { kind, provider }: Candidate): boolean {
  if (/generic/.test(rule)) return kind === "generic-secret" || kind === "connection-string" || kind === "authorization";
  if (rule === "private-key") return kind === "private-key";
  if (rule.startsWith("curl-auth")) return kind === "authorization";
  if (rule === "kubernetes-secret-yaml") return kind === "credential-file";
  if (rule.startsWith("jwt")) return provider === "json-web-token";
  return provider !== undefined && provider.split("-")[0] === rule.split("-")[0];
}
