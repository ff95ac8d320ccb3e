"""`calls.py PROJECT OUT.json`: faults in what a project's own commands call, added to OUT.json, each with its proof. Nothing here knows what caio finds.

A script, a target of make, a package script, an environment of tox, a session of nox, a requirements file or a module that a workflow, a hook, a target
or a script of the project calls gets another name; a package of Node whose program a script runs is dropped; files name a version of Node that
`engines` does not take. Needs no environment, so it does for projects of Node, too. What is planted is drawn by the project's name.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

project, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
HOW_MANY = int(sys.argv[3]) if len(sys.argv) > 3 else 4
plan = json.loads(out.read_text()) if out.exists() else {"project": project.name, "faults": []}
random.seed(f"{project.name} calls")
tracked = subprocess.run(["git", "ls-files"], cwd=project, capture_output=True, text=True, check=True).stdout.splitlines()
CALLERS = re.compile(r"^\.github/workflows/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^(Makefile|tox\.ini|noxfile\.py|package\.json|\.pre-commit-config\.yaml|lefthook\.yml)$|^\.husky/[\w-]+$|^pyproject\.toml$")
callers = {path: (project / path).read_text(errors="replace") for path in tracked if CALLERS.search(path) and (project / path).is_file()}
MISSING, UNDECLARED = ["missing-command"], ["undeclared-command", "undeclared-import", "ci-does-not-install"]
package = json.loads((project / "package.json").read_text()) if "package.json" in tracked else {}
faults = []


def add(kind, name, proof, rules, about, **more):
    faults.append({"kind": kind, "name": name, "proof": proof, "rules": rules, "about": about, "call": True, **more})


def lines(pattern):
    """What stands in the callers' lines that are no comments and do not allow a failure, with the path of each."""
    for path, text in sorted(callers.items()):
        for line in text.splitlines():
            if not re.match(r"\s*(#|//)", line) and "||" not in line and not re.match(r"\t@?-", line):
                for match in re.finditer(pattern, line):
                    yield path, line, match


