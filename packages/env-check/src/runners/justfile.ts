// Justfiles: recipes with their commands, as far as they can be read without running just.
import type { Range, SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import { join } from "../chain/paths.js";
import type { Runner } from "./runner.js";

/** A recipe. */
interface Recipe {
  readonly name: string;
  readonly range: Range;
  readonly needs: readonly string[];
  /** How many words it takes; more than any call has where it takes all. */
  readonly parameters: number;
  /** Where it runs, from the file's folder; undefined where that is computed. */
  readonly folder: string | undefined;
  readonly body: readonly { readonly text: string; readonly range: Range }[];
}

interface Justfile {
  readonly recipes: ReadonlyMap<string, Recipe>;
  /** By alias, the recipe. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether there may be recipes that do not stand in it: those of imported files and of modules, of a justfile above. */
  readonly isPartial: boolean;
  /** Whether its lines are a POSIX shell's. */
  readonly isShell: boolean;
}

export const isJustfile = (path: string): boolean => /(?:^|\/)\.?justfile$/i.test(path);

const unquoted = (text: string): string | undefined =>
  /^(?:"([^"\\]*)"|'([^']*)')$/
    .exec(text.trim())
    ?.slice(1)
    .find((one) => one !== undefined);

/** `name param='x' +rest: need (other "word") && after` */
const header = /^@?([A-Za-z_][\w-]*)((?:[ \t][^:\r\n]*)?):(?!=)([^\r\n]*)$/;

/** `{{name}}` of plain assignments; what else is in braces is computed, and so it is for the shell's reader. */
const expand = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replace(/\{\{([^{}]{0,400})\}\}/g, (_whole, name: string) => variables.get(name.trim()) ?? "$JUST");

