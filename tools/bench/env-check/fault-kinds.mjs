// How faults are put into real projects: the file, what is replaced by what, the rules that may find it, and what a finding has to name.
export const undeclared = ["undeclared-import", "transitive-only", "declared-elsewhere", "ambiguous-import"];

/** The line of a dependency is taken out of a list, wherever it stands in the file. */
export const drop = (name, about = name, file = "pyproject.toml") => ({
  name: `${name} is dropped`,
  file,
  from: new RegExp(`^[ \\t]*["']?${name.replaceAll(".", "\\.")}(?:\\[[^\\]]*\\])?(?=[ <>=~!;"',@\\r\\n])[^\\r\\n]*\\r?\\n`, "gim"),
  to: "",
  rules: undeclared,
  about,
});
/** A dependency gets a condition that never holds, or that leaves out a version or Linux. */
export const marked = (name, marker, about = name, file = "pyproject.toml") => ({
  name: `${name} only where ${marker}`,
  file,
  from: new RegExp(`^([ \\t]*)"(${name.replaceAll(".", "\\.")}[^";]*)(?:;[^"]*)?"`, "gim"),
  to: `$1"$2; ${marker}"`,
  rules: ["declared-elsewhere", "undeclared-import"],
  about,
});
export const conflict = (name, range, file) => ({
  name: `${file} asks for ${name}${range}`,
  write: { [file]: `${name}${range}\n` },
  rules: ["conflicting-declarations"],
  about: name,
});
export const hook = (entry) =>
  `repos:\n- repo: local\n  hooks:\n  - id: seeded\n    name: seeded\n    entry: ${entry}\n    language: system\n    pass_filenames: false\n    stages: [pre-push]\n`;
export const hooked = (entry, about, files = {}, rules = undeclared) => ({
  name: `a hook that runs ${entry}`,
  write: { ".pre-commit-config.yaml": hook(entry), ...files },
  rules,
  about,
});
export const added = (path, text, about, rules = undeclared) => ({ name: `${path} imports ${about}`, write: { [path]: text }, rules, about });

/** A step of CI that installs something is changed. */
export const ci = (name, file, from, to, about) => ({ name, file, from, to, rules: ["ci-does-not-install"], about });
export const workflow = (file) => `.github/workflows/${file}`;
/** The project takes another range of interpreters than its CI and its files say. */
export const interpreter = (from, to, file = "pyproject.toml", more = {}) => ({
  name: `the interpreter's range is ${to}`,
  file,
  from,
  to,
  rules: ["ci-interpreter-mismatch", "interpreter-disagreement"],
  about: "python",
  ...more,
});
/** A folder of tests gets another name, and what runs it keeps the old one. */
export const renamed = (from, to, about, more = {}) => ({ name: `${from} is now ${to}`, rename: [from, to], rules: ["missing-command"], about, ...more });
/** A second list of the same names lacks one. */
export const oneSided = (names, about) => ({
  name: `requirements.txt lacks ${about}`,
  write: { "requirements.txt": `${names.join("\n")}\n` },
  rules: ["one-sided-declaration"],
  about,
});
