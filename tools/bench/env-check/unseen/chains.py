"""`chains.py PROJECT VENV OUT.json`: faults behind what runs the tests, added to plant.py's in OUT.json, each with its proof. Nothing here knows what caio finds.

Behind a hook's make, shell script, `uv run` or own environment; in a conftest; a program that tox or CI runs; a requirement moved into an extra that
nobody installs; two ranges that no version satisfies; files that name another interpreter; a module that Python no longer has; a set-up document
that does not know of a hook; metadata of an installed distribution that are gone. What is planted, and into which of the places that there are, is drawn by the project's name.
"""

import json
import random
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name as canon
from project import MANIFEST, UNDECLARED, closure, copy_without, dists, edits_of, own, project, pytest, requires, roots, site, spelled, texts, tracked, venv

out = Path(sys.argv[3])
HOW_MANY = 5
plan = json.loads(out.read_text())
random.seed(f"{project.name} chains")
manifests = "\n".join(text for path, text in texts.items() if MANIFEST.search(path) or path.startswith(".github/")).lower()
configuration = next((path for path in (".pre-commit-config.yaml",) if (project / path).exists()), None)
python = str(venv / "bin/python")
# Well-known modules of a distribution of another name, and programs of the same name; what the project knows is left out.
MODULES = {"yaml": "pyyaml", "dateutil": "python-dateutil", "bs4": "beautifulsoup4", "PIL": "pillow", "jwt": "pyjwt", "docx": "python-docx", "dotenv": "python-dotenv", "git": "gitpython", "serial": "pyserial", "simplejson": "simplejson", "psutil": "psutil", "requests": "requests", "lxml": "lxml", "httpx": "httpx", "tqdm": "tqdm"}
PROGRAMS = ["black", "isort", "flake8", "mypy", "pylint", "codespell", "bandit", "interrogate", "vulture", "pydocstyle", "pyupgrade"]
modules = [one for one, dist in MODULES.items() if canon(dist) not in dists and dist not in manifests and one.lower() not in manifests]
programs = [one for one in PROGRAMS if canon(one) not in dists and one not in manifests]
random.shuffle(modules)
random.shuffle(programs)


def fault(kind, name, proof, rules, about, **more):
    return {"kind": kind, "name": name, "proof": proof, "rules": rules, "about": about, **more}


def said(*words, where=project):
    return (subprocess.run(words, cwd=where, capture_output=True, text=True).stderr.strip().splitlines() or [""])[-1][:160]


def hooked(entry, language="system", more=""):
    """The configuration of pre-commit with one more local hook, in its own style."""
    old = (project / configuration).read_text() if configuration else "repos:\n"
    at = re.search(r"(?m)^(\s*)- repo:", old)
    indent = at[1].strip("\n") if at else ""
    block = ["- repo: local", "  hooks:", "    - id: seeded", "      name: seeded", f"      entry: {entry}", f"      language: {language}", "      pass_filenames: false", *([f"      {more}"] if more else [])]
    new = old[: at.start()] + at[1].removesuffix(indent) + "".join(f"{indent}{line}\n" for line in block) + old[at.start() :].lstrip("\n") if at else old + "".join(f"{line}\n" for line in block)
    assert any(hook["id"] == "seeded" for repo in yaml.safe_load(new)["repos"] for hook in repo["hooks"])
    return [[configuration or ".pre-commit-config.yaml", new]]


def runner():
    return "poetry run " if (project / "poetry.lock").exists() or "[tool.poetry" in texts.get("pyproject.toml", "") else "pdm run " if "[tool.pdm" in texts.get("pyproject.toml", "") else "uv run " if "uv" in manifests else ""


def proof_of(module):
    return said(python, "-c", f"import {module}")


