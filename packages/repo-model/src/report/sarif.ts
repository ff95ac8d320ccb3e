// SARIF 2.1.0 (OASIS), as code scanning reads it.
import type { Finding } from "../check/index.js";
import { addTo, escapeControls, toBytes, type Edit, type Location } from "../text/index.js";
import { printJson } from "./json.js";
import type { Report } from "./report.js";

const level = { error: "error", warning: "warning", note: "note" } as const;

/** A path as a relative URI reference (RFC 3986). */
function uri(path: string): string {
  return Array.from(toBytes(path), (byte) => {
    const unit = String.fromCharCode(byte);
    return /[A-Za-z0-9\-._~/]/.test(unit) ? unit : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

const artifact = (path: string): object => ({ uri: uri(path), uriBaseId: "SRCROOT" });
const region = ({ start, end }: Location): object => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column });
const physical = (at: Location): object => ({ physicalLocation: { artifactLocation: artifact(at.path), region: region(at) } });
const message = (text: string): object => ({ text: escapeControls(text, "\n") });

/** Splices as replacements; other forms have no SARIF counterpart, and then the fix is left out. */
function fixObject({ fix }: Finding): object[] {
  if (fix === undefined || !fix.edits.every((edit) => "range" in edit)) return [];
  const byPath = new Map<string, Extract<Edit, { range: unknown }>[]>();
  for (const edit of fix.edits) if ("range" in edit) addTo(byPath, edit.path, edit);
  const changes = [...byPath].map(([path, edits]) => ({
    artifactLocation: artifact(path),
    replacements: edits.map(({ range, text }) => ({ deletedRegion: { charOffset: range[0], charLength: range[1] - range[0] }, insertedContent: { text } })),
  }));
  return [{ description: message(fix.title), artifactChanges: changes }];
}

function result(finding: Finding, report: Report, indexes: ReadonlyMap<string, number>): object {
  const fixes = fixObject(finding);
  const index = indexes.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: level[finding.severity],
    message: message(finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`),
    locations: [physical(finding.at)],
    ...(finding.related === undefined || finding.related.length === 0
      ? {}
      : { relatedLocations: finding.related.slice(0, limits.locations - 1).map((one, id) => ({ id, ...physical(one.at), message: message(one.message) })) }),
    partialFingerprints: { "caio/v1": finding.fingerprint },
    baselineState: report.baseline(finding) === "known" ? "unchanged" : "new",
    ...(fixes.length === 0 ? {} : { fixes }),
    // The line is that of an older commit; SARIF's own words for it speak of the whole run.
    ...(finding.at.commit === undefined ? {} : { properties: { commit: finding.at.commit } }),
  };
}

/**
 * What code scanning takes of an upload: 20 runs, 25,000 results and 25,000 rules a run, 1,000 locations a result.
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const limits = { runs: 20, results: 25_000, locations: 1000 };

const rank = { error: 0, warning: 1, note: 2 } as const;

/** Results in runs that are taken; the mildest of what is beyond all runs is left out, and counted. */
function withinLimits(findings: readonly Finding[]): { readonly runs: readonly (readonly Finding[])[]; readonly over: number } {
  const most = limits.runs * limits.results;
  const kept =
    findings.length <= most
      ? findings
      : (() => {
          const worst = new Set(findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, most));
          return findings.filter((finding) => worst.has(finding));
        })();
  const runs: (readonly Finding[])[] = [];
  for (let at = 0; at < kept.length || at === 0; at += limits.results) runs.push(kept.slice(at, at + limits.results));
  return { runs, over: findings.length - kept.length };
}

/** Columns count UTF-16 units. More results than a run may hold stand in further runs, told apart by `automationDetails`. */
export function sarif(report: Report): string {
  const { runs, over } = withinLimits(report.outcome.findings);
  const left =
    over === 0
      ? []
      : [{ level: "error", message: message(`${over} of ${report.outcome.findings.length} findings are left out: code scanning takes no more.`) }];
  const rules = report.checks.flatMap(({ name, rules: own }) => own.map((rule) => ({ id: `${name}/${rule.id}`, rule })));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: runs.map((findings, index) => ({
      tool: {
        driver: {
          name: report.tool.name,
          semanticVersion: report.tool.version,
          rules: rules.map(({ id, rule }) => ({
            id,
            name: id,
            shortDescription: message(rule.summary),
            help: message(`${rule.summary}\n\`caio explain ${id}\` says why it matters, with wrong and right.`),
            defaultConfiguration: rule.severity === "off" ? { enabled: false } : { level: level[rule.severity] },
          })),
        },
      },
      ...(runs.length === 1 ? {} : { automationDetails: { id: `caio/${index + 1}` } }),
      columnKind: "utf16CodeUnits",
      originalUriBaseIds: { SRCROOT: { description: { text: "The root of the repository." } } },
      ...(report.commit === undefined ? {} : { properties: { commit: report.commit } }),
      invocations: [
        {
          executionSuccessful: report.outcome.troubles.length === 0,
          toolExecutionNotifications: (index > 0 ? [] : report.outcome.troubles)
            .map(({ code, message: text, hint, at }) => ({
              level: "error",
              message: message(`${code}: ${text}${hint === undefined ? "" : `\n${hint}`}`),
              ...(at === undefined ? {} : { locations: [physical(at)] }),
            }))
            .concat(index > 0 ? [] : left),
        },
      ],
      results: findings.map((finding) => result(finding, report, indexes)),
    })),
  };
  return printJson(log);
}
