// `node:crypto`, loaded when it is first asked for: most runs find nothing, and do without it.

/** The module. */
export const crypto = (): typeof import("node:crypto") => process.getBuiltinModule("node:crypto");
