// Interpreters in tox's list that the project does not take.
import { judge } from "@caio/testing";
import { expect, it } from "vitest";
import { envCheck } from "./index.js";

const pyproject = '[project]\nname = "a"\nrequires-python = ">=3.12"\n';
const said = async (tox: string): Promise<readonly string[]> =>
  (await judge(envCheck, { "pyproject.toml": pyproject, "tox.ini": tox }, { rule: "interpreter-disagreement" })).findings.map(
    ({ severity, message }) => `${severity} ${message}`,
  );
const message = "warning `tox.ini` names Python 3.10, and the project takes `>=3.12`.";

it.each([
  ["in a line", "[tox]\nenvlist = docs,py310,py312\n[testenv]\ndeps = pytest\n", [message]],
  ["in lines, of which one has factors", "[tox]\nenv_list =\n    py310\n    py311-django\n    py313\n", [message]],
  ["taken", "[tox]\nenvlist = py312\n", []],
  ["without the project", "[tox]\nenvlist = py310\nskipsdist = true\n", []],
  ["with it, said by a word", "[tox]\nenvlist = py310\n[testenv]\nskip_install = false\npackage = wheel\n", [message]],
  ["of another package", "[tox]\nenvlist = py310\n[testenv]\npackage = external\n", []],
  ["with settings of its own", "[tox]\nenvlist = py310\n[testenv:py310]\nskip_install = true\n", []],
])("%s", async (_name, tox, wanted) => expect(await said(tox)).toEqual(wanted));
