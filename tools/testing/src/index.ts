// What the tests of all packages share.
export { disposedRepos, folderDigest, gitRepo, outsideCi, recordedIo, type GitRepo, type RecordedIo, type Step } from "@caio/git-fixture";
export { memoryMachine, type MemoryMachine } from "./memory-machine.js";
export { memoryRepo } from "./memory-repo.js";
export { documentBlocks, judge, ruleTester, squiggles, type RuleTester, type TestRun } from "./rule-tester.js";
export { sectionsOf } from "./sections.js";
export { callCheck, type Called, type CallWorld } from "./call-check.js";
export { atTerminal, type Answer, type Sitting } from "./at-terminal.js";
