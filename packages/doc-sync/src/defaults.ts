// The options in force where no configuration says otherwise.
import type { GeneratedOption } from "./generated/options.js";
import type { SlugDialect } from "./links/slugs.js";
import type { State } from "./status/status-words.js";

/** Where statuses stand in a file: at most one of `table`, `list`, `checklist`, `headings`, `pointer`; all of a document where there is none. */
export interface Select {
  /** The section, by its heading's text. */
  readonly heading?: string | undefined;
  /** Names of a table's columns. */
  readonly table?: { readonly key: string; readonly value: string } | undefined;
  readonly list?: boolean | undefined;
  readonly checklist?: boolean | undefined;
  readonly headings?: boolean | undefined;
  /** A JSON pointer into a data file, or into the front matter of a document: a map of statuses, a list of maps, or one status. */
  readonly pointer?: string | undefined;
  /** In a list of maps: the keys of name and status. */
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

/** A source of truth. */
export interface SourceOption {
  readonly id: string;
  readonly file: string;
  readonly select: Select;
  /** How a thing is called, with its key: `Phase {key}`. */
  readonly entity: string;
}

/** Documents that repeat a source. */
export interface MirrorOption {
  readonly source: string;
  readonly files: readonly string[];
  readonly select?: Select | undefined;
  /** Data files and front matter: where the status stands. */
  readonly pointer?: string | undefined;
  /** Where the key stands: at a pointer, or in the path where there is none. `pattern` takes the key out of it, by its first group. */
  readonly key?: { readonly pointer?: string | undefined; readonly pattern?: string | undefined } | undefined;
}

/** Copies of one record in several formats. */
export interface GroupOption {
  readonly files: string | readonly string[];
  /** Copies are files of one folder with the same name before the extension, or all files of one folder. */
  readonly same: "basename" | "folder";
  /** The extension of the copy that is right. */
  readonly canonical: string;
  /** Where the status of the record stands in data files and front matter. */
  readonly pointer: string;
}

/** What statuses are not read from. */
export interface IgnoreOption {
  readonly files: readonly string[];
  readonly sections: readonly string[];
  readonly dated: boolean;
}

/** Options of doc-sync. */
export interface DocSyncOptions {
  /** Documents that are judged. */
  readonly files: readonly string[];
  /** Documents that are left alone: other people's, generated ones, fixtures and templates with links of their own place. */
  readonly exclude: readonly string[];
  /** Whose anchors headings get; `auto`: the site's that a document belongs to, else GitHub's. */
  readonly slugs: "auto" | SlugDialect;
  /** Generated sections by their names, beside those whose name says what they are. */
  readonly generated: Readonly<Record<string, GeneratedOption>>;
  /** Commands that `write` may run, word for word. */
  readonly commands: readonly string[];
  readonly sources: readonly SourceOption[];
  readonly mirrors: readonly MirrorOption[];
  readonly groups: readonly GroupOption[];
  readonly ignore: IgnoreOption;
  /** Further status words and icons, by the state that they name. */
  readonly vocabulary: Readonly<Record<string, State>>;
  /** Whether a source is taken over where the mirror's line was changed later than the source's. */
  readonly forceSource: boolean;
  /** Whether external addresses are asked. */
  readonly online: boolean;
}

export const defaults: DocSyncOptions = {
  files: ["*.md", "*.MD", "*.mdx", "*.markdown"],
  slugs: "auto",
  exclude: [
    "node_modules",
    "vendor",
    "vendored",
    "third_party",
    "fixtures",
    "__fixtures__",
    "testdata",
    "test",
    "tests",
    "__tests__",
    "integration-tests",
    "e2e",
    "playground",
    "templates",
    "template",
    "*template*.md",
    "*.example.md",
    "CHANGELOG*.md",
    "changelogs",
    "examples",
  ],
  generated: {},
  commands: [],
  sources: [],
  mirrors: [],
  groups: [],
  ignore: { files: [], sections: [], dated: true },
  vocabulary: {},
  forceSource: false,
  online: false,
};
