// argv → run → report → exit code: every package's bin and the cli use it.
export { runCommand } from "./run-command.js";
