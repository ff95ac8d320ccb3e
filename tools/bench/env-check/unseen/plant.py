"""`plant.py PROJECT VENV OUT.json`: faults for one project, each with the proof that it is one, for score.py. Nothing here knows what caio finds.

VENV is prepare.py's. Dropped dependencies are proved by pytest itself: in a copy of the environment without what nothing else brings, it no longer
comes to its tests, or no longer comes to those that it came to. Commands of CI and tox are proved in an environment that holds what the changed
steps would leave; ranges of interpreters by pip's refusal and `packaging`; renamed folders by pytest's own error.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from project import MANIFEST, UNDECLARED, closure, copy_without, dists, edits_of, ours, own, project, pytest, requires, roots, roots_of, site, spelled, texts, tracked, venv

out = Path(sys.argv[3])
faults = []


def add(kind, name, proof, rules, about, **more):
    faults.append({"kind": kind, "name": name, "proof": proof, "rules": rules, "about": about, **more})


def modules_of(name):
    return {str(file).split("/")[0].removesuffix(".py") for file in dists[name].files or []} | ({name} if name == "pytest" else set())


# 1. Dropped, and under a condition that never holds.
code, marks = pytest(venv)
whole = closure(roots) if own is None else closure([*roots, Requirement(own)])
struck, confirmed = [], []
names = sorted(ours - {own} - set(roots_of["added"]))
random.shuffle(names)
# Where pytest takes longer than it is given nothing can be proved by it.
begun = time.monotonic()
for name in names[:10] if code is not None else []:
    if len(confirmed) >= 3 or time.monotonic() - begun > 90:
        break
    if name not in dists:
        struck.append([name, "not installed here"])
        continue
    gone = (whole - closure([*roots, *([Requirement(own)] if own else [])], name)) & set(dists)
    if name not in gone:
        struck.append([name, "another one brings it"])
        continue
    new_code, new_marks = pytest(copy_without(gone)) if name != "pytest" else (1, {"No module named pytest"})
    # A proof that speaks of another module is none of this one.
    fresh = sorted(one for one in new_marks - marks if not (missing := re.search(r"No module named '([\w]+)", one)) or missing[1] in modules_of(name))
    if new_code is None or not fresh or not any(re.search(r"No module|Error|not found|unrecognized|required|async def", one) for one in fresh):
        struck.append([name, "pytest comes to its tests without it"])
    elif not edits_of(name):
        struck.append([name, "is written nowhere"])
    else:
        confirmed.append(name)
        proof = fresh[0][:160]
        add("dropped", f"{name} is dropped", proof, UNDECLARED, name, edits=edits_of(name))
        if len(confirmed) == 1 and not any(re.search(r"poetry", path) for path in texts if path.endswith("poetry.lock")):
            marked = edits_of(name, "sys_platform == 'win32'" if len(project.name) % 2 else "python_version < '3'")
            if marked:
                add("marker", f"{name} never holds", proof, UNDECLARED, name, edits=marked)
        if len(confirmed) == 1:
            add("not installed", f"doctor: {name} is not installed", proof, ["not-installed", "missing-command"], name, doctor={"remove": sorted(gone)})
        # What a comment says bounds nothing.
        lower = [text for path, text in texts.items() if MANIFEST.search(path) and re.search(rf"(?i)(?<![\w-]){spelled(name)}(?:\[[^\]]*\])?[\"']?\s*(?:=\s*[\"'{{][^\n]*?)?(?:>=|==|~=|>|\^)\s*[1-9]", re.sub(r"(?m)#.*$", "", text))]
        if lower and not any(one["kind"] == "wrong version" for one in faults):
            add("wrong version", f"doctor: {name} 0.0.1 is installed", "a lower bound in a manifest", ["wrong-version"], name, doctor={"version": name})
shutil.rmtree(venv.parent / (venv.name + "-copy"), ignore_errors=True)

# 2. The interpreter: the doctor's, and CI's lowest one.
bounds = [(path, match) for path, text in texts.items() if "/" not in path for match in [re.search(r"""(?m)^\s*(?:requires-python|python_requires|python)\s*=\s*["']?\s*((?:>=|\^|~=)\s*3\.\d+(?:\.\d+)*)""", text)] if match]
if bounds:
    path, match = bounds[0]
    text = texts[path]
    raised = lambda minor: [[path, text[: match.start(1)] + f">=3.{minor}" + text[match.end(1) :]]]
    running = int(re.search(r"python3\.(\d+)", str(site))[1])
    copy = venv.parent / (venv.name + "-python")
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    (copy / "pyproject.toml").write_text(f'[build-system]\nrequires = []\n[project]\nname = "x"\nversion = "0"\nrequires-python = ">=3.{running + 1}"\n')
    refusal = subprocess.run([os.environ.get("UV", "uv"), "pip", "install", "--dry-run", "--no-deps", "--python", str(venv / "bin/python"), str(copy)], capture_output=True, text=True)
    shutil.rmtree(copy)
    # What the project takes already is no change.
    if refusal.returncode and raised(running + 1)[0][1] != text:
        add("wrong interpreter", f"doctor: the project takes Python from 3.{running + 1}", refusal.stderr.strip().splitlines()[-1][:160], ["wrong-interpreter"], "3.", doctor={"edits": raised(running + 1)})
    matrices = sorted({int(minor) for name, body in texts.items() if name.startswith(".github/workflows/") and re.search(r"pytest|tox|nox|make|unittest", body) and not re.search(r"hatch run|uv sync -p|uses: \./", body) for minor in re.findall(r"""["'\s\[]3\.(\d+)["'\s,\]]""", body) if int(minor) >= 7})
    lowest = next((minor for minor in matrices if f"3.{minor}" in SpecifierSet(match.group(1).replace("^", ">=").replace(" ", ""))), None)
    higher = [minor for minor in range((lowest or 0) + 2, 15)] if lowest else []
    if higher and f"3.{lowest}" not in SpecifierSet(f">=3.{higher[0]}"):
        add("CI's interpreter", f"the project takes Python from 3.{higher[0]}, CI has 3.{lowest}", f"3.{lowest} is not in >=3.{higher[0]}", ["ci-interpreter-mismatch", "interpreter-disagreement"], "3.", edits=raised(higher[0]))

