// Kinds of things that documents number, and words that tell a document about a thing from the thing.

/** Kinds whose numbers name a piece of work in the whole repository. Steps, parts and weeks are counted anew in each document. */
export const workKinds: readonly string[] = [
  "phase",
  "milestone",
  "stage",
  "epic",
  "sprint",
  "iteration",
  "workstream",
  "wave",
  "mission",
  "increment",
  "fase",
  "etapa",
  "meilenstein",
];

/** Prefixes that look like those of ids (`US-16`) and name standards, products and sizes. */
export const foreignPrefixes: ReadonlySet<string> = new Set(
  "utf sha md iso rfc cve cwe gpt aes rsa es http https tls ssl usb hdmi covid mp3 h ieee ansi x86 arm rs pep bip eip erc bcp unicode ascii base gemini claude llama qwen sonnet opus wcag soc pci gdpr ecma en din tcp udp ipv fips nist a b c d e f g m n p q r s t u v w x y z step day week part option tier level figure table section chapter version v page q1 q2 q3 q4 test tc".split(
    " ",
  ),
);

/** Whether an id is that of a standard, a product or a size. One letter with three digits (`M-062`) is somebody's own. */
export function isForeign(prefix: string, digits: string): boolean {
  return foreignPrefixes.has(prefix.toLowerCase()) && !(prefix.length === 1 && /^0\d\d/.test(digits));
}

/** Words of titles that say nothing of what the work is: two phases called so need not be one. */
export const genericTitleWords: ReadonlySet<string> = new Set(
  "foundation foundations setup set up planning plan design implementation implement testing tests test documentation docs core basic advanced initial final analysis research review cleanup polish integration deployment deploy release launch validation verification optimization enhancements enhancement features feature improvements infrastructure infra build mvp project discovery preparation prep migration refactor refactoring critical high medium low priority week weeks day days month months quick wins future work next steps development bug fixes fix update updates stabilization hardening production".split(
    " ",
  ),
);

/** Words without weight in a title. */
export const stopWords: ReadonlySet<string> = new Set("a an and the of for to in on with by or at from into via".split(" "));

/** Words by which a title names a document about the work, whose status is the document's own. */
export const documentWords =
  /\b(?:roadmap|plan|planning|design|spec|specification|report|summary|review|guide|index|documentation|checklist|analysis|proposal|assessment|prompt|notes|update|overview|handoff|handover|retrospective|brief|log|template|reference|timeline|audit|results?|tracker|rfc|adr)\b/i;

/** Headings under which documents keep history, not state. */
export const historyHeading =
  /^\W*(?:\d[\d.]*\s+)?(?:change ?logs?|history|(?:version|revision|document|change|update|status) history|revisions?|release notes|releases|recent (?:work|changes|updates|progress|activity)|what's new|session (?:notes|logs?|history)|work logs?|progress logs?|logs?|journal|diary|archived?|previous(?:ly)?\b.*|past\b.*|updates|timeline|examples?|templates?|old\b.*|deprecated\b.*|before and after|legend)\W*$/i;

/** A heading that begins with a date, or is one: an entry of a log. */
export const datedHeading =
  /^\W*(?:\[?v?\d+\.\d+\.\d+[^\s]*\]?\s*[-–(]+\s*)?(?:\d{4}-\d{2}-\d{2}|\d{4}\/\d{2}\/\d{2}|(?:session|entry|update|day|week)\s*#?\d+\b.*\d{4}-\d{2}-\d{2})/i;

/** Documents that tell of a moment: what they state was true then. */
const historyPath =
  /(?:^|[/._ -])(?:change-?logs?|history|histories|archives?|archived|old|deprecated|legacy|sessions?|logs?|journals?|diary|minutes|meetings?|standups?|conversations?|discussions?|chats?|prompts?|reports?|handoffs?|handovers?|retrospectives?|retros?|snapshots?|releases?|release-?notes|postmortems?|templates?|examples?|fixtures?|backups?|completion|completed|reviews?|audits?|results?|transcripts?|tickets?|daily|weekly|brainstorm(?:ing)?|scratch(?:pad)?)(?=$|[/._ -])|\d{4}[-_]?\d{2}[-_]?\d{2}/i;

/** What software deals with, too: "AUDIT_LINKS_IMPLEMENTATION" is a plan for audits, "REVIEW_TODO" one of what reviews found. */
const topics =
  /(?<=^|[._ -])(?:histor(?:y|ies)|sessions?|logs?|journals?|minutes|meetings?|conversations?|discussions?|chats?|reports?|snapshots?|releases?|reviews?|audits?|results?|transcripts?|tickets?|backups?)(?=$|[._ -])/gi;
/** Where what reviews found is kept, plans to mend it lie too. */
const reviewed = /(?<=^|\/)(?:reviews?|audits?)\//gi;
/** A last word by which a document plans or keeps state, whatever its topic. */
const planName =
  /(?:^|[._ -])(?:plans?|roadmap|to-?dos?|tracker|implementation|redesign|design|spec|specification|architecture|strategy|backlog|milestones|phases|requirements|prd)(?:[._ -](?:v?\d+|final|updated|new))*\.[a-z]+$/i;

/** Folders and files that instruct programs; in a longer name the words say what the document is about. */
const promptPath = /(?:^|\/)(?:commands?|agents?|chatmodes?|memory)(?=$|[/.])/i;

/** A file that is called by an id (`us-016-accuracy-audit.md`) is that thing's own, whatever its topic. */
const idPath = /(?:^|\/)(?!(?:phase|stage|epic|wave|week|day|v)\b)[a-z]{1,5}-\d{2,5}[-_][^/]*$/i;

/** What was found and done in one numbered step: `02-03-SUMMARY.md`, `02-VERIFICATION.md`. */
const stepPath = /(?:^|\/)\d{1,3}(?:[._-]\d{1,3})*[._ -](?:summary|verification|validation|uat|context|research)\.[a-z]+$/i;

/** What was kept of a milestone that was shipped: `milestones/v1.1-ROADMAP.md`. */
const keptPath = /(?:^|\/)milestones\/v\d[^/]*(?:\/|\.[a-z]+$)/i;

/** Whether a document tells of a moment, by its path. */
export function isHistoryPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const folder = path.slice(0, path.length - name.length);
  if (promptPath.test(path) || stepPath.test(path) || keptPath.test(path)) return true;
  return historyPath.test(idPath.test(path) ? folder : planName.test(name) ? `${folder.replace(reviewed, "")}${name.replace(topics, "")}` : path);
}
