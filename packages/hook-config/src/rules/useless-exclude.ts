// useless-exclude: an exclusion that no file needs.
import { rangeAt, textAt } from "../facts.js";
import { below, globalFiles, matching, ofTypes } from "../files/applies.js";
import type { TaggedFile } from "../files/tags.js";
import type { MapView } from "../validate/map-view.js";
import { configRule } from "./fault-rule.js";

/** Whether an exclusion takes no file away; false where that cannot be known. */
function isUseless(files: readonly TaggedFile[], include: string, exclude: string): boolean {
  const kept = include === "" ? files : matching(files, include);
  return kept !== undefined && matching(kept, exclude)?.length === 0;
}

export const uselessExclude = configRule(
  { id: "useless-exclude", summary: "An exclusion takes no file of the repository away.", severity: "note" },
  function* ({ source, form, root, hooks, around, hasErrors, folder }) {
    const files = below(around?.files ?? [], folder);
    if (form !== "config" || files.length === 0 || hasErrors || root === undefined) return;
    const told = function* (
      view: MapView,
      pattern: string,
      whose: string,
    ): Iterable<{ message: string; at: ReturnType<typeof source.at>; help: string; data: { pattern: string } }> {
      yield {
        message: `\`exclude\` ${whose} takes no file of the repository away.`,
        at: source.at(rangeAt(view, "exclude")),
        help: "Remove it, or see whether the files have moved.",
        data: { pattern },
      };
    };
    const own = textAt(root, "exclude");
    if (own !== undefined && own !== "^$" && isUseless(files, "", own)) yield* told(root, own, "of the configuration");
    const all = globalFiles(root, files);
    for (const { view, id } of hooks) {
      const exclude = textAt(view, "exclude");
      if (exclude === undefined || exclude === "^$" || !all.isSure) continue;
      const typed = ofTypes(all, view, []);
      if (typed.isSure && isUseless(typed.files, textAt(view, "files") ?? "", exclude)) yield* told(view, exclude, `of the hook \`${id ?? ""}\``);
    }
  },
);