# 3. CI: the step that installs is gone.
RUNS = re.compile(r"^(?:uv run --no-sync |python -m |xvfb-run |poetry run |pdm run |hatch run |hatch test)?(?:pytest|tox|nox|coverage|pre-commit run|hatch)\b", re.M)
INSTALLS = re.compile(r"\b(?:pip|uv pip|pipx|uv tool) install\b|\b(?:poetry|pdm|uv) (?:install|sync)\b")
import yaml  # noqa: E402

for path, text in sorted(texts.items()):
    if not path.startswith(".github/workflows/") or sum(one["kind"] == "CI" for one in faults) >= 2:
        continue
    try:
        jobs = yaml.safe_load(text)["jobs"]
    except (yaml.YAMLError, KeyError, TypeError):
        continue
    for job, body in jobs.items():
        steps = [one for one in body.get("steps") or [] if isinstance(one, dict)]
        tests = next((at for at, one in enumerate(steps) if RUNS.search(str(one.get("run", "")))), None)
        before = [at for at, one in enumerate(steps) if tests is not None and at < tests and INSTALLS.search(str(one.get("run", ""))) and "if" not in one]
        if not before or sum(one["kind"] == "CI" for one in faults) >= 2:
            continue
        command = RUNS.search(steps[tests]["run"])[0].split()
        # What a shell of a runner has beside: pipx alone; uv, poetry and hatch where an action or another step brings them.
        program = next(one for one in command if one not in ("uv", "run", "--no-sync", "python", "-m", "xvfb-run", "poetry", "pdm"))
        left = " ".join(str(one.get("run", "")) + str(one.get("uses", "")) for at, one in enumerate(steps) if at not in before and at < tests)
        # What an action that is not GitHub's, make or a script does may install as well.
        if any(not re.match(r"(?:actions|github|docker|codecov|step-security|astral-sh)/", str(one["uses"])) for at, one in enumerate(steps) if "uses" in one and at < tests):
            continue
        if re.search(r"(?m)(?:^|\s)(?:make|invoke|just|bash|sh|\./\S+) ", left):
            continue
        if INSTALLS.search(left) or re.search(r"uv run(?! --no-sync)|uvx|pipx run", steps[tests]["run"]) or re.search(r"conda|pixi|\./\.github|tox-dev|pypa/hatch", left):
            continue
        # Only in the job's own lines: another one may have the same.
        begin = re.search(rf"(?m)^ +[\"']?{re.escape(str(job))}[\"']?:", text)
        new, job_text = text, text[begin.start() :] if begin else text
        for at in before:
            run = str(steps[at]["run"])
            for line in run.strip("\n").splitlines():
                if INSTALLS.search(line):
                    job_text = job_text.replace(line.strip(), "true", 1)
        if begin:
            new = text[: begin.start()] + job_text
        bare = subprocess.run([os.environ.get("PYTHON", "python3.11"), "-I", "-S", "-c", f"import {program.replace('-', '_')}"], capture_output=True, text=True)
        if new != text and bare.returncode:
            add("CI", f"the job {job} of {path} installs nothing before `{' '.join(command)}`", bare.stderr.strip().splitlines()[-1], ["ci-does-not-install"], program, edits=[[path, new]])

