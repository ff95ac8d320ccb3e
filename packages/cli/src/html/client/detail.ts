// One finding whole: the place with its lines, what to do, the fix as a patch, how to settle it.
import type { ReportView, ViewFinding, ViewFrame } from "../view.js";
import type { Child, element } from "./element.js";
import type { sentence as inWords } from "./sentence.js";

/** The parts of a finding, under a heading. `values` turns backticks into code; `isPrinted` leaves out what only a screen needs. */
export function detail(h: typeof element, words: typeof inWords, view: ReportView, finding: ViewFinding, isPrinted: boolean): HTMLElement {
  const sentence = (text: string): Child[] => words(h, text);
  const copy = (text: string, label: string): HTMLElement | undefined => {
    if (isPrinted) return undefined;
    const button = h("button", { type: "button", class: "copy" }, label);
    button.addEventListener("click", () => {
      const done = (word: string): void => {
        button.textContent = word;
        setTimeout(() => (button.textContent = label), 1500);
      };
      // A page of a file may be denied the clipboard.
      navigator.clipboard.writeText(text).then(
        () => done("Copied"),
        () => done("Cannot copy here"),
      );
    });
    return button;
  };
  const frame = ({ first, lines, at, from, to }: ViewFrame): HTMLElement => {
    const body = lines.map((line, index) => {
      const text: Child[] = index === at ? [line.slice(0, from), h("mark", { class: finding.severity }, line.slice(from, to) || " "), line.slice(to)] : [line];
      return h(
        "span",
        { class: index === at ? "line here" : "line" },
        h("span", { class: "number" }, String(first + index)),
        h("span", { class: "code" }, ...text),
      );
    });
    return h("pre", { class: "frame", tabindex: 0, role: "region", "aria-label": "Lines of the file" }, ...body);
  };
  const patch = (text: string): HTMLElement => {
    const lines = text.replace(/\n$/, "").split("\n");
    const kind = (line: string): string =>
      /^(?:diff |---|\+\+\+|new file|deleted file|old mode|new mode)/.test(line)
        ? "meta"
        : line.startsWith("@@")
          ? "hunk"
          : line.startsWith("+")
            ? "added"
            : line.startsWith("-")
              ? "removed"
              : "";
    return h(
      "pre",
      { class: "patch", tabindex: 0, role: "region", "aria-label": "The fix as a patch" },
      ...lines.map((line) => h("span", { class: `line ${kind(line)}` }, line)),
    );
  };
  const { rule, severity, message, path, line, column, help, fix, owners, fingerprint, isKnown, commit } = finding;
  const facts: (readonly [string, Child])[] = [
    ["Rule", h("code", {}, rule)],
    ...(owners.length === 0 ? [] : [["Owner", owners.join(", ")] as const]),
    ["Baseline", isKnown ? "accepted" : "new"],
    ...(commit === undefined ? [] : [["Commit", h("code", {}, commit.slice(0, 12))] as const]),
    ["Fingerprint", h("code", { class: "fingerprint" }, fingerprint)],
  ];
  const summary = view.summaries[rule];
  return h(
    "article",
    { class: "detail" },
    h(
      "p",
      { class: "where" },
      h("span", { class: `badge ${severity}` }, severity),
      h("code", {}, `${path}:${line}:${column}`),
      copy(`${path}:${line}:${column}`, "Copy"),
    ),
    h(isPrinted ? "h3" : "h2", {}, ...sentence(message)),
    finding.frame === undefined ? undefined : frame(finding.frame),
    help === undefined ? undefined : h("p", { class: "help" }, h("strong", {}, "What to do: "), ...sentence(help)),
    finding.related === undefined
      ? undefined
      : h("ul", { class: "related" }, ...finding.related.map((one) => h("li", {}, h("code", {}, `${one.path}:${one.line}`), " ", ...sentence(one.message)))),
    fix === undefined
      ? undefined
      : h(
          "section",
          { class: "fix" },
          h(
            "p",
            {},
            h("strong", {}, fix.kind === "safe" ? "Safe fix: " : "Suggested fix: "),
            ...sentence(fix.title),
            fix.patch === undefined ? undefined : copy(fix.patch, "Copy patch"),
          ),
          fix.patch === undefined ? undefined : patch(fix.patch),
        ),
    summary === undefined || isPrinted
      ? undefined
      : h("p", { class: "summary" }, ...sentence(summary), h("br", {}), "More: ", h("code", {}, `caio explain ${rule}`)),
    h("dl", {}, ...facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    isPrinted
      ? undefined
      : h(
          "details",
          {},
          h("summary", {}, "It is right as it stands"),
          h("p", {}, "Say so on its line or the line above, in a comment:"),
          h("pre", { class: "patch", tabindex: 0, role: "region", "aria-label": "A suppression" }, `caio-ignore ${rule}: why`),
          h("p", {}, "If the rule is mistaken, a minimal reproduction with the contents blanked out:"),
          h("pre", { class: "patch", tabindex: 0, role: "region", "aria-label": "A report" }, `caio report ${rule} ${fingerprint.slice(0, 12)}`),
        ),
  );
}
