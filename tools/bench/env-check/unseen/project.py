"""A project and the environment that prepare.py made for it, as plant.py and chains.py read them: what it asked for, what brings what, how pytest fares."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PathDistribution
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name as canon

project, venv = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
roots_of = json.loads((venv / "roots.json").read_text())
random.seed(project.name)
site = next(venv.glob("lib/python3*/site-packages"))
dists = {canon(one.metadata["Name"]): one for one in map(PathDistribution, site.glob("*.dist-info"))}
own = next((name for name, one in dists.items() if str(project) in (one.read_text("direct_url.json") or "")), None)
toml = tomllib.loads((project / "pyproject.toml").read_text()) if (project / "pyproject.toml").exists() else {}
tracked = subprocess.run(["git", "ls-files"], cwd=project, capture_output=True, text=True, check=True).stdout.splitlines()
texts = {path: (project / path).read_text(errors="replace") for path in tracked if (project / path).is_file() and re.search(r"\.(toml|cfg|ini|txt|in|ya?ml|py)$|(^|/)(Makefile|Pipfile)$", path)}
MANIFEST = re.compile(r"(^|/)(pyproject\.toml|setup\.cfg|setup\.py|tox\.ini|tox\.toml|noxfile\.py|Pipfile|hatch\.toml|environment[^/]*\.ya?ml|[^/]*requirements[^/]*\.(txt|in)|requirements/[^/]+\.(txt|in))$")


def requires(dist, extras):
    for line in dist.requires or []:
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ["", *extras]):
            yield one


def group(name):
    for one in {canon(key): value for key, value in toml.get("dependency-groups", {}).items()}.get(canon(name), []):
        yield from group(one["include-group"]) if isinstance(one, dict) else [Requirement(one)]


def lines(path):
    for line in (project / path).read_text().splitlines():
        line = re.sub(r"(^|\s)#.*", "", line).strip()
        if line.startswith("-r"):
            yield from lines(os.path.normpath(os.path.join(os.path.dirname(path), line[2:].strip())))
        elif line and not line.startswith("-"):
            try:
                yield Requirement(line)
            except InvalidRequirement:
                pass


roots = [one for name in roots_of["groups"] for one in group(name)] + [one for path in roots_of["files"] for one in lines(path)]
roots += [Requirement(one) for one in roots_of["plain"]] + list(requires(dists[own], roots_of["extras"]) if own else [])
roots = [one for one in roots if one.marker is None or "extra" in str(one.marker) or one.marker.evaluate({"extra": ""})]
ours = {canon(one.name) for one in roots}


def closure(start, without=""):
    seen, waiting = set(), [(canon(one.name), frozenset(one.extras)) for one in start if canon(one.name) != without]
    while waiting:
        key = waiting.pop()
        if key in seen or key[0] not in dists:
            continue
        seen.add(key)
        # The project's own metadata would bring what is dropped from it.
        waiting += [(canon(one.name), frozenset(one.extras)) for one in requires(dists[key[0]], key[1]) if key[0] != own or canon(one.name) != without]
    return {name for name, _ in seen}


def copy_without(names):
    copy = venv.parent / (venv.name + "-copy")
    shutil.rmtree(copy, ignore_errors=True)
    subprocess.run(["cp", "-al", str(venv), str(copy)], check=True)
    for name in names:
        for file in dists[name].files or []:
            # Programs beside the packages stay: nothing here starts them.
            if not str(file).startswith(".."):
                (copy / "lib" / site.parent.name / "site-packages" / file).unlink(missing_ok=True)
    subprocess.run(f"find {copy}/lib -type d -name __pycache__ -prune -exec rm -rf {{}} + ; find {copy}/lib -type d -empty -delete", shell=True, check=False)
    return copy


def pytest(where, *arguments):
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "VIRTUAL_ENV": str(where), "PATH": f"{where}/bin:{os.environ['PATH']}"}
    try:
        run = subprocess.run([str(where / "bin/python"), "-m", "pytest", "--setup-plan", "-q", "-p", "no:cacheprovider", *arguments], cwd=project, env=environment, capture_output=True, text=True, timeout=25)
    except subprocess.TimeoutExpired:
        return None, set()
    telling = r"ModuleNotFoundError|ImportError|fixture '.*' not found|unrecognized arguments|No module named|Error while loading|^ERROR |async def functions|ini.*required|PytestUnknownMark"
    return run.returncode, {re.sub(r"0x[0-9a-f]+|\d+\.\d+s|" + re.escape(str(where)), "", line.strip()) for line in (run.stdout + run.stderr).splitlines() if re.search(telling, line)}


def spelled(name):
    return re.sub(r"-", "[-_.]+", re.escape(canon(name)).replace(r"\-", "-"))


def edits_of(name, marker=None):
    """The name taken out of every manifest, or given a marker there."""
    one, made = spelled(name), []
    for path, text in texts.items():
        if not MANIFEST.search(path):
            continue

        def quoted(match):
            return "" if marker is None else f'"{match.group(2).split(";")[0].rstrip()}; {marker}"{match.group(3)}'

        if re.search(r"\.(toml|py)$|Pipfile$", path):
            # A value of its own, `test = "pytest"`, is no declaration, nor is a key, `"pytest": [...]`.
            new = re.sub(rf"""(?<!=)(?<!= )(["'])({one}(?:\s*\[[^\]"']*\])?(?:\s*(?:[<>=!~;@(](?:(?!\1)[^\n])*)?)?)\1(?!\s*:)(\s*,?)""", quoted, text, flags=re.I)
            if marker is None:
                new = re.sub(rf"(?im)^{one} *= *(?:\"[^\n]*|\{{[^\n]*|\[[^\n]*)\n", "", new)
        else:
            line = rf"(?im)^([ \t]*(?:- )?[ \t]*(?:[\w{{}},-]+:[ \t]+)?)({one}(?:\[[^\]]*\])?(?=[ <>=~!;\r\n]|$)[^\r\n#]*)([^\r\n]*)\r?\n"
            new = re.sub(line, lambda match: "" if marker is None else f"{match.group(1)}{match.group(2).split(';')[0].rstrip()}; {marker}\n", text)
        if new != text:
            if path.endswith(".toml"):
                tomllib.loads(new)
            made.append([path, new])
    return made


UNDECLARED = ["undeclared-import", "transitive-only", "declared-elsewhere", "ambiguous-import", "undeclared-command", "ci-does-not-install"]
