// python-venv: the language `python_venv`, which is `python` today.
import { changeRule } from "./fault-rule.js";

export const pythonVenv = changeRule({ id: "python-venv", summary: "The language `python_venv` is called `python` since pre-commit 2.4.", severity: "error" });
