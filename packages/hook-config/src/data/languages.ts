// Languages of hooks. Source: pre-commit 4.7.0, all_languages.py and the languages' ENVIRONMENT_DIR.

/** A language; `installs` where pre-commit makes an environment for it, so that it can have dependencies. */
export interface LanguageFact {
  readonly name: string;
  readonly installs: boolean;
}

export const languages: readonly LanguageFact[] = [
  { name: "conda", installs: true },
  { name: "coursier", installs: true },
  { name: "dart", installs: true },
  { name: "docker", installs: true },
  { name: "docker_image", installs: false },
  { name: "dotnet", installs: true },
  { name: "fail", installs: false },
  { name: "golang", installs: true },
  { name: "haskell", installs: true },
  { name: "julia", installs: true },
  { name: "lua", installs: true },
  { name: "node", installs: true },
  { name: "perl", installs: true },
  { name: "pygrep", installs: false },
  { name: "python", installs: true },
  { name: "r", installs: true },
  { name: "ruby", installs: true },
  { name: "rust", installs: true },
  { name: "swift", installs: true },
  { name: "unsupported", installs: false },
  { name: "unsupported_script", installs: false },
];

export const languageNames: readonly string[] = languages.map(({ name }) => name);

/** Names since pre-commit 4.4.0; the old ones still hold. */
export const renamedLanguages: Readonly<Record<string, string>> = { system: "unsupported", script: "unsupported_script" };
/** A name that is gone since pre-commit 2.4, and what to write. */
export const removedLanguages: Readonly<Record<string, string>> = { python_venv: "python" };
