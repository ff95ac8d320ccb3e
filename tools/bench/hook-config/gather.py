# `gather.py CLONE...`: the regular expressions of Python that the clones' configurations hold in the versions of their histories, and
# paths of today to try them on, as JSON: {"patterns": {pattern: where}, "paths": [...]}.
import ast
import configparser
import json
import re
import subprocess
import sys
import time
import tomllib

import yaml

# Keys whose values are regular expressions of Python, by the section that they stand in. Sources: the tools' own documentation.
TABLES = {
    "tool.mypy": ["exclude"],
    "tool.black": ["include", "exclude", "extend-exclude", "force-exclude"],
    "tool.coverage.report": ["exclude_lines", "exclude_also", "partial_branches", "partial_also"],
    "tool.coverage.run": [],
    "tool.pylint.main": ["ignore-paths", "ignore-patterns"],
    "tool.pylint.master": ["ignore-paths", "ignore-patterns"],
    "tool.pydocstyle": ["match", "match-dir", "match_dir"],
    "tool.codespell": ["ignore-regex", "uri-ignore-regex"],
    "tool.deptry": ["exclude", "extend_exclude"],
    "tool.interrogate": ["ignore-regex"],
    "tool.numpydoc_validation": ["exclude"],
    "tool.setuptools_scm": ["tag_regex"],
    "tool.hatch.version": ["pattern"],
    "tool.towncrier": ["issue_pattern"],
    "tool.commitizen.customize": ["bump_pattern", "changelog_pattern", "commit_parser", "schema_pattern"],
    "tool.bumpversion": ["parse"],
    "tool.djlint": ["ignore_blocks"],
    "tool.ruff.lint": ["dummy-variable-rgx"],
    "tool.ruff": ["dummy-variable-rgx"],
}
SECTIONS = {
    "mypy": ["exclude"],
    "report": ["exclude_lines", "exclude_also", "partial_branches"],
    "coverage:report": ["exclude_lines", "exclude_also", "partial_branches"],
    "pydocstyle": ["match", "match-dir", "match_dir"],
    "codespell": ["ignore-regex", "uri-ignore-regex"],
    "bumpversion": ["parse"],
    "interrogate": ["ignore-regex"],
    "flake8": [],
}
# Versions of one clone are read for this long, the newest first.
SECONDS = 60
# Options of hooks' programs that take a pattern of Python.
OPTIONS = {"--exclude", "--include", "--extend-exclude", "--force-exclude", "--exclude-files", "--exclude-lines", "--exclude-secrets", "--ignore-regex",
           "--pattern", "-p", "--ignore-patterns", "--ignore-paths", "--match", "--match-dir", "--uri-ignore-regex", "--ignore-words-regex"}
LISTED = {"exclude_lines", "exclude_also", "partial_branches", "partial_also", "ignore-paths", "ignore-patterns"}
SPHINX = {"linkcheck_ignore", "linkcheck_anchors_ignore", "linkcheck_exclude_documents", "coverage_ignore_modules", "copybutton_prompt_text"}
ROOT = [".pre-commit-config.yaml", ".pre-commit-hooks.yaml", "pyproject.toml", "setup.cfg", "mypy.ini", ".mypy.ini", "tox.ini", ".coveragerc", ".pylintrc",
        "pylintrc", ".codespellrc", ".bumpversion.cfg", "pytest.ini", ".mergify.yml", ".secrets.baseline", "docs/conf.py", "doc/conf.py", "docs/source/conf.py", "doc/source/conf.py"]
NAMES = re.compile(
    r"(^|/)(\.pre-commit-config\.ya?ml|\.pre-commit-hooks\.ya?ml|pyproject\.toml|setup\.cfg|mypy\.ini|\.mypy\.ini|tox\.ini|\.coveragerc|"
    r"\.pylintrc|pylintrc|\.codespellrc|\.bumpversion\.cfg|\.pydocstyle|conf\.py|pytest\.ini|\.mergify\.yml|\.secrets\.baseline)$"
)