def tried(edits, *command):
    """What a command says in a copy with edits."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in edits:
            (Path(folder) / path).write_text(text)
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
        return run.returncode, (run.stdout + run.stderr).strip()


def scripts():
    for path, line, match in lines(r"(?:python3?|bash|sh|node|uv run|poetry run python)\s+(\.?/?[\w./-]+\.(?:py|sh|mjs|cjs|js))\b|(?<![\w./])(\./[\w./-]+\.(?:sh|py))\b"):
        called = (match[1] or match[2]).removeprefix("./")
        # Where a workflow or an environment goes elsewhere, the path is another one.
        if called in tracked and not re.search(r"\bcd\b|working-directory", line) and called != "setup.py" and Path(called).name not in ("manage.py",):
            moved = str(Path(called).with_name("gone_" + Path(called).name))
            yield "script", f"{called} is {moved}; {path} runs it", "no such file or directory", called, {"rename": [called, moved]}


def goals():
    text = callers.get("Makefile", "")
    # Where a command begins: a comment of a workflow's speaks of make, too.
    for path, _, match in lines(r"(?:\brun: *|^\s*- |&& *|^\s+|entry: *[\"']?)make\s+([a-z][\w-]*)(?![\w=-])"):
        goal = match[1]
        new = re.sub(rf"(?m)^{re.escape(goal)}(?=\s*:(?!=))", f"{goal}-gone", text)
        if path in ("Makefile", "pyproject.toml") or new == text or (project / goal).exists():
            continue
        code, said = tried([("Makefile", new)], "make", "-n", goal)
        if code and "No rule" in said:
            yield "make target", f"make {goal} is {goal}-gone; {path} calls it", said.splitlines()[-1], goal, {"edits": [["Makefile", new]]}


def package_scripts():
    text = callers.get("package.json", "")
    for path, line, match in lines(r"\b(?:npm|pnpm)\s+(?:run(?:-script)?\s+([\w:.-]+)|(test|t)\b)(?!\s*-w)"):
        name = match[1] or "test"
        if name not in package.get("scripts", {}) or re.search(r"--if-present|working-directory|\bcd\b| -w|--prefix|--filter| -r", line):
            continue
        new = re.sub(rf'"{re.escape(name)}"(?=\s*:)', f'"{name}-gone"', text, count=1)
        if name in json.loads(new).get("scripts", {}):
            continue
        _, said = tried([("package.json", new)], "npm", "run", name)
        if "Missing script" in said:
            yield "package script", f"the script {name} is {name}-gone; {path} runs it", next(one for one in said.splitlines() if "Missing script" in one), name, {"edits": [["package.json", new]]}


def environments():
    text = callers.get("tox.ini", "")
    for path, _, match in lines(r"\btox\s+(?:run\s+)?-e\s+([a-z][a-z_]+)(?![\w,{$-])"):
        new = text.replace(f"[testenv:{match[1]}]", f"[testenv:{match[1]}gone]")
        # In a list of its own it is defined all the same.
        if new != text and not re.search(rf"\b{match[1]}\b", re.sub(r"(?ms)^(?:commands|description|deps)\s*=.*?(?=^\S|\Z)", "", new)):
            yield "tox environment", f"tox's {match[1]} is {match[1]}gone; {path} runs it", "provided environments not found in configuration file", match[1], {"edits": [["tox.ini", new]]}
    text = callers.get("noxfile.py", "")
    for path, _, match in lines(r"\bnox\s+(?:-\w+\s+)*-s\s+([a-z][\w]+)(?![\w-])"):
        new = re.sub(rf"(?m)^def {match[1]}\(", f"def {match[1]}_gone(", text)
        if new != text and not re.search(rf"name=[\"']{match[1]}", text):
            yield "nox session", f"nox's {match[1]} is {match[1]}_gone; {path} runs it", "Sessions not found", match[1], {"edits": [["noxfile.py", new]]}


def files():
    for path, line, match in lines(r"pip3? install[^\n#]*?\s-r\s*([\w./-]+\.txt)\b"):
        if match[1].removeprefix("./") in tracked and not re.search(r"\bcd\b|working-directory", line):
            name = match[1].removeprefix("./")
            moved = str(Path(name).with_name("gone-" + Path(name).name))
            yield "requirements file", f"{name} is {moved}; {path} installs it", "Could not open requirements file", name, {"rename": [name, moved]}


BINS = {"tsc": "typescript", "lint-staged": "lint-staged", "commitlint": "@commitlint/cli", "biome": "@biomejs/biome", "markdownlint": "markdownlint-cli"}


def packages():
    text = callers.get("package.json", "")
    listed = {**package.get("devDependencies", {}), **package.get("dependencies", {})}
    for key, command in package.get("scripts", {}).items():
        for part in re.split(r"&&|;|\|\|?", command):
            word = (re.sub(r"^\s*(?:[A-Z_]+=\S+\s+|cross-env\s+)*", "", part).split() or [""])[0]
            name = BINS.get(word, word)
            if name not in listed:
                continue
            new = re.sub(rf'(?m)^\s*"{re.escape(name)}"\s*:\s*"[^"]*",?\n', "", text)
            new = re.sub(r",(\s*\})", r"\1", new)
            try:
                left = json.loads(new)
            except json.JSONDecodeError:
                continue
            if name not in {**left.get("devDependencies", {}), **left.get("dependencies", {})} and word in left["scripts"].get(key, ""):
                yield "package dropped", f"{name} is dropped; the script {key} runs {word}", f"sh: {word}: not found", word, {"edits": [["package.json", new]], "rules": UNDECLARED}


def engines():
    lowest = re.search(r"(\d+)", package.get("engines", {}).get("node", ""))
    if not lowest or int(lowest[1]) < 10:
        return
    older = int(lowest[1]) - 2
    path = next((one for one in (".nvmrc", ".node-version") if one in tracked), random.choice([".nvmrc", ".node-version", ".tool-versions"]))
    if subprocess.run(["git", "check-ignore", "-q", path], cwd=project).returncode:
        body = f"nodejs {older}.1.0\n" if path == ".tool-versions" else f"{older}\n"
        yield "engines", f"{path} names Node {older}", f"{older} is not in {package['engines']['node']}", str(older), {"edits": [[path, body]], "rules": ["interpreter-disagreement"]}
    for path, text in sorted(callers.items()):
        at = re.search(r"(?m)^(\s*(?:- )?node-version:\s*['\"]?)(\d+)([.\w]*['\"]?\s*)$", text)
        if path.startswith(".github/") and at:
            new = text[: at.start(2)] + str(older) + text[at.end(2) :]
            yield "CI's Node", f"{path} takes Node {older}", f"{older} is not in {package['engines']['node']}", str(older), {"edits": [[path, new]], "rules": ["ci-interpreter-mismatch", "interpreter-disagreement"]}
            return


found = []
for make in (scripts, goals, package_scripts, environments, files, packages, engines):
    own = {}
    for kind, name, proof, about, more in make():
        own.setdefault(about, (kind, name, proof, about, more))
    own = list(own.values())
    random.shuffle(own)
    # Of each kind two at most.
    found += own[:2]
random.shuffle(found)
for kind, name, proof, about, more in found[:HOW_MANY]:
    add(kind, name, proof, more.pop("rules", MISSING), about, **more)
plan["faults"] = [one for one in plan["faults"] if "call" not in one] + faults
out.write_text(json.dumps(plan, indent=1))
print(project.name, len(faults), "calls:", "; ".join(one["name"] for one in faults))
