// What decides where programs differ: mdast's reading of CommonMark and GFM, github-slugger's anchors, and the files that are there. Nothing of caio.
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString as textOf } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import { peer } from "../programs.js";
import type { Corpus } from "./corpus.js";
import { decoded, key } from "./key.js";

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree | Tree["children"][number];
interface Slugger {
  slug(text: string): string;
}

/** One document as the oracle reads it. */
interface Read {
  readonly text: string;
  /** Relative links by key. */
  readonly links: ReadonlySet<string>;
  /** Those that begin with a slash: what they mean only a renderer knows. */
  readonly rooted: ReadonlySet<string>;
  readonly anchors: ReadonlySet<string>;
  /** What holds no links, with the rule that says so. */
  readonly silent: readonly { readonly start: number; readonly end: number; readonly rule: string }[];
}

/** Who is right about a link, by which rule. */
export interface Ruling {
  readonly isBroken: boolean;
  readonly rule: string;
}

export interface Oracle {
  /** Whether a link is written from a root: those are not compared. */
  isRooted(link: string): boolean;
  rule(link: string): Ruling;
}

const attribute = /\s(href|src|srcset|id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;
const numbers = /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/;

async function sluggerOf(): Promise<new () => Slugger> {
  // It stands beside remark-validate-links, which numbers by it.
  const beside = createRequire(join(dirname(realpathSync(peer("remark"))), "../remark-validate-links/index.js"));
  const { default: made } = (await import(pathToFileURL(beside.resolve("github-slugger")).href)) as { default: new () => Slugger };
  return made;
}

/** Front matter is GitHub's, not CommonMark's: blanked, so that offsets stay. */
function withoutFrontMatter(text: string): string {
  const [matter = ""] = /^\uFEFF?---[ \t]*\r?\n[^]*?\r?\n---[ \t]*(?=\r?\n|$)/.exec(text) ?? [];
  return /^\S+:/m.test(matter) ? matter.replace(/[^\r\n]/g, " ") + text.slice(matter.length) : text;
}

function read(document: string, written: string, Slugs: new () => Slugger): Read {
  const text = withoutFrontMatter(written);
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const links = new Set<string>();
  const rooted = new Set<string>();
  const anchors = new Set<string>();
  const silent: { start: number; end: number; rule: string }[] = [];
  const slugs = new Slugs();
  const htmlHeadings: string[] = [];
  const add = (target: string): void => {
    if (target === "" || /^[A-Za-z][\w+.-]*:|^\/\//.test(target)) return;
    const [path = "", ...anchor] = target.split("#");
    const bare = path.replace(/\?.*$/, "");
    const [to, place] = bare.startsWith("/")
      ? [rooted, bare.replace(/^\/+/, "")]
      : [links, bare === "" ? document : posix.join(posix.dirname(document), decoded(bare))];
    to.add(key(document, place, anchor.length === 0 ? undefined : anchor.join("#")));
  };
  const html = (value: string): void => {
    for (const [tag] of value.replace(/<!--[^]*?(?:-->|$)/g, "").matchAll(/<[A-Za-z][^<>]*>/g))
      for (const [, name = "", ...values] of tag.matchAll(attribute)) {
        const own = (values.find((one) => one !== undefined) ?? "").replaceAll("&amp;", "&").trim();
        if (/^(?:id|name)$/i.test(name)) anchors.add(own.toLowerCase());
        // HTML 4.8.4.2.1: each candidate is an address with a size behind it.
        else if (/^srcset$/i.test(name)) for (const candidate of own.split(/,\s+/)) add(candidate.trim().split(/\s/, 1)[0] ?? "");
        else add(own);
      }
    for (const [, title = ""] of value.matchAll(/<h[1-6][^>]*>([^]*?)<\/h[1-6]>/gi)) htmlHeadings.push(title.replace(/<[^>]*>/g, ""));
  };
  const visit = (node: Node): void => {
    const place = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === "heading") anchors.add(slugs.slug(textOf(node, { includeImageAlt: false, includeHtml: false })));
    else if (node.type === "link" || node.type === "image" || node.type === "definition") add(node.url);
    else if (node.type === "html") {
      html(node.value);
      silent.push({ ...place, rule: "CommonMark 4.6, 6.6: Markdown within HTML is none" });
    } else if (node.type === "code")
      silent.push({
        ...place,
        rule:
          text.startsWith(" ", place.start) || node.lang === undefined
            ? "CommonMark 4.4, 4.5: code blocks hold no links"
            : "CommonMark 4.5: fenced code holds no links",
      });
    else if (node.type === "inlineCode") silent.push({ ...place, rule: "CommonMark 6.1: code spans hold no links" });
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  for (const title of htmlHeadings) {
    anchors.add(slugs.slug(title));
    anchors.add(slugs.slug(title.trim()));
  }
  return { text, links, rooted, anchors, silent };
}

/** Whether a path is there in this letter case, whatever the disk does. */
function isThere(root: string, path: string): boolean {
  let folder = root;
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (!existsSync(folder) || !statSync(folder).isDirectory() || !readdirSync(folder).some((name) => name.normalize() === segment.normalize())) return false;
    folder = join(folder, segment);
  }
  return true;
}

/** VuePress, "Import Code Blocks": `@[code](@name/…)` embeds a file, and `handlePath` of the site's configuration says where `@name` is. */
function aliasesOf(from: string): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const folder of [".vuepress", ".vitepress"])
    for (const name of ["config.js", "config.mjs", "config.ts", "config.mts"]) {
      const path = join(from, folder, name);
      const text = existsSync(path) ? readFileSync(path, "utf8") : "";
      for (const [, alias = "", to = ""] of text.matchAll(/replace\(\s*\/\^(@[\w-]+)\/\s*,\s*path\.resolve\(\s*__dirname\s*,\s*['"]([^'"]+)['"]/g))
        aliases.set(alias, posix.normalize(posix.join(folder, to)));
    }
  return aliases;
}

/** The oracle of a corpus; each document is read when it is first asked for. */
export async function oracleOf({ root, from, documents }: Corpus): Promise<Oracle> {
  const Slugs = await sluggerOf();
  const aliases = aliasesOf(from);
  const known = new Map<string, Read>();
  const own = new Set(documents.map((path) => path.normalize()));
  const real = new Map(documents.map((path) => [path.normalize(), path]));
  const open = (document: string): Read => {
    let found = known.get(document);
    if (found === undefined) known.set(document, (found = read(document, readFileSync(join(root, real.get(document.normalize()) ?? document), "utf8"), Slugs)));
    return found;
  };
  return {
    isRooted: (link) => open(link.split(" -> ", 1)[0] ?? "").rooted.has(link),
    rule(link) {
      const [document = "", target = ""] = link.split(" -> ");
      const [path = "", anchor] = target.split("#", 2) as [string, string?];
      const { links, text, silent } = open(document);
      const hasLink = links.has(link) || (anchor === undefined && [...links].some((one) => one.startsWith(`${link}#`)));
      if (!hasLink) {
        const name = path.slice(path.lastIndexOf("/") + 1);
        for (let at = name === "" ? -1 : text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
          const inside = silent.find(({ start, end }) => start <= at && at < end);
          if (inside !== undefined) return { isBroken: false, rule: inside.rule };
        }
        return { isBroken: false, rule: "CommonMark 6.3, 4.7: no link with this target" };
      }
      const [, alias = "", rest = ""] = /(?:^|\/)(@[\w-]+)\/(.+)$/.exec(path) ?? [];
      const folder = aliases.get(alias);
      if (folder !== undefined && text.includes(`](${alias}/${rest})`))
        return { isBroken: !isThere(root, posix.join(folder, rest)), rule: `VuePress: the site's configuration leads ${alias} to ${folder}` };
      if (path.startsWith("..")) return { isBroken: true, rule: "GitHub: the path leaves the repository" };
      if (!isThere(root, path)) return { isBroken: true, rule: "GitHub: there is no such file" };
      if (anchor === undefined) return { isBroken: false, rule: "GitHub: the file or folder is there" };
      if (anchor === "" || /^(?:top|readme(?:-ov-file)?)$/i.test(anchor) || numbers.test(anchor.toUpperCase()))
        return { isBroken: false, rule: "GitHub: its pages have this anchor by themselves" };
      if (!own.has(path)) return { isBroken: false, rule: "GitHub: only documents have anchors that are known" };
      const bare = anchor.replace(/^user-content-/, "");
      return open(path).anchors.has(bare) || open(path).anchors.has(anchor)
        ? { isBroken: false, rule: "GitHub: a heading or an id of this name is there (github-slugger)" }
        : { isBroken: true, rule: "GitHub: no heading or id of this name (github-slugger)" };
    },
  };
}
