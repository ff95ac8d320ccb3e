// What `caio init` offers for this check: what other scanners' files say goes on holding, and can be converted.
import type { Context, Suggestion } from "@caio/repo-model/check";

/** Files of gitleaks and detect-secrets that stand in the repository. */
export async function suggest({ files }: Context): Promise<readonly Suggestion[]> {
  const paths = new Set<string>((await files.list({ include: ["/.gitleaks.toml", "/.gitleaksignore", "/.secrets.baseline"] })).map(({ path }) => path));
  const found: Suggestion[] = [];
  const [config, ignore] = [paths.has(".gitleaks.toml"), paths.has(".gitleaksignore")];
  if (config || ignore) {
    const title = [
      ...(config ? ["the rules and allowlists of `.gitleaks.toml` hold here too"] : []),
      ...(ignore
        ? ["what `.gitleaksignore` accepts is accepted, and `caio secret-scan triage --convert` writes it to `.caio/allow`, by value and not by line"]
        : []),
    ].join("; ");
    const names = [...(config ? ["config: .gitleaks.toml"] : []), ...(ignore ? ["ignore: .gitleaksignore"] : [])];
    found.push({ title: `${title[0]?.toUpperCase() ?? ""}${title.slice(1)}`, yaml: `gitleaks: { ${names.join(", ")} }\n` });
  }
  if (paths.has(".secrets.baseline")) {
    const title = "What the baseline of detect-secrets accepts is accepted; `caio secret-scan triage --convert` writes it to `.caio/allow`, a line a value";
    found.push({ title, yaml: "detectSecrets: { baseline: .secrets.baseline }\n" });
  }
  return found;
}
