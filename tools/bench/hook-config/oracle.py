# pre-commit, its migration and CPython's `re` as oracles: {"mode", ...} on standard input, a list of answers on standard output.
import contextlib
import io
import json
import logging
import os
import re
import subprocess
import sys
import tempfile
import warnings

request = json.load(sys.stdin)
mode = request["mode"]
told = []


class Handler(logging.Handler):
    def emit(self, record):
        told.append(record.getMessage())


def chain(error):
    keys = []
    while getattr(error, "ctx", None) is not None:
        match = re.match(r"At key: (.*)$", error.ctx, re.S)
        if match:
            keys.append(match.group(1))
        error = error.error_msg
    return keys


def histories(folders):
    """Every version of the configurations that the clones have had."""
    texts = {}
    for folder in folders:
        log = subprocess.run(["git", "-C", folder, "log", "--all", "--format=", "--raw", "--no-abbrev", "--no-renames", "--", ".pre-commit-config.yaml"], capture_output=True, text=True)
        raw = (line.split() for line in log.stdout.splitlines() if line.startswith(":"))
        blobs = dict.fromkeys(parts[3] for parts in raw if len(parts) > 5 and set(parts[3]) != {"0"})
        batch = subprocess.run(["git", "-C", folder, "cat-file", "--batch"], input="".join(f"{blob}\n" for blob in blobs).encode(), capture_output=True).stdout
        at = 0
        while at < len(batch):
            end = batch.index(b"\n", at)
            head = batch[at:end].split()
            at = end + 1
            if len(head) != 3:
                continue
            body = batch[at : at + int(head[2])]
            at += len(body) + 1
            with contextlib.suppress(UnicodeDecodeError):
                texts.setdefault(body.decode(), folder)
    return list(texts)


def answer(text, path):
    from pre_commit.clientlib import InvalidConfigError, InvalidManifestError, load_config, load_manifest
    from pre_commit.commands.migrate_config import migrate_config

    told.clear()
    try:
        with open(path, "wb") as handle:
            handle.write(text.encode())
        if mode == "migrate":
            with contextlib.redirect_stdout(io.StringIO()):
                migrate_config(path, quiet=True)
            with open(path, "rb") as handle:
                return {"text": handle.read().decode()}
        (load_config if mode == "config" else load_manifest)(path)
        return {"valid": True, "warnings": list(told)}
    except (InvalidConfigError, InvalidManifestError) as error:
        return {"valid": False, "keys": chain(error.args[0])}
    except BaseException as error:
        return {"valid": False, "crash": repr(error)[:200]}


def search(pattern, texts):
    try:
        compiled = re.compile(pattern)
    except Exception:
        return None
    return [at for at, text in enumerate(texts) if compiled.search(text)]


if mode == "histories":
    out = histories(request["folders"])
elif mode == "regex":
    warnings.simplefilter("ignore")
    out = [search(pattern, request["texts"]) for pattern in request["patterns"]]
else:
    logging.getLogger("pre_commit").addHandler(Handler())
    with tempfile.TemporaryDirectory() as folder:
        out = [answer(text, os.path.join(folder, "c.yaml")) for text in request["texts"]]
json.dump(out, sys.stdout)
