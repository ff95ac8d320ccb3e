"""`score.py FAULTS.json PROJECT VENV ...`: puts plant.py's faults one by one into a copy of the project, and asks caio. Prints what it says of the
project as it is, each fault as found or missed, and the sum. Without an environment, but for the doctor's faults."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(__file__).resolve().parents[4] / "packages/cli/dist/bin.cjs"
canon = lambda name: re.sub(r"[-_.]+", "-", name).lower()


def ask(root, *words, env=None):
    run = subprocess.run(["node", str(BIN), "env-check", *words, "--reporter", "json"], cwd=root, capture_output=True, text=True, env={**os.environ, "VIRTUAL_ENV": "", **(env or {})})
    try:
        return json.loads(run.stdout)["findings"]
    except (json.JSONDecodeError, KeyError):
        print("   caio failed:", run.stdout[:200], run.stderr[:300])
        return []


def short(finding):
    return finding["rule"].split("/")[1], finding["message"]


def names_in(finding):
    data = finding.get("data") or {}
    listed = [data.get(key) for key in ("distribution", "missing", "command", "import")]
    return {canon(one) for value in listed for one in (value if isinstance(value, list) else [value] if isinstance(value, str) else [])}


def copy_of(source, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(source, to, symlinks=True, ignore=shutil.ignore_patterns(".git", "node_modules", "__pycache__", ".pytest_cache"))
    # The project's own index, to be read: without one a .gitignore would take away files that git has.
    (to / ".git").write_text(f"gitdir: {source}/.git\n")


def sick(venv, fault):
    """A copy of the environment without distributions, or with one of another version."""
    copy = Path(tempfile.mkdtemp(prefix="caio-sick-")) / "venv"
    subprocess.run(["cp", "-a", str(venv), str(copy)], check=True)
    site = next(copy.glob("lib/python3*/site-packages"))
    infos = {canon(one.name.split("-")[0]): one for one in site.glob("*.dist-info")}
    for name in fault["doctor"].get("remove", []):
        info = infos.get(canon(name))
        for line in (info / "RECORD").read_text().splitlines() if info else ():
            (site / line.split(",")[0]).unlink(missing_ok=True)
        shutil.rmtree(info, ignore_errors=True)
    name = fault["doctor"].get("break")
    if name:
        (infos[canon(name)] / "METADATA").unlink()
    name = fault["doctor"].get("version")
    if name:
        info = infos[canon(name)]
        meta = info / "METADATA"
        meta.write_text(re.sub(r"(?m)^Version: .*", "Version: 0.0.1", meta.read_text(), count=1))
        info.rename(info.parent / f"{info.name.split('-')[0]}-0.0.1.dist-info")
    subprocess.run(f"find {site} -type d -name __pycache__ -prune -exec rm -rf {{}} + ; find {site} -type d -empty -delete", shell=True, check=False)
    return copy


total = found = 0
alarms = []
by_kind = {}
arguments = sys.argv[1:]
for at in range(0, len(arguments), 3):
    faults, project, venv = json.loads(Path(arguments[at]).read_text()), Path(arguments[at + 1]).resolve(), Path(arguments[at + 2]).resolve()
    folder = Path(tempfile.mkdtemp(prefix="caio-score-"))
    root = folder / project.name
    copy_of(project, root)
    inside = lambda where: {"VIRTUAL_ENV": str(where), "PATH": f"{where}/bin:{os.environ['PATH']}"}
    print("==", project.name, flush=True)
    base = ask(root)
    ill = ask(root, "doctor", env=inside(venv)) if venv.exists() else []
    for finding in base:
        print(f"   as it is: {finding['severity']} {short(finding)[0]} {finding['path']}:{finding['start']['line']} {finding['message'][:200]}")
        if finding["severity"] != "note":
            alarms.append((project.name, *short(finding)))
    for finding in ill:
        if finding["severity"] != "note":
            print(f"   doctor as it is: {finding['severity']} {short(finding)[0]} {finding['message'][:170]}")
    known, known_ill = {short(one) for one in base}, {short(one) for one in ill}
    for fault in faults["faults"]:
        doctor = fault.get("doctor")
        before = known_ill if doctor else known
        if fault.get("document"):
            # The document as it is written before the fault is there.
            subprocess.run(["node", str(BIN), "env-check", "doc"], cwd=root, capture_output=True, env={**os.environ, "VIRTUAL_ENV": ""})
            before = {short(one) for one in ask(root)}
        for path, text in [*fault.get("edits", []), *(doctor or {}).get("edits", [])]:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        if "rename" in fault:
            (root / fault["rename"][0]).rename(root / fault["rename"][1])
        where = sick(venv, fault) if doctor and "edits" not in doctor else venv
        said = ask(root, "doctor", env=inside(where)) if doctor else ask(root)
        fresh = [one for one in said if short(one) not in before]
        is_found = any(short(one)[0] in fault["rules"] and (canon(fault["about"]) in names_in(one) or fault["about"].lower() in one["message"].lower()) for one in fresh)
        total, found = total + 1, found + is_found
        counts = by_kind.setdefault(fault["kind"], [0, 0])
        counts[0], counts[1] = counts[0] + is_found, counts[1] + 1
        what = "" if is_found else f"; proof: {fault['proof'][:120]}; said: " + (" | ".join(f"{rule} {text[:110]}" for rule, text in list(dict.fromkeys(map(short, fresh)))[:3]) or "nothing")
        print(f"   {'found ' if is_found else 'MISSED'} {fault['name']} ({', '.join(path for path, _ in fault.get('edits', []))}){what}", flush=True)
        if where != venv:
            shutil.rmtree(where.parent, ignore_errors=True)
        copy_of(project, root)
    shutil.rmtree(folder)
print(f"{found} of {total} found; {len(alarms)} errors and warnings on the projects as they are; by kind: {by_kind}")
