// Takes the pictures of the site with the machine's Chromium: the HTML report, and a terminal after `caio`.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { workspace } from "./gather.mjs";

const bin = join(workspace, "packages/cli/dist/bin.cjs");
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const files = {
  "README.md": "# Demo\n\nSee [the plan](docs/PLAN.md) and [the guide](docs/guide.md).\n",
  "docs/PLAN.md": "# Plan\n\n## Phase 1: Start (Complete)\n",
  "docs/vision.md": "# Vision\n\n## Phase 1: Start (Pending)\n",
  ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - { id: t, name: t, entry: t, language: system, stages: [commit] }\n",
};
const colours = {
  1: "font-weight:bold",
  2: "opacity:.65",
  31: "color:#f47067",
  32: "color:#57ab5a",
  33: "color:#daaa3f",
  34: "color:#539bf5",
  35: "color:#b083f0",
  36: "color:#39c5cf",
  90: "color:#8b949e",
};

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A terminal's text with its colours as HTML. */
export function terminalPage(text) {
  let open = 0;
  const body = text.split(/(\x1b\[[\d;]*m)/).map((part) => {
    const codes = /^\x1b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes === undefined) return escape(part);
    const styles = codes.split(";").flatMap((code) => colours[Number(code)] ?? []);
    const closed = styles.length === 0 ? "</span>".repeat(open) : "";
    open = styles.length === 0 ? 0 : open + 1;
    return closed + (styles.length === 0 ? "" : `<span style="${styles.join(";")}">`);
  });
  return `<!doctype html><meta charset="utf-8"><pre style="margin:0;padding:20px;background:#1c2128;color:#cdd9e5;font:14px/1.45 monospace;width:max-content">${body.join("")}${"</span>".repeat(open)}</pre>`;
}

/** Writes `report.png` and `terminal.png` into a folder. */
export async function takePictures(folder) {
  const at = mkdtempSync(join(tmpdir(), "caio-pictures-"));
  const run = (program, ...args) => spawnSync(program, args, { cwd: at, encoding: "utf8", env: { ...process.env, FORCE_COLOR: "1", COLUMNS: "110" } });
  const executablePath = browsers.map((name) => spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim()).find((path) => path !== "");
  if (executablePath === undefined) throw new Error("There is no Chromium here: `tools/peers chromium` installs it.");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(at, path, ".."), { recursive: true });
      writeFileSync(join(at, path), text);
    }
    run("git", "init", "--quiet");
    const { stdout } = run(process.execPath, bin, "--color", "always");
    writeFileSync(join(at, "terminal.html"), terminalPage(`$ npx @caio/cli\n${stdout}`));
    run(process.execPath, bin, "--reporter", "html=report.html", "--", ...Object.keys(files));
    mkdirSync(folder, { recursive: true });
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.goto(pathToFileURL(join(at, "report.html")).href);
    await page.screenshot({ path: join(folder, "report.png") });
    await page.goto(pathToFileURL(join(at, "terminal.html")).href);
    await page.locator("pre").screenshot({ path: join(folder, "terminal.png") });
  } finally {
    await browser.close();
    rmSync(at, { recursive: true, force: true });
  }
}