def in_conftest():
    places = [path for path in tracked if path.endswith("conftest.py")] or [f"{path.rsplit('/', 1)[0]}/conftest.py" for path in tracked if re.search(r"(^|/)tests?/test_[^/]*\.py$", path)][:1]
    if not places or not modules:
        return None
    place, module = min(places, key=len), modules.pop()
    old = texts.get(place, "")
    lines = old.splitlines(keepends=True)
    at = next((number for number, line in enumerate(lines) if re.match(r"(?:import|from) (?!__future__)", line)), len(lines))
    text = "".join(lines[:at]) + f"import {module}\n" + "".join(lines[at:])
    path = project / place
    path.write_text(text)
    _, marks = pytest(venv)
    if old:
        path.write_text(old)
    else:
        path.unlink()
    proof = next((one for one in marks if re.search(rf"No module named '{module}'", one)), None)
    return proof and fault("conftest", f"{place} imports {module}", proof, UNDECLARED, MODULES[module], edits=[[place, text]])


def behind_make():
    if not modules:
        return None
    module = modules.pop()
    path = next((one for one in ("Makefile", "makefile", "GNUmakefile") if one in tracked), "Makefile")
    old = (project / path).read_text() if (project / path).exists() else ""
    files = [[path, f"{old.rstrip()}\n\nseeded-check:\n\t{runner()}python scripts/seeded_check.py\n"], ["scripts/seeded_check.py", f"import sys\n\nimport {module}\n\nprint({module}, sys.argv)\n"]]
    return fault("make", f"a hook's make runs a script that imports {module}", proof_of(module), UNDECLARED, MODULES[module], edits=[*hooked("make seeded-check"), *files])


def behind_shell():
    if not modules:
        return None
    module = modules.pop()
    files = [["scripts/seeded.sh", f'#!/usr/bin/env bash\nset -euo pipefail\ncd "$(dirname "$0")/.."\n{runner()}python -m scripts.seeded_check --strict\n'], ["scripts/seeded_check.py", f"import argparse\n\nfrom scripts import seeded_data\n\nprint(argparse, seeded_data)\n"], ["scripts/seeded_data.py", f"import {module}\n\nDATA = {module}\n"], ["scripts/__init__.py", ""]]
    return fault("script", f"a hook's script runs a module that imports one that imports {module}", proof_of(module), UNDECLARED, MODULES[module], edits=[*hooked("bash scripts/seeded.sh"), *files])


def own_environment():
    """A hook with an environment of its own, which lacks what the project itself declares."""
    plain = [one for one in map(lambda one: canon(one.name), requires(dists[own], []) if own else []) if one in dists]
    tops = [(name, top) for name in plain for top in (dists[name].read_text("top_level.txt") or "").split() if not top.startswith("_")]
    if not tops or not modules:
        return None
    (name, top), module = random.choice(tops), modules.pop()
    files = [["scripts/seeded_check.py", f"import {module}\nimport {top}\n\nprint({module}, {top})\n"]]
    return fault("additional dependencies", f"additional_dependencies of a hook lack {name}", f"ModuleNotFoundError: No module named '{top}' in an environment with {MODULES[module]} alone", UNDECLARED, name, edits=[*hooked("python scripts/seeded_check.py", "python", f"additional_dependencies: [{MODULES[module]}]"), *files])


def program():
    if not programs:
        return None
    name = programs.pop()
    return fault("program", f"a hook runs {runner()}{name}", f"{name} is in no manifest, and no distribution of the environment has it", ["undeclared-command"], name, edits=hooked(f"{runner()}{name} ."))


def program_of_tox():
    text = texts.get("tox.ini", "")
    at = re.search(r"(?ms)^\[testenv\]\n.*?^commands\s*=[ \t]*(?:\n|[^\n]+\n)((?:[ \t]+[^\n]*\n)*)", text)
    if not at or not programs or not at[1].strip():
        return None
    name = programs.pop()
    indent = re.match(r"[ \t]+", at[1])[0]
    return fault("tox's program", f"tox runs {name}", f"{name} is in no deps, and no distribution of the environment has it", UNDECLARED, name, edits=[["tox.ini", text[: at.end(1)] + f"{indent}{name} .\n" + text[at.end(1) :]]])


