"""Imports whose distribution on PyPI has the same name in normal form: the rows of packages/env-check/src/data/same-names.ts.

`python3 tools/bench/env-check/same-names.py RANKS KNOWN.ts... -- SOURCE...` prints two blocks: what wheels hold, and what was installed from
PyPI and imported. A SOURCE is a folder of installed distributions (site-packages: RECORD), a manifest of rules_python's gazelle
(gazelle_python.yaml, made from wheels), or a clone of a collection that installs each distribution and imports it: pyodide-recipes (`top-level`),
easybuild-easyconfigs (`modulename`), Wolfi's os (`python/import`), emscripten-forge's recipes (`imports`), typeshed (its stubs are held against
the installed module). RANKS has a name and its place among the most downloaded, tab-separated; a name without a place counts only where a wheel
bears it out. KNOWN.ts are the tables whose rows go before. Nothing is imported, nothing is run, and no network is used. It needs PyYAML.
"""

import ast
import csv
import os
import re
import sys
import textwrap
from collections import defaultdict
from pathlib import Path

import yaml

MODULE = re.compile(r"[A-Za-z]\w*(\.[A-Za-z]\w*)*")
# What wheels lay beside their packages, and words that projects call their own modules by (in at least 2 of 254 clones, beyond place 1,500); what only a server has inside it.
WORDS = set("tests test testing docs doc examples samples benchmarks scripts tools ci build dist src setup bin lib utils common config core data types version dev hooks assets".split())
WORDS |= set("fixtures runner typing progress routes args runs statistics panel evaluate editor extern pandoc openshift jupyter sample_1 first uwsgi".split())
# A better known distribution brings a module of that name, though no wheel of it is at hand: progressbar2, nvidia-ml-py, ultralytics-thop, graphemeu, pyxdg.
WORDS |= set("progressbar pynvml thop grapheme xdg".split())
canonical = lambda name: re.sub(r"[-_.]+", "-", name).lower()
wheels, imported = defaultdict(set), defaultdict(set)


def installed(folder):
    for info in folder.glob("*.dist-info"):
        if (info / "direct_url.json").exists() or not (info / "RECORD").exists():
            continue
        name = re.search(r"(?m)^Name: *(\S+)", (info / "METADATA").read_text(errors="replace"))
        with (info / "RECORD").open(newline="", errors="replace") as file:
            for path, *_ in filter(None, csv.reader(file)):
                module = re.fullmatch(r"((?:[A-Za-z_]\w*/)*[A-Za-z_]\w*)(?:\.(?:cpython|cp3|pypy|abi3)[^/]*)?\.(?:py|so|pyd)", path)
                if name and module and not path.startswith("../"):
                    wheels[canonical(name[1])].add(module[1].removesuffix("/__init__").replace("/", "."))


def gazelle(path):
    for module, name in yaml.safe_load(path.read_text())["manifest"]["modules_mapping"].items():
        # The name of a distribution of types is no module.
        if not canonical(name).startswith("types-"):
            wheels[canonical(name)].add(module)


def pyodide(folder):
    for path in folder.glob("packages/*/meta.yaml"):
        recipe = yaml.safe_load(path.read_text())
        if "pythonhosted" in ((recipe.get("source") or {}).get("url") or ""):
            wheels[canonical(recipe["package"]["name"])].update(recipe["package"].get("top-level") or [])


def easybuild(folder):
    for path in folder.glob("easybuild/easyconfigs/*/*/*.eb"):
        text = path.read_text(errors="replace")
        if "PythonPackage" not in text and "PythonBundle" not in text:
            continue
        values = {}
        for line in ast.parse(text).body:
            if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
                values[line.targets[0].id] = value(line.value, values)
        rows = [(values["name"], values)] if values.get("easyblock") == "PythonPackage" else []
        is_bundle = values.get("easyblock") == "PythonBundle" or values.get("exts_defaultclass") == "PythonPackage"
        if is_bundle and "modulename" not in (values.get("exts_default_options") or {}):
            # What has no checksum was not downloaded: it only stands in the list.
            rows += [(one[0], one[2]) for one in values.get("exts_list") or [] if isinstance(one, tuple) and len(one) == 3 and isinstance(one[2], dict) and "checksums" in one[2]]
        for name, options in rows:
            module = (options.get("options") or {}).get("modulename", options.get("modulename", "")) if isinstance(options.get("options") or {}, dict) else False
            urls = [str(one) for one in options.get("source_urls") or []]
            if not isinstance(name, str) or module is False or module is None or re.search(r"\bln\b|touch", str(options.get("preinstallopts", "")) + str(options.get("postinstallopts", ""))):
                continue
            if urls and not any("PYPI" in one or "pythonhosted" in one or "pypi" in one for one in urls):
                continue
            for one in module if isinstance(module, (list, tuple)) else [module or name.lower().replace("-", "_")]:
                imported[canonical(name)].add(str(one))