def blobs(folder):
    """Versions of the files that may hold patterns: each that those at the root have had in the whole history, and all that there are today."""
    git = lambda *args: subprocess.run(["git", "-C", folder, *args], capture_output=True).stdout
    wanted = {}
    for line in git("log", "--all", "--raw", "--no-abbrev", "--format=", "-m", "--no-renames", "-z", "--", *ROOT).decode("utf-8", "replace").split("\0:"):
        fields, _, path = line.partition("\0")
        parts = fields.split()
        if len(parts) == 5 and set(parts[3]) != {"0"}:
            wanted.setdefault(parts[3], path.rstrip("\0"))
    for line in git("ls-tree", "-r", "-z", "HEAD").decode("utf-8", "replace").split("\0"):
        if "\t" in line and NAMES.search(line.split("\t", 1)[1]):
            wanted.setdefault(line.split()[2], line.split("\t", 1)[1])
    with subprocess.Popen(["git", "-C", folder, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as batch:
        for blob, path in wanted.items():
            batch.stdin.write(blob.encode() + b"\n")
            batch.stdin.flush()
            head = batch.stdout.readline().split()
            if len(head) != 3:
                continue
            body = batch.stdout.read(int(head[2]))
            batch.stdout.read(1)
            try:
                yield path, body.decode()
            except UnicodeDecodeError:
                continue
        batch.stdin.close()


def warned(value):
    """The messages of pytest's `filterwarnings`, which are patterns; what Python's own `-W` splits is split the same way."""
    for line in value.splitlines() if isinstance(value, str) else value if isinstance(value, list) else []:
        parts = line.strip().split(":") if isinstance(line, str) else []
        if len(parts) > 1 and parts[1].strip():
            yield parts[1].strip()


def told(args):
    """Patterns among a hook's arguments: after `=`, or the argument that follows."""
    args = [one for one in args if isinstance(one, str)] if isinstance(args, list) else []
    for at, one in enumerate(args):
        name, equals, value = one.partition("=")
        if name not in OPTIONS:
            continue
        if equals:
            yield value
        elif at + 1 < len(args):
            yield args[at + 1]


def conditions(value):
    """Mergify's `attribute~=pattern`, wherever it stands."""
    if isinstance(value, str):
        found = re.match(r"^-?#?[a-z-]+\s*~=\s*(.+)$", value, re.S)
        if found:
            yield found.group(1)
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from conditions(one)


def of_baseline(text):
    """detect-secrets' filters by pattern."""
    root = json.loads(text)
    for one in root.get("filters_used", []):
        yield from texts(one.get("pattern"))
    for value in (root.get("exclude") or {}).values():
        yield from texts(value)


def texts(value, key=""):
    if isinstance(value, str):
        yield from ([line.strip() for line in value.splitlines() if line.strip()] if key in LISTED and "\n" in value else [value])
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, str):
                yield one


def of_yaml(text):
    root = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    rows = root if isinstance(root, list) else (root or {}).get("repos") or []
    hooks = [hook for row in rows if isinstance(row, dict) for hook in (row.get("hooks") or [row])]
    for one in [root, *hooks]:
        if isinstance(one, dict):
            for key in ("files", "exclude"):
                yield from texts(one.get(key))
            yield from told(one.get("args"))
            # pygrep's entry is a pattern, of lines.
            if one.get("language") == "pygrep":
                yield from texts(one.get("entry"))


def of_toml(text):
    root = tomllib.loads(text)
    for name, keys in TABLES.items():
        table = root
        for part in name.split("."):
            table = table.get(part, {}) if isinstance(table, dict) else {}
        for key in keys:
            for one in texts(table.get(key) if isinstance(table, dict) else None, key):
                # black reads a pattern of several lines as verbose.
                yield "(?x)" + one if name == "tool.black" and "\n" in one else one
    yield from warned(root.get("tool", {}).get("pytest", {}).get("ini_options", {}).get("filterwarnings"))
    for one in root.get("tool", {}).get("semantic_release", {}).get("branches", {}).values():
        yield from texts(one.get("match"))
    for one in root.get("tool", {}).get("mypy", {}).get("overrides", []):
        yield from texts(one.get("exclude"))
    pylint = root.get("tool", {}).get("pylint", {})
    for table in [pylint, *(pylint.values() if isinstance(pylint, dict) else [])]:
        for key, value in table.items() if isinstance(table, dict) else []:
            if key.endswith("-rgx"):
                yield from texts(value)


def of_ini(text, path):
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    parser.read_string(text)
    isPylint = path.endswith("pylintrc")
    for section in parser.sections():
        for key, value in parser[section].items():
            if value is None:
                continue
            if isPylint and (key.endswith("-rgx") or key in ("ignore-long-lines",)):
                yield value
            elif isPylint and key in ("ignore-patterns", "ignore-paths"):
                yield from (one.strip() for one in value.split(",") if one.strip())
            elif key == "filterwarnings":
                yield from warned(value)
            elif key in SECTIONS.get(section, []):
                yield from texts(value.strip(), key)


def of_python(text):
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id in SPHINX for one in node.targets):
            value = ast.literal_eval(node.value)
            yield from texts(value)


def patterns(path, text):
    if path.endswith(".mergify.yml"):
        return list(conditions(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))))
    if path.endswith(".secrets.baseline"):
        return list(of_baseline(text))
    if path.endswith((".yaml", ".yml")):
        return list(of_yaml(text))
    if path.endswith(".toml"):
        return list(of_toml(text))
    if path.endswith(".py"):
        return list(of_python(text))
    return list(of_ini(text, path))


found = {}
paths = []
for folder in sys.argv[1:]:
    end = time.process_time() + SECONDS
    for path, text in blobs(folder):
        if time.process_time() > end:
            break
        try:
            for one in patterns(path, text):
                found.setdefault(one, f"{folder.rstrip('/').split('/')[-2 if folder.endswith('repo') else -1]}: {path}")
        except Exception:  # What its own tool could not read holds no pattern.
            continue
    every = subprocess.run(["git", "-C", folder, "ls-tree", "-r", "-z", "--name-only", "HEAD"], capture_output=True).stdout.decode("utf-8", "replace").split("\0")
    every = [one for one in every if one]
    paths += every[:: max(1, len(every) // 60)]
json.dump({"patterns": found, "paths": paths}, sys.stdout)
