// What a rule says, as a class: its objects cost a fraction of what copies by spreading cost, where there are very many.
import type { Draft } from "./finding.js";

/** The fields of a draft that a finding keeps; none that was not given. */
export class Said {
  readonly message: string;
  readonly at: Draft["at"];
  declare readonly related?: NonNullable<Draft["related"]>;
  declare readonly help?: string;
  declare readonly fix?: NonNullable<Draft["fix"]>;
  declare readonly data?: NonNullable<Draft["data"]>;

  constructor({ message, at, related, help, fix, data }: Pick<Draft, "message" | "at" | "related" | "help" | "fix" | "data">) {
    this.message = message;
    this.at = at;
    if (related !== undefined) this.related = related;
    if (help !== undefined) this.help = help;
    if (fix !== undefined) this.fix = fix;
    if (data !== undefined) this.data = data;
  }
}