def value(node, values):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, (ast.Tuple, ast.List)):
        made = [value(one, values) for one in node.elts]
        return tuple(made) if isinstance(node, ast.Tuple) else made
    if isinstance(node, ast.Dict):
        return {value(key, values): value(one, values) for key, one in zip(node.keys, node.values) if key is not None}
    if isinstance(node, ast.Name):
        return values.get(node.id, node.id)
    return str(ast.dump(node)) if isinstance(node, ast.BinOp) else None


def wolfi(folder):
    for path in folder.glob("py3-*.yaml"):
        text = path.read_text()
        name = re.search(r"pypi-package: *[\"']?([\w.-]+)", text)
        words = dict(re.findall(r"(?m)^  ([\w-]+): *[\"']?([\w.-]+)[\"']?$", text))
        for one in re.findall(r"uses: python/import\s+with:\s+import: *[\"']?([^\s\"']+)", text) if name else ():
            imported[canonical(name[1])].add(re.sub(r"\$\{\{vars\.([\w-]+)\}\}", lambda match: words.get(match[1], "?"), one))


def emscripten(folder):
    for path in folder.glob("recipes/recipes*/*/recipe.yaml"):
        text = path.read_text()
        name = re.search(r"(?:pypi\.(?:io|org)|files\.pythonhosted\.org)/packages/source/(?:\$\{\{[^}]*\}\}|\w)/([\w.-]+)/", text)
        for block in re.findall(r"(?m)imports:\n((?:\s+- .*\n)+)", text) if name else ():
            imported[canonical(name[1])].update(re.findall(r"- ([\w.]+)", block))


def typeshed(folder):
    for stub in (folder / "stubs").iterdir():
        imported[canonical(stub.name)].update(one.name.removesuffix(".pyi") for one in stub.iterdir() if one.suffix == ".pyi" or (one / "__init__.pyi").exists())


def read(source):
    if source.is_file():
        return gazelle(source)
    for mark, reader in (("packages", pyodide), ("easybuild/easyconfigs", easybuild), ("py3-pip.yaml", wolfi), ("recipes/recipes_emscripten", emscripten), ("stubs", typeshed)):
        if (source / mark).exists() and not any(source.glob("*.dist-info")):
            return reader(source)
    return installed(source)


def same(found):
    """The shortest prefix of each module whose normal form is the distribution's name."""
    for name, modules in found.items():
        for module in modules:
            if MODULE.fullmatch(module):
                parts = module.split(".")
                yield from (one for one in [".".join(parts[:at]) for at in range(1, len(parts) + 1)] if canonical(one) == name)


def main(arguments):
    cut = arguments.index("--")
    ranks = {canonical(name): int(rank) for name, _, rank in (one.partition("\t") for one in Path(arguments[0]).read_text().splitlines()) if rank.isdigit()}
    known = {re.split(r"[= ]", row)[0] for path in arguments[1:cut] for row in re.findall(r"(?m)(?:^|(?<= ))[\w.]+[= ][^\s]*", re.search(r"const table = `([^`]*)`", Path(path).read_text())[1])}
    for source in arguments[cut + 1 :]:
        read(Path(source))
    rivals = defaultdict(set)
    for name, modules in wheels.items():
        for module in modules:
            rivals[module].add(ranks.get(name, 99999))
    # Where a better known distribution brings a module of that name, the name alone says nothing.
    is_rivalled = lambda name: min(rivals[name], default=99999) < ranks.get(canonical(name), 99999)
    kept = lambda name: not is_rivalled(name) and name not in known and name.split(".")[0] not in sys.stdlib_module_names and name not in WORDS and not re.search(r"_cu1\d$|^opencv_|^nvidia_|_stubs$|^sample_", name)
    of_wheels = set(filter(kept, same(wheels)))
    others = {one for one in filter(kept, same(imported)) if canonical(one) in ranks} - of_wheels
    for block in (of_wheels, others):
        print("\n".join(textwrap.wrap(" ".join(sorted(block)), 150, break_long_words=False, break_on_hyphens=False)), "\n")
        print(len(block), file=sys.stderr)


main(sys.argv[1:])
