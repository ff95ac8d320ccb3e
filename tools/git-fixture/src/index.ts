// Real git repositories for tests, built from steps in a temporary folder.
export { gitRepo, type GitRepo, type Step } from "./git-repo.js";