def program_of_ci():
    if not programs:
        return None
    for path, text in sorted(texts.items()):
        if not path.startswith(".github/workflows/"):
            continue
        # A step of one line that runs tests where another step of the job installs with pip, uv or poetry.
        step = re.search(r"(?m)^([ \t]*)(- )?run: *((?:uv run |poetry run |pdm run |python -m )?(?:pytest|coverage run|tox|nox)\b[^\n]*)\n", text)
        if step and re.search(r"(?:pip install|uv sync|poetry install|pdm install)", text) and "container:" not in text:
            name = programs.pop()
            before = next(one for one in ("uv run ", "poetry run ", "pdm run ", "") if step[3].startswith(one))
            keys = step[1] + ("  " if step[2] else "")
            new = text[: step.start(3)] + f"|\n{keys}  {step[3]}\n{keys}  {before}{name} ." + text[step.end(3) :]
            yaml.safe_load(new)
            return fault("CI's program", f"{path} runs {before}{name}", f"{name} is in no manifest and no step installs it", ["ci-does-not-install", "undeclared-command"], name, edits=[[path, new]])
    return None


def moved():
    if not own or "[project]" not in texts.get("pyproject.toml", "") or re.search(r"all[-_]extras|all[-_]groups|\[all\]", "\n".join(texts.values())):
        return None
    text = texts["pyproject.toml"]
    table = tomllib.loads(text)
    plain = [Requirement(one) for one in table["project"].get("dependencies", [])]
    random.shuffle(plain)
    for one in plain:
        name = canon(one.name)
        edited = [edit for edit in edits_of(name) if edit[0] == "pyproject.toml"]
        rest = [root for root in roots if canon(root.name) != name]
        gone = closure([*roots, Requirement(own)]) - closure([*rest, Requirement(own)], name)
        if name not in gone or name not in dists or not edited or one.marker is not None:
            continue
        _, before = pytest(venv)
        _, after = pytest(copy_without(gone & set(dists)))
        proof = next((mark for mark in sorted(after - before) if re.search(r"No module|ImportError", mark)), None)
        if proof is None:
            continue
        new = edited[0][1]
        extras = re.search(r"(?m)^\[project\.optional-dependencies\]\n", new)
        line = f'seeded-extra = ["{one.name}{one.specifier}"]\n'
        new = new[: extras.end()] + line + new[extras.end() :] if extras else new.rstrip() + "\n\n[project.optional-dependencies]\n" + line
        try:
            if name in map(lambda text: canon(Requirement(text).name), tomllib.loads(new)["project"].get("dependencies", [])):
                continue
        except (tomllib.TOMLDecodeError, InvalidRequirement):
            continue
        return fault("moved", f"{name} is moved into an extra that nobody installs", proof, UNDECLARED, name, edits=[*[edit for edit in edits_of(name) if edit[0] != "pyproject.toml"], ["pyproject.toml", new]])
    return None


def conflict():
    """A second range for what the project itself needs, in a list that is installed with it."""
    lower = [(canon(one.name), bound) for one in (requires(dists[own], []) if own else []) for bound in one.specifier if bound.operator in (">=", "~=") and bound.version[0] != "0"]
    random.shuffle(lower)
    for name, bound in lower:
        text = f"{name}<{bound.version}"
        for path in sorted(texts):
            if re.search(r"(^|/)(requirements/(tests?|dev)|requirements[-_](tests?|dev)|(tests?|dev)[-_]requirements)\.(txt|in)$", path):
                return fault("conflict", f"{path} asks for {text}", f"no version is in {bound},{text}", ["conflicting-declarations"], name, edits=[[path, f"{texts[path].rstrip()}\n{text}\n"]])
        toml = texts.get("pyproject.toml", "")
        at = re.search(r"(?m)^(?:tests?|testing|dev) = \[", toml)
        if at:
            new = f'{toml[: at.end()]}"{text}", {toml[at.end() :]}'
            tomllib.loads(new)
            return fault("conflict", f"pyproject.toml asks for {text} in {at[0].split()[0]}", f"no version is in {bound},{text}", ["conflicting-declarations"], name, edits=[["pyproject.toml", new]])
    return None


