// A statement: one place of a document that says what state a numbered thing is in.
import type { Range, SourceText } from "@caio/repo-model/text";
import type { Label } from "./label.js";
import type { StatusToken } from "./token.js";

/** Where statuses stand. `line` is a `Status:` line below a heading, `bold` a line that begins with the thing in bold, `value` a value of a data file, `range` what is said of several things at once. */
export type Slot = "heading" | "cell" | "item" | "bold" | "line" | "value" | "range";

export interface Statement {
  readonly source: SourceText;
  readonly slot: Slot;
  readonly label: Label;
  readonly token: StatusToken;
  /** What is shown: the heading, the cell, the line. */
  readonly range: Range;
  /** Where the thing stands, if its status is that of the section ("Completed") which lists it. */
  readonly at?: Range;
  /** The whole slot text behind the title: for taking over a sibling's style. */
  readonly suffix?: Range;
  /** An icon of a state before the title, beside the status behind it. */
  readonly leadIcon?: Range;
  /** Headings: their level; tables: where the table begins. Only statements of one group are siblings in style. */
  readonly group: number;
  /** See Mention. */
  readonly scope?: string;
}

/** A thing that a document names, with or without a state. */
export interface Mention {
  readonly label: Label;
  readonly slot: Slot;
  /** Headings: their level; tables: where the table begins. */
  readonly group: number;
  /** The list, the table or the headings that it stands among: what is numbered there is one series. */
  readonly scope: string;
  /** Where it stands. */
  readonly at: number;
}

/** A slot that holds a text that is no known status. */
export interface Unread {
  readonly label: Label;
  readonly value: string;
  readonly range: Range;
}

/** What one document says. */
export interface Statements {
  readonly source: SourceText;
  /** The document's own title; empty where it has none. */
  readonly title: string;
  readonly statements: readonly Statement[];
  readonly mentions: readonly Mention[];
  readonly unread: readonly Unread[];
}