# 4. tox without what brings its runner.
ini = texts.get("tox.ini", "")
section = re.search(r"(?ms)^\[testenv\]\n(.*?)(?=^\[|\Z)", ini)
if section and re.search(r"(?m)^\s*(?:commands\s*=\s*)?.*\b(?:pytest|coverage)\b", section[1]):
    lessened = re.sub(r"(?m)^(deps|extras|dependency_groups)\s*=.*\n(?:[ \t]+.*\n|\s*#.*\n)*", "", section[1])
    allowed = re.search(r"(?m)^(?:allowlist|whitelist)_externals\s*=((?:.*\n)(?:[ \t]+.*\n)*)", section[1])
    runner = re.search(r"\b(pytest|coverage)\b", re.search(r"(?ms)^commands\s*=(.*?)(?=^\w|\Z)", section[1] + "\n")[1] if re.search(r"(?m)^commands\s*=", section[1]) else "")
    plain = closure([one for one in (requires(dists[own], []) if own else [])])
    # tox-uv's runner of the lockfile takes the groups that uv takes by default.
    if "lock-runner" not in section[1] and lessened != section[1] and runner and not (allowed and runner[1] in allowed[1]) and runner[1] not in plain:
        add("tox", f"tox installs neither deps nor extras before {runner[1]}", f"{runner[1]} is not among what the project alone brings", UNDECLARED, runner[1], edits=[["tox.ini", ini.replace(section[1], lessened)]])

# 5. The tests' folder is renamed, and what runs it keeps the name.
for folder in sorted({path.split("/")[0] for path in tracked if re.search(r"(^|/)test_[^/]*\.py$|_test\.py$", path) and "/" in path}):
    named = [path for path, text in texts.items() if re.search(rf"(?m)^[^#\n]*\b(?:pytest|unittest)\b[^\n#]*(?<!--cov)(?<!cov-config)[ \"']{re.escape(folder)}(?:[/ \"'\n]|$)", text) and re.search(r"^\.github/workflows/|(^|/)(tox\.ini|tox\.toml|noxfile\.py|Makefile|\.pre-commit-config\.yaml)$|pyproject\.toml$", path)]
    if not named or folder == "src":
        continue
    moved = (project / folder).rename(project / f"{folder}-moved")
    gone, _ = pytest(venv, folder)
    moved.rename(project / folder)
    if gone == 4:
        add("renamed", f"{folder} is {folder}-moved; {', '.join(named[:2])} run it", "pytest ends with 4: file or directory not found", ["missing-command"], folder, rename=[folder, f"{folder}-moved"])
        break

out.write_text(json.dumps({"project": project.name, "base": code, "struck": struck, "faults": faults}, indent=1))
print(project.name, f"pytest {code}", len(faults), "faults:", ", ".join(one["kind"] for one in faults), "; struck:", struck)
