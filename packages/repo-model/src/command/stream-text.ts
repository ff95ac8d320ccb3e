// The text report while it is being made: faults are shown as they are known, the rest at the end.
import type { Finding } from "../check/index.js";
import { endText, faultsText } from "../report/text.js";
import { maskOf } from "./mask.js";
import { outcomeMask } from "./mask-outcome.js";
import type { OpenRun } from "./open-run.js";
import type { RunCall } from "./run-call.js";
import { inLog, reportOf, type Told } from "./write-reports.js";

/** How many findings are shown at a time: a few at first, ever more up to so many. */
const fewest = 4;
const most = 4096;

export interface TextStream {
  /** Loads what the first finding is going to need. */
  prepare(): Promise<void>;
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
  let mask: Promise<ReturnType<typeof outcomeMask>> | undefined;
  const write = async (text: string): Promise<void> => {
    if (text === "") return;
    pause();
    await call.io.write(inLog("text", text));
  };
  const masking = (): NonNullable<typeof mask> => (mask ??= maskOf(call).then((own) => outcomeMask(own, "text")));
  const maskedOf = async <O extends Told>(outcome: O): Promise<O> => (await masking())(outcome);
  const show = async (findings: readonly Finding[]): Promise<void> => {
    const faults = findings.filter(({ severity }) => severity !== "note");
    for (const one of faults) shown.add(one);
    // The first few at once: of many, the lines that they stand on take longer to make than anybody likes to wait.
    for (let [from, size] = [0, fewest]; from < faults.length; [from, size] = [from + size, Math.min(size * 4, most)]) {
      const { findings: those } = await maskedOf({ ...nothing, findings: faults.slice(from, from + size) });
      for (const one of those) masked.push(one);
      await write(faultsText(those, style));
    }
  };
  return {
    prepare: async () => void (await masking()),
    found: show,
    async end(outcome) {
      await show(outcome.findings.filter((finding) => !shown.has(finding)));
      const rest = await maskedOf({ ...outcome, findings: outcome.findings.filter(({ severity }) => severity === "note") });
      await write(endText(reportOf(call, opened, { ...rest, findings: [...masked, ...rest.findings] }, true)));
    },
  };
}
