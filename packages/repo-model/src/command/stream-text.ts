// The text report while it is being made: faults are shown as they are known, the rest at the end.
import type { Finding } from "../check/index.js";
import { endText, faultsText } from "../report/text.js";
import { maskOf } from "./mask.js";
import { maskOutcome } from "./mask-outcome.js";
import type { OpenRun } from "./open-run.js";
import type { RunCall } from "./run-call.js";
import { inLog, reportOf, type Told } from "./write-reports.js";

export interface TextStream {
  /** Shows those that are no notes. */
  found(findings: readonly Finding[]): Promise<void>;
  /** Shows what was not shown yet. The whole is what the reporter `text` makes of the outcome. */
  end(outcome: Told): Promise<void>;
}

/** `pause` takes away what stands in the way on a terminal. */
export function textStream(call: RunCall, opened: OpenRun, pause: () => void): TextStream {
  const shown = new Set<Finding>();
  const masked: Finding[] = [];
  const nothing: Told = { findings: [], troubles: [], skipped: [], notRun: [], files: 0 };
  const style = reportOf(call, opened, nothing, true);
  let mask: ReturnType<typeof maskOf> | undefined;
  const write = async (text: string): Promise<void> => {
    if (text === "") return;
    pause();
    await call.io.write(inLog("text", text));
  };
  const maskedOf = async <O extends Told>(outcome: O): Promise<O> => maskOutcome(outcome, await (mask ??= maskOf(call)), "text");
  const show = async (findings: readonly Finding[]): Promise<void> => {
    const faults = findings.filter(({ severity }) => severity !== "note");
    if (faults.length === 0) return;
    const { findings: those } = await maskedOf({ ...nothing, findings: faults });
    for (const one of faults) shown.add(one);
    for (const one of those) masked.push(one);
    await write(faultsText(those, style));
  };
  return {
    found: show,
    async end(outcome) {
      await show(outcome.findings.filter((finding) => !shown.has(finding)));
      const rest = await maskedOf({ ...outcome, findings: outcome.findings.filter(({ severity }) => severity === "note") });
      await write(endText(reportOf(call, opened, { ...rest, findings: [...masked, ...rest.findings] }, true)));
    },
  };
}
