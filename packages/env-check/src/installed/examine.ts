// Judges a machine: is what the hooks and tests need there, in the environment that they get?
import { commandLines } from "./command-lines.js";
import { environmentLines } from "./environment-lines.js";
import type { Line } from "./line.js";
import { managerLines } from "./manager-lines.js";
import { needLines } from "./need-lines.js";
import { nodeLines } from "./node-lines.js";
import { environmentsOf, type Patient } from "./patient.js";

/** Examines the machine; the lines in the order in which they would be mended. Reads the disk through `patient.machine`, runs nothing. */
export function examine(patient: Patient): readonly Line[] {
  const environments = environmentsOf(patient);
  const python = patient.isPython ? [...environmentLines(patient, environments), ...needLines(patient, environments)] : [];
  const lines = [...python, ...nodeLines(patient), ...managerLines(patient, environments), ...commandLines(patient, environments)];
  // Two environments may be told of in the same words.
  return [...new Map(lines.map((line) => [`${line.sign} ${line.text}`, line])).values()];
}
