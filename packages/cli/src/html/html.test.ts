// The HTML report in a real browser: clicked through, checked by axe, and attacked.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gitRepo, outsideCi } from "@caio/testing";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../dist/bin.cjs", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "caio-html-"));
const hostile = "x</script><script>window.pwned=1<!--<img src=x onerror=window.pwned=1>.md";
let browser: Browser;

/** Debian's, or another that the machine has; `tools/peers chromium` installs it. */
function chromiumPath(): string {
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  throw new Error("There is no Chromium here: `tools/peers chromium` installs it.");
}

function report(root: string, name: string, ...args: readonly string[]): string {
  const file = join(folder, name);
  spawnSync(process.execPath, [bin, "--reporter", `html=${file}`, ...args], { cwd: root, env: outsideCi(), maxBuffer: 1 << 28 });
  return pathToFileURL(file).href;
}

async function open(url: string, colorScheme: "light" | "dark" = "light", width = 1400): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
  page.on("request", (request) => {
    const address = request.url();
    if (address !== url && !address.startsWith("data:")) faults.push(`asked for ${address}`);
  });
  await page.goto(url);
  await page.getByRole("status").waitFor();
  return { page, faults };
}

/** What axe finds against WCAG 2.2 A and AA. It is put in by the browser itself, past the page's policy. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations;
  });
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(" ")
        .slice(0, 300)}`,
  );
}

let small = "";
let large = "";
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
  const legacy = "repos:\n- repo: local\n  hooks:\n  - id: t\n    name: t\n    entry: t\n    language: system\n    stages: [commit]\n";
  const repo = gitRepo([
    {
      write: {
        ".pre-commit-config.yaml": legacy,
        CODEOWNERS: "* @everyone\n/docs/ @writers @more\n",
        "docs/one.md": "# One\n\n[a](gone.md)\n",
        [hostile]: "# X\n\n[y](#nothing)\n",
        "docs/two.md": "# Two\n\n[a](gone-too.md)\n",
        "other.md": "[x](nowhere.md)\n",
        "image.md": new Uint8Array([137, 80, 0, 0]),
      },
    },
    { commit: "one" },
  ]);
  writeFileSync(join(repo.root, "docs/two.md"), "# Two\n\n[a](gone-too.md)\n");
  execFileSync(process.execPath, [bin, "baseline", "write"], { cwd: repo.root });
  writeFileSync(join(repo.root, "docs/three.md"), "# Three\n\n[new](missing.md)\n");
  const base = readFileSync(join(repo.root, ".caio/baseline"), "utf8");
  writeFileSync(join(repo.root, ".caio/baseline"), base.replace(/^.*(?:docs\/one\.md|onerror.*)\n/gm, "").replace(/^.*pre-commit-config.*\n/gm, ""));
  const trend = join(folder, "trend");
  mkdirSync(trend);
  for (const [name, errors] of [
    ["2026-01", 9],
    ["2026-02", 5],
  ] as const)
    writeFileSync(join(trend, `${name}.json`), JSON.stringify({ summary: { errors, warnings: 2, notes: 1 } }));
  small = report(repo.root, "small.html", "--trend", trend);
  repo.dispose();
  const many = gitRepo();
  for (let file = 0; file < 500; file++)
    writeFileSync(join(many.root, `f${file}.md`), Array.from({ length: 20 }, (_, line) => `[l${line}](missing-${file}-${line}.md)\n\n`).join(""));
  large = report(many.root, "large.html");
  many.dispose();
}, 300_000);
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

describe("the HTML report", () => {
  it("shows totals, filters, groups, a finding with its lines and its fix as a patch, and what was left out", async () => {
    const { page, faults } = await open(small);
    // docs/two.md and other.md are accepted, and out of the way.
    await expect.poll(() => page.getByRole("status").textContent()).toMatch(/^\d+ of \d+ findings$/);
    const items = page.locator("button.finding");
    expect(await items.filter({ hasText: "gone-too" }).count()).toBe(0);
    await page.getByRole("button", { name: /^accepted/ }).click();
    expect(await items.filter({ hasText: "gone-too" }).count()).toBe(1);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("button", { name: /^@writers/ }).click();
    expect(await page.locator(".group .name").allTextContents()).toEqual(expect.arrayContaining(["docs/one.md", "docs/three.md", "docs/two.md"]));
    expect(await page.locator(".group .name").allTextContents()).not.toContain("other.md");
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Group by").selectOption("rule");
    expect(await page.locator(".group .name").allTextContents()).toContain("hook-config/legacy-stage");
    await page.getByLabel("Group by").selectOption("owner");
    expect(await page.locator(".group .name").allTextContents()).toEqual(expect.arrayContaining(["@writers", "@everyone"]));
    await page.keyboard.press("Escape");
    await page.locator("body").press("/");
    await page.keyboard.type("legacy stage");
    expect(await page.getByRole("status").textContent()).toMatch(/^1 of /);
    await items.first().click();
    const panel = page.locator(".panel");
    expect(await panel.locator("mark").textContent()).toBe("commit");
    const patch = await panel.locator(".fix .patch .line").allTextContents();
    expect(patch).toEqual(expect.arrayContaining(["-    stages: [commit]", "+    stages: [pre-commit]"]));
    await page.getByRole("tab", { name: /Left out/ }).click();
    expect(await page.locator("#page-rest").textContent()).toContain("image.md");
    await page.getByRole("tab", { name: "Trend" }).click();
    expect(await page.locator(".trend tbody th").allTextContents()).toEqual(["this run", "2026-02", "2026-01"]);
    expect(await page.locator(".trend circle").count()).toBe(9);
    expect(faults).toEqual([]);
  });

  it("is worked by the keyboard alone", async () => {
    const { page, faults } = await open(large);
    await page.locator("button.finding").first().focus();
    await page.keyboard.press("Enter");
    for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-position"))).toBe("30");
    expect(await page.locator("button.finding[aria-current=true]").count()).toBe(1);
    expect(await page.locator(".panel h2").textContent()).toContain("missing-");
    await page.keyboard.press("Escape");
    expect(await page.locator(".panel").textContent()).toContain("Choose a finding");
    expect(faults).toEqual([]);
  });

  it("runs nothing that a repository brings, and asks for nothing", async () => {
    const { page, faults } = await open(small);
    await page.getByLabel("Search").fill("pwned");
    await page.locator("button.finding").first().click();
    expect(await page.locator(".panel h2").textContent()).toContain("</script><script>");
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    expect(await page.locator("#app script, #app img").count()).toBe(0);
    expect(faults).toEqual([]);
    // And the policy holds: an element that is put in by hand is refused.
    await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.textContent = "window.pwned = 2";
        document.body.append(script);
      } catch {
        // Trusted Types refuse the text before the policy does.
      }
    });
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  });

  it.each(["light", "dark"] as const)(
    "has no violation of WCAG 2.2 AA in %s, on each of its pages",
    async (scheme) => {
      const { page } = await open(small, scheme);
      expect(await violations(page)).toEqual([]);
      await page.locator("button.finding").first().click();
      await page.locator("details summary").click();
      expect(await violations(page)).toEqual([]);
      for (const name of [/Trend/, /Left out/]) {
        await page.getByRole("tab", { name }).click();
        expect(await violations(page)).toEqual([]);
      }
      const { page: narrow } = await open(small, scheme, 390);
      expect(await violations(narrow)).toEqual([]);
      await narrow.locator("button.finding").first().click();
      expect(await violations(narrow)).toEqual([]);
    },
    120_000,
  );

  it("prints what is shown, whole, and no control", async () => {
    const { page } = await open(small);
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(5_000);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("main").isVisible()).toBe(false);
    expect(await page.locator(".paper .detail").count()).toBeGreaterThan(2);
    expect(await page.locator(".paper").textContent()).toContain("docs/three.md:3");
  });

  // How fast: tools/bench/html/load.mjs.
  it("10,000 findings: shown and searched with few elements", async () => {
    const { page } = await open(large);
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(400);
    await page.getByRole("searchbox").fill("missing-321-7.md");
    await page.getByText("1 of 10,000 findings").waitFor();
    expect(await page.getByRole("status").textContent()).toBe("1 of 10,000 findings");
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(400);
  });
});
