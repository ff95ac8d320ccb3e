// When V8 compiles what is run often.

/**
 * The flags of Node 20, where the optimising compiler comes right after the baseline, and of 22 to 26, where another one stands between them. What a
 * later V8 knows is not known.
 */
const flags: Readonly<Record<string, readonly string[]>> = {
  11: [
    "--interrupt-budget=500000",
    "--max-inlined-bytecode-size-cumulative=100",
    "--no-turbo-escape",
    "--no-turbo-load-elimination",
    "--no-turbo-loop-peeling",
  ],
  12: ["--invocation-count-for-turbofan=20000"],
  13: ["--invocation-count-for-turbofan=20000"],
  14: ["--invocation-count-for-turbofan=20000"],
};

/**
 * For a program that is over in seconds and has other processes beside it: 40 % of its processor time was V8's optimising compiler, which took a processor
 * from git. To compile later and to leave out what takes longest costs a quarter less. It holds for the whole process.
 */
export function compileLate(): void {
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  for (const flag of flags[Number.parseInt(process.versions.v8)] ?? []) setFlagsFromString(flag);
}
