// What each program says of a corpus: the links that it takes for broken, as `document -> path#anchor`.
import { spawnSync } from "node:child_process";
import { realpathSync, writeFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { caio, peer, room } from "../programs.js";
import type { Corpus } from "./corpus.js";
import { decoded, key } from "./key.js";

type Said = ReadonlyMap<string, string>;
const limit = { encoding: "utf8", maxBuffer: 1 << 30 } as const;

/** All relative links that caio's scanner reads in the documents, of each document's different ones. */
export async function allLinks({ root, documents }: Corpus): Promise<ReadonlySet<string>> {
  const { readFileSync } = await import("node:fs");
  const { scanMarkdown } = (await import(room("markdown"))) as {
    scanMarkdown(text: string): {
      links: readonly { target?: string; kind: string }[];
      tags: readonly { attributes: readonly { name: string; value: string }[] }[];
    };
  };
  const found = new Set<string>();
  for (const document of documents) {
    const { links, tags } = scanMarkdown(readFileSync(join(root, document), "utf8"));
    const html = tags.flatMap(({ attributes }) => attributes.filter(({ name }) => name === "href" || name === "src").map(({ value }) => value));
    for (const target of [...links.flatMap(({ target: one, kind }) => (one === undefined || kind === "autolink" ? [] : [one])), ...html]) {
      if (target === "" || /^[A-Za-z][\w+.-]*:|^\//.test(target)) continue;
      const [path = "", anchor] = target.split("#", 2);
      found.add(key(document, path === "" ? document : posix.join(posix.dirname(document), path.replace(/\?.*$/, "")), anchor));
    }
  }
  return found;
}

export function caioSays({ root }: Corpus): Said {
  const { stdout } = spawnSync(process.execPath, [caio, "doc-sync", "--reporter", "json"], { cwd: root, ...limit });
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { rule: string; severity: string; path: string; message: string; data: Record<string, string> }[];
  };
  const said = new Map<string, string>();
  for (const { rule, severity, path, message, data } of findings) {
    if (rule === "doc-sync/broken-link" || rule === "doc-sync/link-case")
      said.set(key(path, data["path"] ?? "", data["target"]?.split("#", 2)[1]), `${severity} ${message}`);
    else if (rule === "doc-sync/broken-anchor") said.set(key(path, data["path"] ?? "", data["anchor"]), `${severity} ${message}`);
    else if (rule === "doc-sync/link-escapes-root")
      said.set(key(path, posix.join(posix.dirname(path), data["target"]?.split("#", 2)[0] ?? ""), data["target"]?.split("#", 2)[1]), message);
  }
  return said;
}

export function lycheeSays({ root, documents }: Corpus): Said {
  const list = `${root}.list`;
  writeFileSync(list, documents.map((path) => join(root, path)).join("\n"));
  const ask = (): { stdout: string; stderr: string } =>
    spawnSync(
      peer("lychee"),
      ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--root-dir", root, "--hidden", "--no-ignore", "--files-from", list],
      { cwd: root, timeout: 120_000, killSignal: "SIGKILL", ...limit },
    );
  let { stdout, stderr } = ask();
  // On a busy machine 0.24.2 may wait for itself without an end.
  for (let more = 4; more > 0 && !stdout.startsWith("{"); more--) ({ stdout, stderr } = ask());
  if (!stdout.startsWith("{")) throw new Error(`lychee: ${stderr.slice(0, 500)}`);
  const report = JSON.parse(stdout) as { error_map: Record<string, readonly { url: string; status: { text: string } }[]> };
  const said = new Map<string, string>();
  const base = pathToFileURL(`${root}/`).href;
  for (const [file, errors] of Object.entries(report.error_map))
    for (const { url, status } of errors) {
      const document = relative(root, file);
      const [path = "", anchor] = (
        url.startsWith("file:")
          ? decoded(url.split("#", 1)[0] ?? "").replace(decoded(base), "") + (url.includes("#") ? `#${url.split("#").slice(1).join("#")}` : "")
          : url
      ).split("#", 2);
      said.set(key(document, path.replace(/\?.*$/, ""), anchor), status.text.replaceAll(root, ""));
    }
  return said;
}

export function remarkSays({ root, documents }: Corpus): Said {
  const said = new Map<string, string>();
  // All documents at once, so that headings of other files are known. The plugin stands beside the program.
  const plugin = join(dirname(realpathSync(peer("remark"))), "../remark-validate-links/index.js");
  const { stderr, status, signal } = spawnSync(peer("remark"), ["--no-stdout", "--frail", "--no-color", "--use", `${plugin}=repository:false`, "."], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "--max-old-space-size=6000" },
    timeout: 1_800_000,
    ...limit,
  });
  // 1 is what `--frail` gives for warnings: they are what is asked for.
  if (status !== 0 && status !== 1) throw new Error(`remark: ${signal ?? status} ${stderr.slice(-500)}`);
  let document = "";
  for (const line of stderr.split("\n")) {
    if (documents.includes(line.trim())) document = line.trim();
    const [, path] = /Cannot find file `([^`]*)`/.exec(line) ?? [];
    const [, anchor, inside] = /Cannot find heading for `#([^`]*)`(?: in `([^`]*)`)?/.exec(line) ?? [];
    const beside = (target: string): string => posix.join(posix.dirname(document), decoded(target));
    if (path !== undefined) said.set(key(document, beside(path), undefined), line.trim());
    else if (anchor !== undefined) said.set(key(document, inside === undefined ? document : beside(inside), anchor), line.trim());
  }
  return said;
}