/** The recipes of a justfile. Never throws. */
function readJustfile({ text }: SourceText): Justfile {
  const variables = new Map<string, string>();
  const aliases = new Map<string, string>();
  const recipes = new Map<string, Recipe & { body: { text: string; range: Range }[] }>();
  let open: { body: { text: string; range: Range }[] } | undefined;
  let folder: string | undefined = "";
  /** What an attribute says of the recipe that follows. */
  let own: { readonly folder: string | undefined } | undefined;
  let isPartial = false;
  let isShell = true;
  for (const { index, 0: whole } of text.matchAll(/(?:[^\\\r\n]|\\(?:\r\n|[^]))*(?:\r\n|\n|\r|$)/g)) {
    const line = whole.trimEnd();
    if (line === "") {
      if (whole === "") break;
      continue;
    }
    if (/^[ \t]/.test(line)) {
      const lead = /^[\t ]*/.exec(line)?.[0].length ?? 0;
      open?.body.push({ text: line.slice(lead), range: [index + lead, index + line.length] });
      continue;
    }
    open = undefined;
    if (line.startsWith("#")) continue;
    const attribute = /^\[(.*)\]$/.exec(line)?.[1];
    if (attribute !== undefined) {
      const place = /\bworking-directory\s*(?::|\()\s*(["'][^"']*["'])/.exec(attribute)?.[1];
      if (place !== undefined) own = { folder: unquoted(place) };
      else if (/\bno-cd\b|\bscript\b/.test(attribute)) own = { folder: undefined };
      continue;
    }
    const [, kind, rest = ""] = /^(import|mod)\b\??(.*)$/.exec(line) ?? /^set\s+([\w-]+)(.*)$/.exec(line) ?? [];
    if (kind === "import" || kind === "mod" || kind === "fallback") isPartial = true;
    else if (kind === "working-directory") folder = unquoted(rest.replace(/^\s*:=/, ""));
    else if (kind === "shell" || kind === "script-interpreter") isShell &&= kind !== "shell" || /^\s*:=\s*\[\s*["'](?:\/\S*\/)?(?:ba|z|da)?sh["']/.test(rest);
    if (kind !== undefined) continue;
    const [, alias, meant] = /^alias\s+([\w-]+)\s*:=\s*([\w-]+)\s*$/.exec(line) ?? [];
    if (alias !== undefined && meant !== undefined) {
      aliases.set(alias, meant);
      continue;
    }
    const [, name, value] = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      const plain = unquoted(value ?? "");
      if (plain !== undefined) variables.set(name, plain);
      continue;
    }
    const [, called, taken = "", needs = ""] = header.exec(line) ?? [];
    if (called === undefined) continue;
    const words = taken.trim() === "" ? [] : taken.trim().split(/\s+/);
    const recipe = {
      name: called,
      range: [index, index + line.length] as Range,
      needs: needs.replace(/#.*$/, "").match(/(?<![\w"'-])[A-Za-z_][\w-]*(?![\w"':-])/g) ?? [],
      parameters: words.some((word) => /^\$?[*+]/.test(word)) ? Number.MAX_SAFE_INTEGER : words.length,
      folder: own === undefined ? folder : own.folder,
      body: [],
    };
    own = undefined;
    recipes.set(called, recipe);
    open = recipe;
  }
  const made = [...recipes.values()].map((recipe): Recipe => ({
    ...recipe,
    body: recipe.body.map(({ text: code, range }) => ({ text: expand(code, variables), range })),
  }));
  return { recipes: new Map(made.map((recipe) => [recipe.name, recipe])), aliases, isPartial, isShell };
}

const known = new WeakMap<SourceText, Justfile>();

function justfileOf(source: SourceText): Justfile {
  const before = known.get(source) ?? readJustfile(source);
  known.set(source, before);
  return before;
}

/** The recipes among the words of a call: behind each stand the words that it takes. */
function calledIn({ recipes, aliases }: Justfile, words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const name = aliases.get(word) ?? word;
    found.push(name);
    at += recipes.get(name)?.parameters ?? words.length;
  }
  return found;
}

/** What `just WORDS` runs, what a recipe needs first; without words the first recipe, and all of them where `words` is not given. */
export function justRunners(source: SourceText, words: readonly string[] | undefined): readonly Runner[] {
  const file = justfileOf(source);
  if (!file.isShell) return [];
  const all = [...file.recipes.keys()];
  const wanted = words === undefined ? all : words.length > 0 ? calledIn(file, words) : all.slice(0, 1);
  const seen = new Set<string>();
  const found: Runner[] = [];
  const visit = (name: string): void => {
    const recipe = file.recipes.get(name);
    if (recipe === undefined || seen.has(name) || seen.size > 1000) return;
    seen.add(name);
    if (words !== undefined) for (const need of recipe.needs) visit(need);
    const place = recipe.folder === undefined ? undefined : join(folderOf(source.path), recipe.folder);
    const at = source.at(recipe.range);
    const [first] = recipe.body;
    const lines = first?.text.startsWith("#!") === true ? scriptOf(recipe) : recipe.body.filter(({ text }) => !text.startsWith("#"));
    for (const { text, range } of lines)
      found.push({ kind: "target", name: `just ${name}`, at, text: text.replace(/^[@-]+/, ""), textAt: source.at(range), folder: place });
  };
  for (const name of wanted) visit(name);
  return found;
}

/** A recipe with a `#!` is one script; of a shell's it is followed. */
function scriptOf({ body }: Recipe): Recipe["body"] {
  const [first] = body;
  const last = body.at(-1);
  if (first === undefined || last === undefined || !/^#!.*\b(?:ba|z|da)?sh\b/.test(first.text)) return [];
  return [{ text: body.map(({ text }) => text).join("\n"), range: [first.range[0], last.range[1]] }];
}

/** The recipes that a call names and a justfile does not have; none where there may be more than are read. */
export function absentRecipes(source: SourceText, words: readonly string[]): readonly string[] {
  const file = justfileOf(source);
  return file.isPartial ? [] : calledIn(file, words).filter((name) => /^[A-Za-z_][\w-]*$/.test(name) && !file.recipes.has(name));
}

/** The words behind `just` that name recipes; undefined where another file is meant, or nothing is run. */
export function recipeWords(words: readonly { readonly text: string; readonly isKnown: boolean }[]): readonly string[] | undefined {
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const { text, isKnown } = words[at] ?? { text: "", isKnown: false };
    if (found.length === 0 && /^(?:-[qvny]|--(?:quiet|verbose|dry-run|yes|no-deps|timestamp|unstable|no-dotenv|one|highlight|no-highlight))$/.test(text))
      continue;
    if (found.length === 0 && text === "--set") at += 2;
    else if (found.length === 0 && (text.startsWith("-") || !isKnown)) return undefined;
    else if (found.length > 0 || !/^\w+=/.test(text)) found.push(text);
  }
  return found;
}