def other_interpreter():
    bound = re.search(r"""(?m)^\s*(?:requires-python|python_requires|python)\s*=\s*["']?\s*((?:>=|\^|~=)\s*3\.(\d+))""", texts.get("pyproject.toml", "") + "\n" + texts.get("setup.cfg", "") + "\n" + texts.get("setup.py", ""))
    if not bound or int(bound[2]) < 8:
        return None
    version = f"3.{int(bound[2]) - 1}"
    path = next((one for one in (".python-version", ".tool-versions") if one in tracked), random.choice([".python-version", ".tool-versions", "mise.toml"]))
    # What git leaves out is nobody's.
    if subprocess.run(["git", "check-ignore", "-q", path], cwd=project).returncode == 0:
        return None
    text = {".python-version": f"{version}\n", ".tool-versions": f"python {version}.4\n", "mise.toml": f'[tools]\npython = "{version}"\n'}[path]
    assert version not in SpecifierSet(bound[1].replace("^", ">=").replace(" ", ""))
    return fault("interpreter file", f"{path} names Python {version}", f"{version} is not in {bound[1]}", ["interpreter-disagreement"], version, edits=[[path, text]])


def removed_module():
    if not re.search(r"3\.1[34]", "\n".join(text for path, text in texts.items() if path.startswith(".github/") or path in ("tox.ini", "noxfile.py", "pyproject.toml"))):
        return None
    module = random.choice(["cgi", "asyncore", "imp", "telnetlib", "pipes", "crypt", "smtpd", "xdrlib"])
    proof = said("python3.13", "-c", f"import {module}")
    places = [path for path in tracked if re.search(r"(^|/)tests?/(.*/)?(test_\w+)\.py$", path)]
    if not places or "No module named" not in proof:
        return None
    place = random.choice(sorted(places))
    text = re.sub(r"(?m)^(?=(?:import|from) (?!__future__))", f"import {module}\n", texts[place], count=1)
    return text != texts[place] and fault("removed module", f"{place} imports {module}", proof, ["removed-stdlib-module"], module, edits=[[place, text]])


def invalid():
    for path in sorted(texts, key=lambda one: (one == "pyproject.toml", one)):
        if not re.search(r"(^|/)[^/]*requirements[^/]*\.txt$|^requirements/[^/]+\.(txt|in)$|^pyproject\.toml$", path):
            continue
        at = list(re.finditer(r"(?m)^\s*[\"']?[A-Za-z][\w.-]+(\[[\w,-]+\])?(>=)[\d.]+[\"']?,?\s*$", texts[path]))
        if not at:
            continue
        one = random.choice(at)
        new = texts[path][: one.start(2)] + ">>" + texts[path][one.end(2) :]
        try:
            Requirement(one[0].strip().strip(",").strip("\"'").replace(">=", ">>", 1))
        except InvalidRequirement as fault_:
            return fault("invalid", f"{path} has >> for >= in {one[0].strip()}", str(fault_).splitlines()[0], ["invalid-requirement"], ">>", edits=[[path, new]])
    return None


def stale_document():
    if not programs and not modules:
        return None
    return fault("set-up document", "the document does not know of a hook", "the hook is newer than the document", ["stale-setup-document"], "", document=True, edits=hooked(f"{runner()}pytest --maxfail=1"))


def broken():
    names = [canon(one.name) for one in roots if canon(one.name) in dists and canon(one.name) not in (own, "pytest")]
    if not names:
        return None
    name = random.choice(sorted(names))
    return fault("broken metadata", f"doctor: {name} has no METADATA", f"importlib.metadata gives no version of {name}", ["broken-metadata"], name, doctor={"break": name})


# Whose list of dependencies is made by code of its own has what nobody can read.
is_computed = re.search(r"(?m)^\[tool\.(?:hatch\.metadata\.hooks\.custom|pdm\.build)\b", texts.get("pyproject.toml", "")) and "dependencies" in re.sub(r"(?s).*?^dynamic = \[(.*?)\].*", r"\1", texts["pyproject.toml"], flags=re.M)
KINDS = [in_conftest, behind_make, behind_shell, own_environment, program, program_of_tox, program_of_ci, moved, conflict, other_interpreter, removed_module, invalid, stale_document, broken]
random.shuffle(KINDS)
made = []
for kind in KINDS:
    if len(made) < HOW_MANY and not (is_computed and kind in (in_conftest, behind_make, behind_shell, program)):
        one = kind()
        if one:
            made.append(one)
plan["faults"] = [one for one in plan["faults"] if "chain" not in one] + [{**one, "chain": True} for one in made]
out.write_text(json.dumps(plan, indent=1))
print(project.name, len(made), "chains:", ", ".join(one["kind"] for one in made))
