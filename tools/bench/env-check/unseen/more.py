"""`more.py PROJECT VENV OUT.json`: more of the kinds that few projects have by themselves, added to plant.py's in OUT.json, each with its proof. Nothing here knows what caio finds.

A hook that runs the tests keeps the folder's old name; a declared distribution is installed in a version that its declaration does not take; a second
requirement that pytest cannot do without gets a marker that never holds.
"""

import json
import random
import re
import sys
from pathlib import Path

from packaging.utils import canonicalize_name as canon
from project import MANIFEST, UNDECLARED, dists, edits_of, own, project, pytest, requires, roots, spelled, texts, tracked, venv

out = Path(sys.argv[3])
plan = json.loads(out.read_text())
random.seed(f"{project.name} more")
kinds = [one["kind"] for one in plan["faults"] if "more" not in one]
made = []


def add(kind, name, proof, rules, about, **more):
    made.append({"kind": kind, "name": name, "proof": proof, "rules": rules, "about": about, "more": True, **more})


# A hook runs the tests of a folder, which is renamed.
folders = sorted({path.split("/")[0] for path in tracked if re.search(r"^[^/]+/(?:.*/)?(test_[^/]*|[^/]*_test)\.py$", path)} & {"tests", "test", "testing", "t"})
if "renamed" not in kinds and folders and not (project / ".pre-commit-config.yaml").exists():
    hook = "repos:\n- repo: local\n  hooks:\n  - id: seeded\n    name: seeded\n    entry: python -m pytest {}\n    language: system\n    pass_filenames: false\n"
    edits = [[".pre-commit-config.yaml", hook.format(folders[0])]]
elif "renamed" not in kinds and folders:
    edits = [[".husky/pre-push", f"python -m pytest -q {folders[0]}\n"]]
else:
    edits = []
if edits:
    moved = (project / folders[0]).rename(project / f"{folders[0]}-moved")
    gone, _ = pytest(venv, folders[0])
    moved.rename(project / folders[0])
    if gone == 4:
        add("renamed", f"{folders[0]} is {folders[0]}-moved; a hook runs it", "pytest ends with 4: file or directory not found", ["missing-command"], folders[0], edits=edits, rename=[folders[0], f"{folders[0]}-moved"])

# A version that the declaration does not take.
bounded = []
# Only what the tests cannot do without, or what the project itself asks for.
needed = {one["about"] for one in plan["faults"] if one["kind"] == "dropped"} | {canon(one.name) for one in (requires(dists[own], []) if own else [])}
for one in roots:
    name = canon(one.name)
    lower = [bound for bound in one.specifier if bound.operator in (">=", "==", "~=") and re.match(r"[1-9]", bound.version)]
    if name in needed and name in dists and lower and not one.specifier.contains("0.0.1"):
        bounded.append(name)
if "wrong version" not in kinds and bounded:
    name = random.choice(sorted(set(bounded)))
    add("wrong version", f"doctor: {name} 0.0.1 is installed", "a lower bound in a manifest", ["wrong-version"], name, doctor={"version": name})

# A second requirement under a marker that never holds; its proof is that of the dropped one.
dropped = [one for one in plan["faults"] if one["kind"] == "dropped"]
for one in dropped[1:2] or ([] if "marker" in kinds else dropped[:1]):
    marked = edits_of(one["about"], "python_version < '3.5'" if len(one["about"]) % 2 else "sys_platform == 'win32'")
    if marked and not any(path.endswith("poetry.lock") for path in tracked) and not any(re.search(rf"(?im)^{spelled(one['about'])} *=", text) for path, text in texts.items() if MANIFEST.search(path)):
        add("marker", f"{one['about']} never holds", one["proof"], UNDECLARED, one["about"], edits=marked)

plan["faults"] = [one for one in plan["faults"] if "more" not in one] + made
out.write_text(json.dumps(plan, indent=1))
print(project.name, len(made), "more:", ", ".join(one["kind"] for one in made))
