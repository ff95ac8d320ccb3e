// Real git repositories for tests, built from steps in a temporary folder, and the world that a command runs in.
export { folderDigest } from "./folder-digest.js";
export { disposedRepos, gitRepo, type GitRepo, type Step } from "./git-repo.js";
export { outsideCi } from "./outside-ci.js";
export { recordedIo, type RecordedIo } from "./recorded-io.js";
