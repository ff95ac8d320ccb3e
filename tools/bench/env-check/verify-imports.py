"""Which modules distributions bring, by the RECORD of their wheels as installed: the rows of packages/env-check/src/data/verified-imports.ts.

`python3 tools/bench/env-check/verify-imports.py SITE-PACKAGES...` prints the rows MODULE=DISTRIBUTION@VERSION, wrapped, of those whose names differ
in normal form; `--check TABLE.ts` names the rows of a table that no RECORD here bears out; `--wheels FOLDER TABLE.ts` does so
for the rows of distributions.ts, by the wheels below FOLDER/NAME. Nothing is imported and nothing is run.
"""

import csv
import os
import re
import sys
import textwrap
import zipfile

STANDARD = set(sys.stdlib_module_names)
# What wheels install beside their packages by mistake.
BESIDE = re.compile(
    r"^_?(tests?|testing|unit_?tests?|test_\w+|docs?|examples?|samples?|benchmarks?|scripts?|tools?|ci|build|dist|src|setup|conftest|tasks|noxfile|bin|lib|utils?|"
    r"common|config|core|data|types|version|license|readme|changelog|dev|hooks|assets|templates?|resources)$",
    re.I,
)


# Namespaces, whichever distribution happens to hold their `__init__`.
SHARED = set("azure azure.mgmt backports flaskext google google.cloud jaraco logilab paste repoze ruamel sphinxcontrib zope airflow.providers".split())


# Names that another distribution brings too, or is better known for: judged by hand in distributions.ts.
OTHERS = set("cli py fastmcp pydantic_ai phonenumbers griffe opensearch opencensus xdg multipart".split())


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def header(path, field):
    try:
        with open(path, encoding="utf8", errors="replace") as file:
            match = re.search(rf"^{field}: (.*)$", file.read().split("\n\n")[0], re.M)
    except OSError:
        return None
    return match and match[1].strip()


def modules(record):
    """The outermost packages with an `__init__`, and the modules beside them, dotted."""
    packages, single = set(), set()
    with open(record, encoding="utf8", errors="replace", newline="") as file:
        for row in csv.reader(file):
            path = row[0] if row else ""
            *folders, name = path.split("/")
            if path.startswith(("../", "/")) or "__pycache__" in folders or any(re.search(r"\.(dist-info|data|libs)$|-stubs$", one) for one in folders):
                continue
            match = re.match(r"^([A-Za-z_]\w*)(?:\.(?:cpython|cp3|pypy|abi3)[^/]*)?\.(?:py|so|pyd)$", name)
            if not match or not all(one.isidentifier() for one in folders):
                continue
            (packages if match[1] == "__init__" else single).add(".".join(folders if match[1] == "__init__" else [*folders, match[1]]))
    inside = lambda name: any(name[:at] in packages for at, unit in enumerate(name) if unit == ".")
    return {name for name in packages | single if name and not inside(name)}


def facts(folders):
    found = {}
    for folder in folders:
        for entry in sorted(os.listdir(folder)):
            base = os.path.join(folder, entry)
            # What was installed from a folder or from git is no wheel of the index.
            if not entry.endswith(".dist-info") or os.path.exists(f"{base}/direct_url.json") or not os.path.exists(f"{base}/RECORD"):
                continue
            name, version = header(f"{base}/METADATA", "Name"), header(f"{base}/METADATA", "Version")
            for module in modules(f"{base}/RECORD") if name and version else ():
                found[module, name] = version
    return found


def wheel(folder, name):
    """The version and the paths of the RECORD of the wheel that lies below FOLDER/NAME."""
    base = os.path.join(folder, name)
    for entry in sorted(os.listdir(base)) if os.path.isdir(base) else ():
        if not entry.endswith(".whl"):
            continue
        with zipfile.ZipFile(os.path.join(base, entry)) as archive:
            # What a package carries of others lies deeper.
            record = min((one for one in archive.namelist() if one.endswith(".dist-info/RECORD")), key=len)
            return entry.split("-")[1], [row[0] for row in csv.reader(archive.read(record).decode("utf8", "replace").splitlines()) if row]
    return None


def check_wheels(folder, table):
    """Compares the rows MODULE DISTRIBUTION@VERSION... of distributions.ts with wheels, as `pip download --no-deps` brings them."""
    with open(table, encoding="utf8") as file:
        rows = [line.split() for line in re.search(r"const table = `\n([^`]*)\n`", file.read())[1].splitlines()]
    wrong = []
    borne = 0
    for module, *distributions in rows:
        # pywin32 puts folders of its own on the path.
        place = re.compile(rf"^(?:[^/]*\.data/(?:purelib|platlib)/)?(?:win32/lib/|win32/|pythonwin/)?{re.escape(module.replace('.', '/'))}(?:/|(?:\.(?:cp|abi3|pypy)[^/]*)?\.(?:py|so|pyd)$)")
        for one in distributions:
            name, _, version = one.partition("@")
            found = wheel(folder, name)
            is_borne = found is not None and any(place.match(path) for path in found[1])
            borne += is_borne
            if is_borne != bool(version):
                wrong.append(f"{module}={one}")
    print(f"{sum(len(row) - 1 for row in rows)} pairs, {borne} borne out; wrong: {' '.join(wrong) or 'none'}")
    return 1 if wrong else 0


def main(arguments):
    if arguments[:1] == ["--wheels"]:
        return check_wheels(*arguments[1:3])
    if arguments[:1] == ["--check"]:
        known = {(module, canonical(name)) for module, name in facts(arguments[2:])}
        with open(arguments[1], encoding="utf8") as file:
            rows = re.findall(r"(?<=\s)([\w.]+)=([\w.-]+)@[\w.+!]+", file.read())
        unknown = [row for row in rows if (row[0], canonical(row[1])) not in known]
        print(f"{len(rows)} rows, {len(rows) - len(unknown)} borne out;", " ".join(map("=".join, unknown)))
        return 1 if unknown else 0
    rows = []
    for (module, name), version in facts(arguments).items():
        top = module.split(".")[0]
        if canonical(name) in (canonical(module), canonical(top)) or top in STANDARD or BESIDE.match(top) or BESIDE.match(module.split(".")[-1]) and "." not in module:
            continue
        # Helpers that nobody imports by name, releases before the first, packages that only hold others' modules.
        if re.search(r"(^|\.)_(?!pytest$|yaml$|cffi_backend$|black_version$|distutils_hack$)|_pb2(_grpc)?$|_v\d+(p\d+)?(alpha|beta)\d*$|^[0-9a-f]{16,}|mypyc$", module):
            continue
        if module in SHARED or module in OTHERS:
            continue
        rows.append(f"{module}={name}@{version}")
    print("\n".join(textwrap.wrap(" ".join(sorted(rows)), 150, break_long_words=False, break_on_hyphens=False)))
    print(len(rows), file=sys.stderr)
    return 0


sys.exit(main(sys.argv[1:]))
