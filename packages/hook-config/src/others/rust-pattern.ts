// Regular expressions as prek reads them, with fancy-regex: what it takes otherwise than Python. Measured against prek 0.5.11 (`validate-config`).
import { pythonFault, type PatternFault } from "@caio/repo-model/patterns";

/** Signs of what fancy-regex reads and Python refuses, or reads otherwise: classes in classes, more escapes and groups, flags in the middle. */
const rustOnly =
  /\\[zhHKGRNpPkeO]|\\x\{|\(\?<[^=!>]|\(\?[a-z]*[UR]|\(\?\(|\(\?<[=!]|\(\?P<(?:[^A-Za-z_]|[^>]*[^\w>])|&&|--|~~|\[[^\]]*\[|\[[^\]]*\\B|(?:[$^]|\\[bB])[*+?{]|.\(\?[a-z]+\)|\{\d+,\d+\}/s;

/** What fancy-regex refuses and Python takes. */
const refused = /^\(\?[imsux]*[aL]/;

/** The fault that prek surely finds; undefined where it takes the pattern, or that cannot be known. */
export function rustFault(pattern: string): PatternFault | undefined {
  const flags = refused.exec(pattern);
  if (flags !== null) return { at: 0, message: `prek does not know the flag in \`${flags[0]}\`` };
  if (rustOnly.test(pattern)) return undefined;
  const fault = pythonFault(pattern);
  // A group may have a name twice.
  return fault === undefined || fault.message.endsWith("stands twice") ? undefined : fault;
}

/** Whether prek reads the pattern as Python does. */
export const rustReads = (pattern: string): boolean => !refused.test(pattern) && !rustOnly.test(pattern) && pythonFault(pattern) === undefined;
