// Links: all Markdown of a folder, judged by caio, lychee and remark-validate-links. The folder: CAIO_BENCH_DOCUMENTS; without it the installed packages.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { realpathSync, writeFileSync } from "node:fs";
import type { Bench } from "../bench.js";
import { copyCorpus } from "../links/corpus.js";
import { caio, peer } from "../programs.js";

const installed = fileURLToPath(new URL("../../../../node_modules", import.meta.url));

/** The plugin stands beside the program. */
const remarkPlugin = (): string => join(dirname(realpathSync(peer("remark"))), "../remark-validate-links/index.js");

/** lychee is native code on all processors: its processor time is what counts. */
export const links: Bench = {
  name: "links",
  summary: "relative links and anchors of all Markdown of a folder",
  goal: { times: 1.2, of: "lychee --offline --include-fragments", by: "cpu" },
  prepare(folder) {
    const root = join(folder, "corpus");
    const { documents, bytes } = copyCorpus(process.env["CAIO_BENCH_DOCUMENTS"] ?? installed, root, "corpus");
    console.log(`links: ${documents.length} documents, ${(bytes / 1e6).toFixed(1)} MB`);
    const list = join(folder, "list");
    writeFileSync(list, documents.map((path) => join(root, path)).join("\n"));
    // Each of them ends with its own code for broken links; the codes are not what is measured.
    const any = (argv: readonly string[]): readonly [string, ...string[]] => ["sh", "-c", '"$@" >/dev/null 2>&1; exit 0', "sh", ...argv];
    return [
      { name: "caio doc-sync", argv: any([process.execPath, caio, "doc-sync", "--reporter", "json"]), cwd: root },
      {
        name: "lychee --offline --include-fragments",
        argv: any([peer("lychee"), "--offline", "--include-fragments", "--no-progress", "--hidden", "--no-ignore", "--root-dir", root, "--files-from", list]),
        cwd: root,
      },
      ...(process.env["CAIO_BENCH_REMARK"] === "0"
        ? []
        : [
            {
              name: "remark-validate-links",
              argv: any([peer("remark"), "--no-stdout", "--quiet", "--use", `${remarkPlugin()}=repository:false`, "."]),
              cwd: root,
              environment: { NODE_OPTIONS: "--max-old-space-size=6000" },
            },
          ]),
    ];
  },
};
