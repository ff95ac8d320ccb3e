// The faults that are put into real projects, by project: the file, what is replaced by what, the rules that may find it, and what a finding has to name.
const undeclared = ["undeclared-import", "transitive-only", "declared-elsewhere", "ambiguous-import"];

/** The line of a dependency is taken out of a list, wherever it stands in the file. */
const drop = (name, about = name, file = "pyproject.toml") => ({
  name: `${name} is dropped`,
  file,
  from: new RegExp(`^[ \\t]*["']?${name.replaceAll(".", "\\.")}(?:\\[[^\\]]*\\])?(?=[ <>=~!;"',@\\r\\n])[^\\r\\n]*\\r?\\n`, "gim"),
  to: "",
  rules: undeclared,
  about,
});
/** A dependency gets a condition that never holds, or that leaves out a version or Linux. */
const marked = (name, marker, about = name, file = "pyproject.toml") => ({
  name: `${name} only where ${marker}`,
  file,
  from: new RegExp(`^([ \\t]*)"(${name.replaceAll(".", "\\.")}[^";]*)(?:;[^"]*)?"`, "gim"),
  to: `$1"$2; ${marker}"`,
  rules: ["declared-elsewhere", "undeclared-import"],
  about,
});
const conflict = (name, range, file) => ({
  name: `${file} asks for ${name}${range}`,
  write: { [file]: `${name}${range}\n` },
  rules: ["conflicting-declarations"],
  about: name,
});
const hook = (entry) =>
  `repos:\n- repo: local\n  hooks:\n  - id: seeded\n    name: seeded\n    entry: ${entry}\n    language: system\n    pass_filenames: false\n    stages: [pre-push]\n`;
const hooked = (entry, about, files = {}, rules = undeclared) => ({
  name: `a hook that runs ${entry}`,
  write: { ".pre-commit-config.yaml": hook(entry), ...files },
  rules,
  about,
});
const added = (path, text, about, rules = undeclared) => ({ name: `${path} imports ${about}`, write: { [path]: text }, rules, about });

export const faults = {
  black: [
    drop("click"),
    drop("pathspec"),
    drop("platformdirs"),
    drop("packaging"),
    marked("platformdirs", "sys_platform == 'win32'"),
    marked("click", "python_version < '3'"),
    conflict("click", "<7", "requirements.txt"),
    hooked("python scripts/seeded.py", "PyYAML", { "scripts/seeded.py": "import yaml\n" }),
    added("tests/test_seeded.py", "import requests_mock_nobody, freezegun\n", "freezegun"),
  ],
  flask: [
    drop("blinker"),
    drop("click"),
    drop("itsdangerous"),
    drop("jinja2"),
    drop("markupsafe"),
    drop("werkzeug"),
    marked("werkzeug", "python_version < '3.11'"),
    conflict("werkzeug", "<3", "requirements.txt"),
    hooked("pyright .", "pyright", { "pyproject.toml": '[project]\nname = "flask"\nrequires-python = ">=3.10"\ndependencies = ["click"]\n' }, [
      "undeclared-command",
    ]),
    added("tests/test_seeded.py", "import attr\n", "attrs"),
    added("tests/conftest.py", "import distutils.util\nimport flask\n", "distutils", ["removed-stdlib-module"]),
  ],
  fastapi: [
    drop("starlette"),
    drop("pydantic"),
    drop("annotated-doc"),
    drop("typing-inspection"),
    drop("sqlmodel"),
    drop("inline-snapshot"),
    marked("pydantic", "python_version < '3'"),
    conflict("pydantic", "==1.10.14", "requirements.txt"),
  ],
  httpx: [
    drop("certifi"),
    drop("anyio"),
    drop("idna"),
    drop("httpcore"),
    conflict("httpcore", "<1", "requirements.in"),
    drop("chardet", "chardet", "requirements.txt"),
    drop("trustme", "trustme", "requirements.txt"),
  ],
  wagtail: [
    drop("django-taggit"),
    drop("django-treebeard"),
    drop("djangorestframework"),
    drop("draftjs_exporter", "draftjs"),
    drop("Willow", "illow"),
    drop("requests"),
    drop("openpyxl"),
    drop("telepath"),
    drop("anyascii"),
    drop("laces"),
    drop("django-modelcluster"),
    marked("Willow", "sys_platform == 'win32'"),
    {
      name: "a script of husky that imports yaml",
      write: { ".husky/pre-push": "python scripts/seeded.py\n", "scripts/seeded.py": "import factory_boy_nobody, dns.resolver\n" },
      rules: undeclared,
      about: "dnspython",
    },
  ],
  scrapy: [
    drop("Twisted", "wisted"),
    drop("cssselect"),
    drop("itemadapter"),
    drop("parsel"),
    drop("queuelib"),
    drop("w3lib"),
    drop("tldextract"),
    drop("protego", "rotego"),
    marked("parsel", "python_version < '3'"),
  ],
  starlette: [drop("anyio"), drop("httpx", "httpx", ["pyproject.toml", "requirements.txt"]), drop("pytest", "pytest", "requirements.txt")],
  "pre-commit": [
    drop("cfgv", "cfgv", "setup.cfg"),
    drop("identify", "identify", "setup.cfg"),
    drop("pyyaml", "yaml", "setup.cfg"),
    drop("re-assert", "re-assert", "requirements-dev.txt"),
    drop("pytest-env", "pytest-env", "requirements-dev.txt"),
  ],
  datasette: [drop("asgiref"), drop("click"), drop("Jinja2", "inja2"), drop("pluggy"), drop("aiofiles"), drop("itsdangerous"), drop("mergedeep")],
  cookiecutter: [drop("binaryornot"), drop("arrow"), drop("rich"), drop("python-slugify", "slugify"), drop("freezegun")],
};
