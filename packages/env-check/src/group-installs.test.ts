// Which extras and groups a line installs, and lines that are made to cost.
import { describe, expect, it } from "vitest";
import { groupsIn } from "./group-installs.js";

describe("what is installed", () => {
  it.each([
    ["pip install .[docs,test]", ["docs", "test"], false],
    ["pip install -e '.[dev]' other[x]", ["dev", "x"], false],
    ["see [1] for how to install it", [], false],
    ["a[b] before install", [], false],
    ["poetry install", [], true],
    ["poetry install --only main", ["main"], false],
    ["poetry install --only main && poetry install", ["main"], true],
    ["poetry install && poetry install --only main", ["main"], false],
    ["uv sync --group lint", ["lint", "dev"], false],
  ])("%s", (text, names, isAll) => {
    expect(groupsIn(text)).toEqual({ names, isAll });
  });
});

it.each([
  ["install after install", "pip install a ; ".repeat(60_000)],
  ["brackets that never close", `install ${"a[".repeat(500_000)}`],
  ["more extras than a call may be given", `install .[${"a,".repeat(400_000)}a]`],
  ["calls whose last says otherwise", `${"poetry install ".repeat(60_000)}--only main`],
])("a line of a megabyte costs its length: %s", (_name, line) => {
  const { user } = process.cpuUsage();
  groupsIn(line);
  expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
});
