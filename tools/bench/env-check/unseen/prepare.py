"""`prepare.py PROJECT VENV`: installs a project as its developers do, and writes to VENV/roots.json what was asked for: what plant.py builds on.

The project in editable form with its extras and groups for tests, poetry's and pdm's groups, tox's plain `deps` and requirements files for
tests. UV names uv's program, PYTHON the interpreter. pytest is added where nothing brought it.
"""

import configparser
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PathDistribution
from pathlib import Path

project, venv = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
uv = os.environ.get("UV", "uv")
FOR_TESTS = re.compile(r"^(tests?|testing|dev|develop|development|unit[-_]?tests?)$", re.I)
FILES = re.compile(r"(^|/)requirements/(tests?|dev|testing|unit)[\w-]*\.(txt|in)$|^(tests?|dev)[-_]requirements\.txt$|^requirements[-_](tests?|dev|testing)\.txt$|^tests?/requirements\.txt$|^requirements\.txt$")


def install(*arguments):
    return subprocess.run([uv, "pip", "install", "-q", "--python", str(venv / "bin/python"), *arguments], cwd=project, capture_output=True, text=True)


def of_poetry(name, value):
    """A line of poetry's as a requirement; its ranges are not needed here."""
    extras = value.get("extras", []) if isinstance(value, dict) else []
    if isinstance(value, dict) and ("path" in value or "git" in value or value.get("optional")):
        return None
    return name + (f"[{','.join(extras)}]" if extras else "")


def groups_of(toml):
    poetry = toml.get("tool", {}).get("poetry", {})
    tables = {key: one.get("dependencies", {}) for key, one in poetry.get("group", {}).items()} | {"dev": poetry.get("dev-dependencies", {})}
    for key, table in tables.items():
        if FOR_TESTS.match(key):
            yield from filter(None, (of_poetry(name, value) for name, value in table.items() if name != "python"))
    for key, lines in toml.get("tool", {}).get("pdm", {}).get("dev-dependencies", {}).items():
        if FOR_TESTS.match(key):
            yield from (line for line in lines if not line.startswith("-"))


def of_tox(path):
    """The lines of `[testenv] deps` that hold for every factor."""
    ini = configparser.RawConfigParser(strict=False)
    try:
        ini.read(path)
        lines = ini.get("testenv", "deps", fallback="").splitlines()
    except configparser.Error:
        lines = []
    for line in map(str.strip, lines):
        if line and not re.match(r"^[\w{},.!-]+:\s|^[-{.#]|.*[{}]", line):
            yield line


subprocess.run([uv, "venv", "-q", "--clear", "--python", os.environ.get("PYTHON", "python3.11"), str(venv)], check=True)
toml = tomllib.loads((project / "pyproject.toml").read_text()) if (project / "pyproject.toml").exists() else {}
log = []
own = install("-e", ".")
log.append(own.stderr[-300:])
site = next(venv.glob("lib/python3*/site-packages"))
mine = [one for one in map(PathDistribution, site.glob("*.dist-info")) if str(project) in (one.read_text("direct_url.json") or "")]
extras = [name for one in mine for name in one.metadata.get_all("Provides-Extra") or [] if FOR_TESTS.match(name)]
plain = [*groups_of(toml), *of_tox(project / "tox.ini")]
groups = [name for name in toml.get("dependency-groups", {}) if FOR_TESTS.match(name)]
tracked = subprocess.run(["git", "ls-files"], cwd=project, capture_output=True, text=True, check=True).stdout.splitlines()
files = [path for path in tracked if FILES.search(path)]
if extras:
    log.append(install("-e", f".[{','.join(extras)}]").stderr[-300:])
for name in groups:
    log.append(install("--group", name).stderr[-300:])
for path in files:
    log.append(install("-r", path).stderr[-300:])
for line in plain:
    log.append(install(line).stderr[-200:])
added = [] if (venv / "bin/pytest").exists() else ["pytest"]
if added:
    log.append(install(*added).stderr[-200:])
(venv / "roots.json").write_text(json.dumps({"extras": extras, "groups": groups, "files": files, "plain": plain, "added": added}))
print(project.name, len(list(site.glob("*.dist-info"))), "distributions;", extras, groups, files, plain, added, " | ".join(filter(None, (one.strip() for one in log)))[:600])
