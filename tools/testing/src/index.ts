// What the tests of all packages share.
export { gitRepo, type GitRepo, type Step } from "@caio/git-fixture";
export { memoryRepo } from "./memory-repo.js";
export { documentBlocks, judge, ruleTester, squiggles, type RuleTester, type TestRun } from "./rule-tester.js";
