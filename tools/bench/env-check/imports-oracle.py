"""The imports of the Python files below folders by CPython's own `ast`, one JSON line a file: what scanImports is compared with.

Each import is [line, level, module, contexts, via]. Files that this Python cannot parse are left out.
"""

import ast
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(50_000)
ERRORS = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
CALLS = {"import_module": ("importlib", "importlib.import_module"), "importorskip": ("pytest", "pytest.importorskip")}
TRIES = (ast.Try, getattr(ast, "TryStar", ast.Try))


def catches(handler):
    return handler.type is None or any(isinstance(node, ast.Name) and node.id in ERRORS for node in ast.walk(handler.type))


def is_checking(test):
    if isinstance(test, ast.Name):
        return test.id == "TYPE_CHECKING"
    return isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING" and isinstance(test.value, ast.Name)


def dynamic(call):
    """The module of a call that imports by a literal name, and what does it."""
    function = call.func
    if not call.args or not isinstance(call.args[0], ast.Constant) or not isinstance(call.args[0].value, str):
        return None
    if isinstance(function, ast.Name):
        via = function.id if function.id == "__import__" else CALLS.get(function.id, (None, None))[1]
    elif isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.attr in CALLS:
        home, via = CALLS[function.attr]
        via = via if function.value.id == home else None
    else:
        via = None
    name = call.args[0].value
    level = len(name) - len(name.lstrip("."))
    rest = name[level:]
    if via is None or not (rest or level) or not all(part.isidentifier() for part in rest.split(".") if rest):
        return None
    return level, rest, via


class Imports(ast.NodeVisitor):
    def __init__(self, raw):
        self.found = []
        self.context = frozenset()
        self.lines = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")

    def within(self, nodes, *names):
        before, self.context = self.context, self.context | set(names)
        for node in nodes:
            self.visit(node)
        self.context = before

    def add(self, line, level, module, via=None):
        self.found.append([line, level, module, sorted(self.context), via])

    def visit_Import(self, node):
        for alias in node.names:
            self.add(node.lineno, 0, alias.name)

    def visit_ImportFrom(self, node):
        self.add(node.lineno, node.level, node.module or "")

    def visit_FunctionDef(self, node):
        for part in [*node.decorator_list, node.args, *([node.returns] if node.returns else [])]:
            self.visit(part)
        self.within(node.body, "def")

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_If(self, node):
        self.visit(node.test)
        self.within(node.body, "tc" if is_checking(node.test) else "if")
        rest = node.orelse
        # `elif` is no block within an `else`.
        if len(rest) == 1 and isinstance(rest[0], ast.If) and self.lines[rest[0].lineno - 1][rest[0].col_offset :].startswith(b"elif"):
            self.visit(rest[0])
        else:
            self.within(rest, "if")

    def visit_Try(self, node):
        self.within(node.body, *(["try"] if any(map(catches, node.handlers)) else []))
        for handler in node.handlers:
            if handler.type:
                self.visit(handler.type)
            self.within(handler.body, *(["except"] if catches(handler) else []))
        self.within(node.orelse, "if")
        self.within(node.finalbody)

    visit_TryStar = visit_Try

    def visit_For(self, node):
        self.visit(node.target)
        self.visit(node.iter)
        self.within(node.body)
        self.within(node.orelse, "if")

    visit_AsyncFor = visit_For

    def visit_While(self, node):
        self.visit(node.test)
        self.within(node.body)
        self.within(node.orelse, "if")

    def visit_match_case(self, node):
        if node.guard:
            self.visit(node.guard)
        self.within(node.body, "if")

    def visit_Call(self, node):
        one = dynamic(node)
        if one:
            self.add(node.lineno, one[0], one[1], one[2])
        self.generic_visit(node)

    def visit_JoinedStr(self, node):
        """Calls in formatted strings are left to nobody: what a string builds is no import."""


def main():
    for root in sys.argv[1:]:
        for folder, folders, files in os.walk(root):
            folders.sort()
            for name in sorted(files):
                path = os.path.join(folder, name)
                if not name.endswith(".py") or os.path.islink(path):
                    continue
                with open(path, "rb") as file:
                    raw = file.read()
                try:
                    tree = ast.parse(raw)
                    imports = Imports(raw)
                    imports.visit(tree)
                except (SyntaxError, ValueError, RecursionError, MemoryError):
                    continue
                print(json.dumps([path, imports.found]))


main()
