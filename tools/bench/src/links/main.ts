// `node tools/bench/dist/links/main.js FOLDER...`: on which relative links of real repositories caio, lychee and remark-validate-links agree. Each difference is listed with the rule that decides it, and who is right by that rule. CAIO_LINKS_PEERS=lychee leaves remark out.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { copyCorpus } from "./corpus.js";
import { allLinks, caioSays, lycheeSays, remarkSays } from "./judges.js";
import { oracleOf } from "./oracle.js";

const judges = { lychee: lycheeSays, remark: remarkSays } as const;
type Peer = keyof typeof judges;
const peers = (process.env["CAIO_LINKS_PEERS"] ?? "lychee,remark").split(",") as Peer[];

const parent = mkdtempSync(join(tmpdir(), "caio-links-"));
const lines: string[] = [];
const causes = new Map<string, number>();
let [documents, bytes, links] = [0, 0, 0];
const differing = { lychee: 0, remark: 0 };
const wrong = { lychee: 0, remark: 0 };
try {
  for (const folder of process.argv.slice(2)) {
    const corpus = copyCorpus(folder, join(parent, basename(folder)), basename(folder));
    const all = await allLinks(corpus);
    const mine = caioSays(corpus);
    const oracle = await oracleOf(corpus);
    documents += corpus.documents.length;
    bytes += corpus.bytes;
    links += all.size;
    for (const peer of peers) {
      const said = judges[peer](corpus);
      // remark names a missing file without its anchor.
      const without = (link: string): string => link.replace(/#.*$/, "");
      const mineHere = peer === "remark" ? new Map([...mine].map(([link, text]) => [/ leads to /.test(text) ? without(link) : link, text])) : mine;
      const note = (who: "caio" | Peer, link: string, text: string): void => {
        const { isBroken, rule } = oracle.rule(link);
        const isMine = (who === "caio") === isBroken;
        differing[peer]++;
        if (!isMine) wrong[peer]++;
        const cause = `${peer}\t${isMine ? "caio is right" : "caio is wrong"}\t${who} alone\t${rule}`;
        causes.set(cause, (causes.get(cause) ?? 0) + 1);
        lines.push(`${cause}\t${corpus.name}\t${link}\t${text.replaceAll(/[\t\n]/g, " ")}`);
      };
      for (const [link, text] of mineHere) if (!said.has(link) && !said.has(without(link))) note("caio", link, text);
      for (const [link, text] of said)
        if (!mineHere.has(link) && !mineHere.has(without(link)) && !link.includes("-> /") && !oracle.isRooted(link)) note(peer, link, text);
    }
    console.error(`${corpus.name}: ${corpus.documents.length} documents, ${all.size} links, ${mine.size} broken, ${lines.length} differences so far`);
    writeFileSync("links-differences.tsv", `${lines.toSorted().join("\n")}\n`);
    rmSync(corpus.root, { recursive: true, force: true });
  }
} finally {
  rmSync(parent, { recursive: true, force: true });
}
for (const [cause, count] of [...causes].toSorted()) console.log(`${String(count).padStart(6)}  ${cause}`);
const rates = (counts: Readonly<Record<Peer, number>>): Record<string, number> => Object.fromEntries(peers.map((peer) => [peer, 1 - counts[peer] / links]));
console.log(JSON.stringify({ documents, bytes, links, differing, raw: rates(differing), wrong, adjudicated: rates(wrong) }));
