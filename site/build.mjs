// `npm run site`: gathers the pages, checks their links with doc-sync, takes the pictures, and builds the site into site/dist.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { gather, workspace } from "./gather.mjs";
import { takePictures } from "./pictures.mjs";

const site = join(workspace, "site");
const pages = join(site, "pages");

/** Runs what has to succeed. */
function need(cwd, program, ...args) {
  const { status } = spawnSync(program, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed.`);
}

console.log(`${gather(pages)} pages`);
await takePictures(join(pages, "public"));
appendFileSync(join(pages, "index.md"), "\n## Seen\n\n![caio in a terminal](./public/terminal.png)\n\n![The HTML report](./public/report.png)\n");
need(workspace, process.execPath, "packages/cli/dist/bin.cjs", "doc-sync", "--no-ignore", "--max-warnings", "0", "--", "site/pages");
if (!existsSync(join(site, "node_modules/vitepress"))) need(site, "npm", "install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts");
need(site, "node_modules/.bin/vitepress", "build", "pages", "--outDir", join(site, "dist"));
