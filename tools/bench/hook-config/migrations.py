# Judges migrations: [{"text", "ours", "again", "told"}] on standard input; for each what pre-commit writes, and why that is wrong where it is not ours.
import contextlib
import io
import json
import os
import re
import sys
import tempfile

import yaml
from pre_commit.clientlib import InvalidConfigError
from pre_commit.commands.migrate_config import migrate_config

STAGES = {"commit": "pre-commit", "push": "pre-push", "merge-commit": "pre-merge-commit"}


def migrated(text, path):
    """What pre-commit writes; None with a reason where it writes nothing."""
    with open(path, "wb") as handle:
        handle.write(text.encode())
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            migrate_config(path, quiet=True)
    except InvalidConfigError:
        return None, "refuses"
    except BaseException as error:
        return None, type(error).__name__
    with open(path, "rb") as handle:
        return handle.read().decode(), None


def unshared(value):
    """The same data without common parts."""
    if isinstance(value, list):
        return [unshared(one) for one in value]
    if isinstance(value, dict):
        return {key: unshared(one) for key, one in value.items()}
    return value


def wanted(data):
    """The data after all renames, by their meaning."""
    data = unshared(data)
    if isinstance(data, list):
        data = {"repos": data}
    if not isinstance(data, dict):
        return data
    stages = lambda value: [STAGES.get(one, one) if isinstance(one, str) else one for one in value] if isinstance(value, list) else value
    if "default_stages" in data:
        data["default_stages"] = stages(data["default_stages"])
    versions = data.get("default_language_version")
    if isinstance(versions, dict) and "python_venv" in versions and "python" not in versions:
        data["default_language_version"] = {("python" if key == "python_venv" else key): one for key, one in versions.items()}
    for repository in data.get("repos") if isinstance(data.get("repos"), list) else []:
        if not isinstance(repository, dict):
            continue
        if "sha" in repository and "rev" not in repository:
            items = [("rev" if key == "sha" else key, one) for key, one in repository.items()]
            repository.clear()
            repository.update(items)
        for hook in repository.get("hooks") if isinstance(repository.get("hooks"), list) else []:
            if not isinstance(hook, dict):
                continue
            if hook.get("language") == "python_venv":
                hook["language"] = "python"
            if "stages" in hook:
                hook["stages"] = stages(hook["stages"])
    return data


def marks(text):
    """Anchors and tags in order, comments, the kinds of line ends, the byte-order mark."""
    events = list(yaml.parse(text))
    anchors = [event.anchor for event in events if getattr(event, "anchor", None) is not None and not isinstance(event, yaml.AliasEvent)]
    tags = [event.tag for event in events if getattr(event, "tag", None) is not None]
    comments = sorted(re.findall(r"(?m)(?:^|\s)(#.*?)\s*$", text))
    ends = set(re.findall(r"\r\n|\r|\n", text))
    return anchors, tags, comments, ends, text.startswith("\ufeff")


# What only stands for others to use it: where pre-commit and caio both may write what they like.
def used(data):
    if not isinstance(data, dict):
        return data
    known = ["repos", "default_stages", "default_language_version"]
    return {key: one for key, one in data.items() if key in known}


def faults(text, result, again):
    """Why a migration is wrong."""
    before = yaml.safe_load(text)
    try:
        after = yaml.safe_load(result)
    except yaml.YAMLError:
        return ["cannot be read"]
    found = []
    want = wanted(before)
    if used(unshared(after)) != used(want):
        spoiled = re.findall(r"(?:pre-)+(?:commitpre|pushpre|merge-commitpre)-", result)
        flat = lambda value: json.dumps(value, default=str)
        doubled = len(re.findall(r"(?m)^\s*(?:- )?['\"]?rev", result)) > len(re.findall(r"(?m)^\s*(?:- )?['\"]?(?:rev|sha)", text))
        if spoiled:
            found.append("a name written twice at an alias")
        elif wanted(after) == want:
            found.append("names that come through an alias, a merge key, a tag or an escape are missed")
        elif "sha" in flat(before) and "rev" in flat(before) and _both(before):
            found.append("`sha` and `rev` become one key twice")
        elif doubled:
            found.append("a key twice")
        else:
            found.append("other data: a value that is used for something else is changed too")
    old, new = marks(text), marks(result)
    for name, a, b in zip(("an anchor is lost", "a tag is lost", "a comment is lost", "CRLF becomes LF", "the byte-order mark is lost"), old, new):
        if a != b:
            found.append(name)
    if again is not None and again != result:
        found.append("a second run changes it again")
    return found


def _both(data):
    rows = data if isinstance(data, list) else data.get("repos", []) if isinstance(data, dict) else []
    return any(isinstance(row, dict) and "sha" in row and "rev" in row for row in rows)


def judge(case, path):
    text, ours = case["text"], case["ours"]
    theirs, reason = migrated(text, path)
    try:
        yaml.safe_load(text)
        readable = True
    except (yaml.YAMLError, ValueError, TypeError):
        readable = False
    if not readable:
        if ours != text:
            return "CAIO changes what cannot be read", theirs
        return ("both refuse" if theirs is None else "pre-commit changes what PyYAML cannot read" if theirs != text else "equal"), theirs
    if theirs == ours:
        return "equal", theirs
    mine = faults(text, ours, case["again"])
    if mine:
        # What has to be changed by hand is told, and left as it is.
        if ours == text and case["told"] and mine == ["names that come through an alias, a merge key, a tag or an escape are missed"]:
            if theirs is None:
                return "caio leaves it with a finding; pre-commit fails with an exception", theirs
            wrong = faults(text, theirs, migrated(theirs, path)[0])
            return (f"caio leaves it with a finding; pre-commit: {wrong[0]}" if wrong else "UNEXPLAINED caio leaves it"), theirs
        if case["told"] and theirs is not None:
            wrong = faults(text, theirs, migrated(theirs, path)[0])
            if wrong and mine == ["names that come through an alias, a merge key, a tag or an escape are missed"]:
                return f"caio leaves a part with a finding; pre-commit: {wrong[0]}", theirs
        return f"CAIO is wrong: {mine[0]}", theirs
    if theirs is None:
        return f"pre-commit fails with {reason}", theirs
    wrong = faults(text, theirs, migrated(theirs, path)[0])
    return (f"pre-commit: {wrong[0]}" if wrong else "UNEXPLAINED both right, other text"), theirs


with tempfile.TemporaryDirectory() as folder:
    out = []
    for case in json.load(sys.stdin):
        verdict, theirs = judge(case, os.path.join(folder, "c.yaml"))
        out.append({"verdict": verdict, "theirs": theirs})
json.dump(out, sys.stdout)
