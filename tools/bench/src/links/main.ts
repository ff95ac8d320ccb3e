// `node tools/bench/dist/links/main.js FOLDER...`: on which relative links of real repositories caio, lychee and remark-validate-links agree, and each on which they do not.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { copyCorpus } from "./corpus.js";
import { allLinks, caioSays, lycheeSays, remarkSays } from "./judges.js";

const parent = mkdtempSync(join(tmpdir(), "caio-links-"));
const lines: string[] = [];
let [documents, bytes, links] = [0, 0, 0];
const differing = { lychee: 0, remark: 0 };
try {
  for (const folder of process.argv.slice(2)) {
    const corpus = copyCorpus(folder, join(parent, basename(folder)), basename(folder));
    const all = await allLinks(corpus);
    const mine = caioSays(corpus);
    documents += corpus.documents.length;
    bytes += corpus.bytes;
    links += all.size;
    for (const [peer, said] of [["lychee", lycheeSays(corpus)] as const, ["remark", remarkSays(corpus)] as const]) {
      // remark names a missing file without its anchor.
      const without = (link: string): string => link.replace(/#.*$/, "");
      const mineHere = peer === "remark" ? new Map([...mine].map(([link, text]) => [/ leads to /.test(text) ? without(link) : link, text])) : mine;
      for (const [link, text] of mineHere)
        if (!said.has(link) && !said.has(without(link))) lines.push(`caio alone (${peer})\t${corpus.name}\t${link}\t${text}`);
      for (const [link, text] of said)
        if (!mineHere.has(link) && !mineHere.has(without(link)) && !link.includes("-> /")) lines.push(`${peer} alone\t${corpus.name}\t${link}\t${text}`);
    }
    console.error(`${corpus.name}: ${corpus.documents.length} documents, ${all.size} links, ${mine.size} broken`);
    rmSync(corpus.root, { recursive: true, force: true });
  }
} finally {
  rmSync(parent, { recursive: true, force: true });
}
for (const line of lines) differing[line.includes("lychee") ? "lychee" : "remark"]++;
writeFileSync("links-differences.tsv", `${lines.join("\n")}\n`);
console.log(
  JSON.stringify({
    documents,
    bytes,
    links,
    differing,
    agreement: Object.fromEntries(Object.entries(differing).map(([peer, count]) => [peer, 1 - count / links])),
  }),
);
