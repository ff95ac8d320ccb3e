// Names of Python distributions in the form by which they are compared.

/** PEP 503: lower case, runs of `-`, `_` and `.` are one `-`. */
export function canonicalName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}
