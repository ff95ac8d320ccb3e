// Options of generated sections.

/** One generated section, by what it is made of: one of the four. */
export interface GeneratedOption {
  /** Levels of the headings below the section that a table of contents lists. */
  readonly toc?: { readonly from: number; readonly to: number } | undefined;
  /** A table of a data file: of a list of maps, or of a map. */
  readonly table?: { readonly file: string; readonly pointer: string; readonly columns?: readonly string[] | undefined } | undefined;
  /** A file, or the part of it that lines (`3-9`) or a region name. */
  readonly embed?: { readonly file: string; readonly lines?: string | undefined; readonly region?: string | undefined; readonly raw: boolean } | undefined;
  /** The output of a command, which `commands` must allow word for word. */
  readonly command?: string | undefined;
}
